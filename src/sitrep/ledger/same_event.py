"""One event told in different words: the same people, the same kind of act, the same day."""

from collections.abc import Iterator, Sequence

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply

_OPENING = "\"“„«'"
"""A sentence that opens with a quotation is of what somebody says of the event."""
_MET = 2
"""Two who meet are a meeting, one who travels a visit."""
_STRANGER = 4
"""A name of fewer letters may be anybody's."""


def same_events(block: Sequence[Reply], context: Context) -> Iterator[tuple[int, int]]:
    """Yield positions of replies of a block that tell one event by who took part and when.

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


def _signature(reply: Reply, context: Context) -> tuple[str, ...] | None:
    """Return what tells an event from others of its kind, None where too little is known."""
    event = reply.event
    if event is None or reply.claim.evidence.quote[:1] in _OPENING:
        return None
    real = "actual" if event.modality == "actual" else "open"
    people = sorted({one for one in reply.actors if _person(one, context)})
    if reply.kind == "meeting" and len(people) >= _MET:
        return ("meeting", real, *people)
    if reply.kind == "visit" and people and reply.place:
        return ("visit", real, people[0], reply.place)
    if reply.kind == "attack" and event.polarity == "affirmed":
        victims = [one.name.split()[-1].casefold() for one in event.targets if _stranger(one.name)]
        if victims and not event.actors:
            return ("attack", real, victims[0])
    return None


def _person(actor_id: str, context: Context) -> bool:
    actor = context.actor(actor_id)
    return actor is not None and actor.kind == "person"


def _stranger(name: str) -> bool:
    """Tell whether a name may be of a person whom no file knows."""
    return name[:1].isupper() and len(name.rsplit(maxsplit=1)[-1]) >= _STRANGER
