"""Replies to one question, brought together: exact keys as they are, loose blocks by their words.

A block holds replies that may be about one thing (the same speaker; the same type of event). It is
the unit of sharding: no block depends on another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain, count

from sitrep.language.content import Content
from sitrep.ledger.content import clusters
from sitrep.ledger.context import Context
from sitrep.ledger.novelty import STALE
from sitrep.ledger.placing import placed
from sitrep.ledger.reply import Reply
from sitrep.ledger.same_event import elsewhere, same_events
from sitrep.ledger.stocks import KEY
from sitrep.ledger.windows import Window

_NEAR = 0.5
"""Half of the lesser sentence's matter in common: one matter. Read off the pairs of the
development day; looser joined unlike remarks of one speaker."""
_TOLD_TOGETHER = 0.35
"""Less is asked of two reports of one story that name the same people: they tell it otherwise."""
_SAME_OUTLET = 0.7
"""More is asked of two stories of one outlet: a bulletin repeats its phrases, not its news."""
_MULTIPLE = 3.0
"""Counts of one thing that differ by more than this factor have not been seen; other scopes do."""
_REVISED = 10.0
"""The same, where one claimant may have revised a first count."""
_SLACK = timedelta(hours=12)
"""Windows this far apart may be one: local days end at other hours than days in UTC."""


def group(replies: Iterable[Reply], content: Content, context: Context) -> list[tuple[Reply, ...]]:
    """Return the replies to each question, questions by key, replies by time and id.

    No two questions have one key.
    """
    blocks: dict[str, list[Reply]] = {}
    for reply in placed(sorted(replies, key=_order), context):
        blocks.setdefault(reply.key, []).append(reply)
    groups: list[tuple[Reply, ...]] = []
    for key in sorted(blocks):
        block = blocks[key]
        if block[0].loose:
            groups += _split(block, content, context)
        elif block[0].kind == "count":
            groups += _whole_and_parts(block)
        else:
            groups.append(tuple(block))
    return sorted(_told_apart(groups), key=lambda group: group[0].key)


def _told_apart(groups: Iterable[tuple[Reply, ...]]) -> Iterator[tuple[Reply, ...]]:
    """Yield questions; of those of one key all but the earliest have their first claim in theirs.

    Two counts of one kind in one sentence are told apart by their numbers, what is left by place.
    """
    taken: set[str] = set()
    for together in sorted(groups, key=lambda group: _order(group[0])):
        key = first = together[0].key
        for more in _marks(together[0]):
            if key not in taken:
                break
            key = f"{first}|{more}"
        taken.add(key)
        yield tuple(replace(reply, key=key) for reply in together) if key != first else together


def _marks(reply: Reply) -> Iterator[str]:
    """Yield what tells a reply from others to a question of its key, ever more."""
    id_, figure = reply.claim.id, f"{_number(reply):g} {reply.qualifier}"
    yield id_
    yield f"{id_} {figure}"
    yield from (f"{id_} {figure} {number}" for number in count(2))


def _order(reply: Reply) -> tuple[str, str, str]:
    known = reply.claim.published_at
    return (known.isoformat() if known else "9", reply.claim.id, reply.answer)


def _split(block: Sequence[Reply], content: Content, context: Context) -> list[tuple[Reply, ...]]:
    """Split a loose block into questions; each takes its key from its earliest claim's words.

    The earliest claim stays the earliest as later ones arrive, so the key stays too.
    """
    ids = [reply.claim.id for reply in block]
    pairs = (
        (left, right)
        for left, right in content.neighbours(ids)
        if _same_time(block[left].window, block[right].window)
        and not elsewhere(block[left], block[right])
        and _both_news(block[left], block[right])
        and content.alike(ids[left], ids[right]) >= _threshold(block[left], block[right], context)
    )
    parts: dict[int, list[Reply]] = {}
    together = chain(pairs, same_events(block, content, context))
    for number, reply in zip(clusters(len(block), together), block, strict=True):
        parts.setdefault(number, []).append(reply)
    return [
        tuple(
            replace(reply, key=f"{reply.key}|{_matter(block[number], content)}") for reply in part
        )
        for number, part in parts.items()
    ]


def _matter(first: Reply, content: Content) -> str:
    """Return what tells a question from others of its block: its earliest claim's words and day."""
    day = f"|{first.window.key}" if first.window.start is not None else ""
    return f"{' '.join(sorted(content.terms(first.claim.id)))}{day}"


def _whole_and_parts(block: Sequence[Reply]) -> list[tuple[Reply, ...]]:
    """Split off the parts of a whole: a report with several numbers does not contradict itself.

    The largest number of an article is its answer. A smaller one is a question of its own, unless
    it stands in a sentence with the largest, which already says it. Without a stated window,
    numbers of different articles cannot be set against each other.
    """
    largest: dict[str, Reply] = {}
    for reply in block:
        best = largest.get(reply.claim.article_id)
        if best is None or _number(reply) > _number(best):
            largest[reply.claim.article_id] = reply
    wholes = [reply for reply in block if reply is largest[reply.claim.article_id]]
    told = {reply.claim.id for reply in wholes}
    rest = [reply for reply in block if reply.claim.id not in told]
    parts = [(replace(reply, key=f"{reply.key}|{reply.claim.id}"),) for reply in rest]
    if block[0].window.start is not None or block[0].key.endswith("|total") or _stock(block[0]):
        return [*_of_one_size(wholes), *parts]
    return [
        *((replace(one, key=f"{one.key}|{one.claim.article_id}"),) for one in wholes),
        *parts,
    ]


def _stock(reply: Reply) -> bool:
    """Tell whether a count is of what there is on the day of its report."""
    return f"|{KEY}" in reply.key


def _of_one_size(wholes: Sequence[Reply]) -> list[tuple[Reply, ...]]:
    """Split numbers where one is a multiple of the next smaller: they count different things.

    A toll of a day and one of the whole war may both be said of "Tuesday".
    """
    sizes: list[list[Reply]] = []
    for reply in sorted(wholes, key=_number):
        last = sizes[-1][-1] if sizes else None
        if last is not None and _number(reply) <= _number(last) * (
            _REVISED if reply.origin == last.origin else _MULTIPLE
        ):
            sizes[-1].append(reply)
        else:
            sizes.append([reply])
    kept = sorted(sizes, key=lambda size: (-len(size), _number(size[0])))
    return [
        tuple(
            replace(reply, key=f"{reply.key}|{_number(size[0]):.0f}") if place else reply
            for reply in size
        )
        for place, size in enumerate(kept)
    ]


def _number(reply: Reply) -> float:
    return reply.value or reply.low or reply.high or 0.0


def _same_time(left: Window, right: Window) -> bool:
    """Tell whether two windows may be one time; an unknown one may be any."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return True
    return left.start - _SLACK < right.end and right.start - _SLACK < left.end


def _both_news(left: Reply, right: Reply) -> bool:
    """Tell whether both are news or both are not: what is recalled is another event."""
    return (left.novelty > STALE) == (right.novelty > STALE)


def _threshold(left: Reply, right: Reply, context: Context) -> float:
    """Return how alike two replies must be to be one matter."""
    ids = left.claim.article_id, right.claim.article_id
    if len({context.story(one) for one in ids}) > 1:
        return _SAME_OUTLET if len({context.article_origin(one) for one in ids}) == 1 else _NEAR
    return _TOLD_TOGETHER if set(left.actors) & set(right.actors) else _NEAR
