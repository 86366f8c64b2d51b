"""Texts that one report had one after the other, and which of them count.

A corrected report comes in as a new article under the same address; the old one stays, for the past
is read with it. A record that says that its report is withdrawn is an edition too, the last one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.issues import Issue
from sitrep.store.protocol import Edition

REPLACED = "replaced by a newer text of the report"
WITHDRAWN = "withdrawn by the publisher"
LEAST_SHARED = 0.5
"""Editions of one report share half of the shorter one's words, or the title; an address under
which an outlet prints one story after another does not make them one report."""

Texts = Callable[[Sequence[str]], Mapping[str, Article]]


class Settled(Record, frozen=True, kw_only=True):
    """What editions leave standing: `gone` says by article id why it no longer counts.

    `later` gives by article id the newer text, or the notice, that took its place.
    """

    gone: dict[str, str]
    later: dict[str, str]
    issues: tuple[Issue, ...]


def settle(editions: Iterable[Edition], texts: Texts) -> Settled:
    """Return which of `editions` were replaced or withdrawn by a later one of the same report.

    The publisher's own clock decides which is later, then ours. Two usable editions that neither
    tells apart both stay, with an issue. The result is the same for any order of `editions`.
    """
    gone: dict[str, str] = {}
    places: dict[str, str] = {}
    issues: list[Issue] = []
    for group in _reports(editions):
        ordered = sorted(group, key=_order)
        words = texts([one.article_id for one in ordered if one.usable])
        for at, old in enumerate(ordered):
            later = ordered[at + 1 :]
            if not old.usable or not later:
                continue
            why, new = _fate(old, later, words)
            if new is not None and why:
                gone[old.article_id] = why
                places[old.article_id] = new.article_id
            elif new is not None:
                issues.append(_undecided(old, new))
    return Settled(gone=gone, later=places, issues=tuple(issues))


def _fate(
    old: Edition, later: Sequence[Edition], texts: Mapping[str, Article]
) -> tuple[str, Edition | None]:
    """Return why an edition no longer counts, and the one that took its place.

    Where it does count ("") the second is one that it cannot be told from.
    """
    if not later[-1].usable:
        return f"{WITHDRAWN}{_on(later[-1])}", later[-1]
    alike = [new for new in later if new.usable and _one_report(old, new, texts)]
    newer = [new for new in alike if _clock(new) > _clock(old)]
    if newer:
        return f"{REPLACED}{_on(newer[-1])}", newer[-1]
    return "", alike[0] if alike else None


def _order(edition: Edition) -> tuple[tuple[str, str], bool, str]:
    """Order editions; at one time a withdrawal is the later: it cannot go before its report."""
    return (_clock(edition), not edition.usable, edition.article_id)


def _clock(edition: Edition) -> tuple[str, str]:
    published = edition.modified_at or edition.published_at or edition.known_at
    return _text(published), _text(edition.known_at or published)


def _text(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()


def _on(edition: Edition) -> str:
    moment = edition.modified_at or edition.known_at or edition.published_at
    return "" if moment is None else f" on {moment.day} {moment:%B %Y, %H:%M} UTC"


def _one_report(old: Edition, new: Edition, texts: Mapping[str, Article]) -> bool:
    left, right = texts.get(old.article_id), texts.get(new.article_id)
    if left is None or right is None:
        return False
    if left.title.casefold() == right.title.casefold():
        return True
    one, other = set(left.text.casefold().split()), set(right.text.casefold().split())
    return len(one & other) >= LEAST_SHARED * min(len(one), len(other))


def _reports(editions: Iterable[Edition]) -> Iterator[list[Edition]]:
    """Yield the editions that share an address, or the publisher's id within one source."""
    group_of: dict[tuple[str, str], int] = {}
    groups: dict[int, list[Edition]] = {}
    for number, edition in enumerate(sorted(editions, key=lambda one: one.article_id)):
        met = {group_of[key] for key in _keys(edition) if key in group_of}
        joined = [edition, *(one for group in sorted(met) for one in groups.pop(group))]
        groups[number] = joined
        group_of.update({key: number for one in joined for key in _keys(one)})
    yield from groups.values()


def _keys(edition: Edition) -> list[tuple[str, str]]:
    keys = [("", edition.url)] if edition.url else []
    return [*keys, (edition.source_id, edition.given_id)] if edition.given_id else keys


def _undecided(old: Edition, new: Edition) -> Issue:
    return Issue(
        stage="engine",
        severity="warning",
        subject=old.article_id,
        code="edition-undecided",
        message=f"{old.article_id} and {new.article_id} are two texts of one report"
        f" ({old.url or old.given_id}) and no time tells which is the newer; both are read.",
    )
