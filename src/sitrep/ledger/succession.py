"""What came to be replaced: revised numbers, changed positions, towns that changed hands.

Nobody can tell which of two answers of one time is right; both stay. An answer is replaced only
where a later one says that things have moved on.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from sitrep.ledger.answers import Group
from sitrep.ledger.context import THIRD, Context
from sitrep.ledger.reply import Reply

_LATER = timedelta(hours=2)
"""Reports less far apart than this are of one time: neither replaces the other."""
CANCELLED = "cancelled"
_SETTLED = ("yes", CANCELLED)
_UNSETTLED = ("planned", "possible")


def replaced(groups: Sequence[Group], context: Context) -> tuple[list[Group], list[Group]]:
    """Split groups into current ones and those that have been replaced since.

    A number replaces another when the same claimant gives it later, in the same outlet, or in words
    of revision, or as a higher toll. A position or the hold of a place replaces an earlier day's
    when a third party, or whoever gave the earlier, gives it. What took place or was called off
    replaces that it was planned.
    """
    current, old = list(groups), []
    for group in groups:
        if any(_replaces(other, group, context) for other in groups if other is not group):
            current.remove(group)
            old.append(group)
    return (current, old) if current else (list(groups), [])


def _replaces(newer: Group, older: Group, context: Context) -> bool:
    kind = older.replies[0].kind
    if kind == "count":
        return _revises(newer, older, context)
    if kind in ("decision", "control"):
        return _moved_on(newer, older)
    return (
        kind in ("meeting", "visit")
        and newer.text in _SETTLED
        and older.text in _UNSETTLED
        and _known(newer.replies) >= _known(older.replies)
    )


def _revises(newer: Group, older: Group, context: Context) -> bool:
    if newer.claimants != older.claimants or len(older.claimants) != 1:
        return False
    late, early = _last(newer.replies), _last(older.replies)
    known, before = late.claim.published_at, early.claim.published_at
    if known is None or before is None or known - before < _LATER:
        return False
    articles = context.articles
    left, right = articles.get(late.claim.article_id), articles.get(early.claim.article_id)
    same_outlet = left is not None and right is not None and left.source_id == right.source_id
    revised = bool(context.revision.search(late.claim.evidence.quote.casefold()))
    figure_kind = late.key.split("|")[1]
    toll = figure_kind in context.words.tolls and (late.value or 0) > (early.value or 0)
    return same_outlet or revised or toll


def _moved_on(newer: Group, older: Group) -> bool:
    """Tell whether all of `newer` is of a later day than all of `older`, by somebody to believe.

    Who holds a place needs a day of its own: "Russia holds the town" in a later paper may be the
    other side's word for the same day.
    """
    fresh = [one for one in newer.replies if one.affirms and not one.recalled]
    stated = [one for one in fresh if one.window.start is not None]
    if not fresh or (fresh[0].kind == "control" and not stated):
        return False
    trusted = any(one.side == THIRD for one in fresh) or newer.claimants & older.claimants
    first = [day for one in fresh if (day := _day(one)) is not None]
    before = [day for one in older.replies if (day := _day(one)) is not None]
    if not trusted or len(first) < len(fresh) or len(before) < len(older.replies):
        return False
    return max(before) < min(first)


def _day(reply: Reply) -> date | None:
    known = reply.claim.published_at
    return reply.window.day or (known.date() if known else None)


def _known(replies: Iterable[Reply]) -> str:
    return max(map(_time, replies), default="")


def _last(replies: Iterable[Reply]) -> Reply:
    return max(replies, key=lambda r: (_time(r), r.claim.id))


def _time(reply: Reply) -> str:
    known: datetime | None = reply.claim.published_at
    return known.isoformat() if known else ""
