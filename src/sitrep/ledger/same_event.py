"""One event told in different words: the same people, the same kind of act, the same day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from sitrep.language.content import Content
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.model.extraction import Participant

_OPENING = "\"“„«'"
"""A sentence that opens with a quotation is of what somebody says of the event."""
_MET = 2
"""Two who meet are a meeting, one who travels a visit."""
_TOWN = 2
"""UCDP precision up to which a place is a town or near one."""
_PLACED = 0.2
"""Two attacks on one place on one day are one when they share this much of the lesser's matter."""
_DAYS = timedelta(days=2)
"""Accounts of one attack come out within so much of one another."""
_FREED = ("release", "abduct")
_STRANGER = 4
"""A name of fewer letters may be anybody's."""


def same_events(
    block: Sequence[Reply], content: Content, context: Context
) -> Iterator[tuple[int, int]]:
    """Yield positions of replies of a block that tell one event by who took part, where and when.

    A reply without a stated time joins only where all others of its signature are of one day.
    """
    alike: dict[tuple[str, ...], list[int]] = {}
    for number, reply in enumerate(block):
        mark = _signature(reply, context)
        if mark is not None:
            alike.setdefault(mark, []).append(number)
    for _, numbers in sorted(alike.items()):
        days = {block[number].window.day for number in numbers} - {None}
        for place, left in enumerate(numbers):
            for right in numbers[place + 1 :]:
                one, other = block[left].window.day, block[right].window.day
                if one == other or (len(days) == 1 and (one is None or other is None)):
                    yield left, right
    yield from _on_one_place(block, content, context)
    yield from _accounts(block, content, context)


def _on_one_place(
    block: Sequence[Reply], content: Content, context: Context
) -> Iterator[tuple[int, int]]:
    """Yield attacks by one side on one place on one day that share enough words with it.

    A raid on a small town is one event; the rarer its name, the more a sentence says by naming it.
    In a city that all reports name, two blows need more in common.
    """
    struck: dict[tuple[str, date], list[int]] = {}
    for number, reply in enumerate(block):
        if reply.kind == "attack" and reply.place and reply.window.day and _told(reply):
            struck.setdefault((reply.place, reply.window.day), []).append(number)
    for _, numbers in sorted(struck.items()):
        for left, right in combinations(numbers, 2):
            ids = block[left].claim.id, block[right].claim.id
            if not _rivals(block[left], block[right], context) and content.shared(*ids) >= _PLACED:
                yield left, right


def _accounts(
    block: Sequence[Reply], content: Content, context: Context
) -> Iterator[tuple[int, int]]:
    """Yield attacks that name one party, of which both sentences say how they were made.

    "Fired warning shots" and "deliberately targeted the delegation" are two accounts of one attack
    where they share some of their matter and neither town nor day tells them apart.
    """
    told = [n for n, reply in enumerate(block) if reply.manner and reply.affirms]
    for left, right in combinations(told, 2):
        one, other = block[left], block[right]
        days = {one.window.day, other.window.day} - {None}
        apart = _rivals(one, other, context) or not _sides(one, context) & _sides(other, context)
        if apart or len(days) > 1 or elsewhere(one, other) or not _near(one, other):
            continue
        if content.shared(one.claim.id, other.claim.id) >= _PLACED:
            yield left, right


def _sides(reply: Reply, context: Context) -> frozenset[str]:
    """Return the parties that a sentence names."""
    named = (context.side(mention.entity_id) for mention in reply.claim.mentions)
    return frozenset(side for side in named if side is not None)


def _near(left: Reply, right: Reply) -> bool:
    """Tell whether two reports came out within days of one another."""
    one, other = left.claim.published_at, right.claim.published_at
    return one is not None and other is not None and abs(one - other) <= _DAYS


def _told(reply: Reply) -> bool:
    return reply.claim.evidence.quote[:1] not in _OPENING


def _rivals(left: Reply, right: Reply, context: Context) -> bool:
    """Tell whether two attacks are by different parties."""
    one, other = _attackers(left, context), _attackers(right, context)
    return bool(one and other and not one & other)


def _attackers(reply: Reply, context: Context) -> frozenset[str]:
    actors = reply.event.actors if reply.event else ()
    return frozenset(side for actor in actors if (side := context.side(actor.entity_id)))


def elsewhere(left: Reply, right: Reply) -> bool:
    """Tell whether two attacks or visits are of different places, each of them named."""
    if left.kind not in ("attack", "visit"):
        return False
    one, other = _spots(left), _spots(right)
    return bool(one and other and not one & other)


def _spots(reply: Reply) -> frozenset[str]:
    """Return the towns that a sentence places something in: what is larger may hold another."""
    return frozenset(
        place.name
        for place in reply.claim.places
        if place.use == "location" and place.precision <= _TOWN
    )


def _signature(reply: Reply, context: Context) -> tuple[str, ...] | None:
    """Return what tells an event from others of its kind, None where too little is known."""
    event = reply.event
    if event is None or reply.claim.evidence.quote[:1] in _OPENING:
        return None
    real = "actual" if event.modality == "actual" else "open"
    people = sorted({one for one in reply.actors if _person(one, context)})
    if reply.kind == "meeting" and len(people) >= _MET:
        return ("meeting", real, *people)
    goal = reply.place or next((one for one in reply.actors if _country(one, context)), None)
    if reply.kind == "visit" and people and goal:
        return ("visit", real, people[0], goal)
    if event.mode in _FREED:
        freed = [one.name for one in event.targets if _single(one, context)]
        return ("freed", event.mode or "", real, freed[0].casefold()) if freed else None
    if reply.kind == "attack" and event.polarity == "affirmed":
        victims = [one.name.split()[-1].casefold() for one in event.targets if _stranger(one.name)]
        if victims and not event.actors:
            return ("attack", real, victims[0])
    return None


def _single(one: Participant, context: Context) -> bool:
    """Tell whether a participant is one person, known or a stranger with a name."""
    if one.entity_id is not None:
        return _person(one.entity_id, context)
    return _stranger(one.name) and " " in one.name


def _country(actor_id: str, context: Context) -> bool:
    actor = context.actor(actor_id)
    return actor is not None and actor.kind == "country"


def _person(actor_id: str, context: Context) -> bool:
    actor = context.actor(actor_id)
    return actor is not None and actor.kind == "person"


def _stranger(name: str) -> bool:
    """Tell whether a name may be of a person whom no file knows."""
    return name[:1].isupper() and len(name.rsplit(maxsplit=1)[-1]) >= _STRANGER
