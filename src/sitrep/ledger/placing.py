"""Counts without a place, set beside the same claimant's count that has one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply

_PLACE = 4
"""The position of the place among the parts of a count's key."""


def placed(replies: Sequence[Reply], context: Context) -> Iterator[Reply]:
    """Yield replies; a toll that names no place takes that of its claimant's same number.

    "The ministry said 60 people were killed on Tuesday" is its "60 killed in Gaza on Tuesday": the
    same claimant, number, kind and stated window. With two such places nobody can tell.
    """
    tolls = [reply for reply in replies if _toll(reply, context)]
    found: dict[tuple[object, ...], set[tuple[str, str]]] = {}
    for reply in tolls:
        if reply.place is not None:
            found.setdefault(_count(reply), set()).add((reply.place, reply.text))
    for reply in replies:
        places = found.get(_count(reply), set()) if _toll(reply, context) else set()
        if reply.place is None and len({place for place, _ in places}) == 1:
            place, text = min(places)
            key = reply.key.split("|")
            key[_PLACE] = place
            yield replace(reply, place=place, key="|".join(key), text=text)
        else:
            yield reply


def _toll(reply: Reply, context: Context) -> bool:
    if reply.kind != "count" or reply.window.start is None:
        return False
    return reply.key.split("|")[1] in context.words.tolls


def _count(reply: Reply) -> tuple[object, ...]:
    kind = tuple(reply.key.split("|")[1:_PLACE])
    return (*kind, reply.window.key, reply.origin, reply.value, reply.qualifier)
