"""Questions about actors: whose side, and which office on a day."""

from datetime import date

from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Actor, Office, Theatre, Vocabulary

_BODIES = frozenset({"ministry", "government", "force", "agency"})


def side_of(vocabulary: Vocabulary, theatre: Theatre, actor_id: str) -> str | None:
    """Return the party whose word `actor_id` speaks in `theatre` as an actor id, None for others.

    Follows `speaks_for`, and where an actor has none the body of the latest office. Allies and
    mediators are no party: their word is their own.
    """
    parties = {party.actor for party in theatre.parties}
    seen: set[str] = set()
    current: str | None = actor_id
    while current is not None and current not in seen:
        if current in parties:
            return current
        seen.add(current)
        actor = vocabulary.actors.get(current)
        current = _speaks_for(actor) if actor else None
    return None


def one_side(vocabulary: Vocabulary, left: str, right: str) -> bool:
    """Tell whether one of two actors speaks for the other, or is a member of it.

    They may have talks with one another, but "Germany and the European Union" that are in talks
    have them with somebody else.
    """
    one, other = _heads(vocabulary, left), _heads(vocabulary, right)
    if one & other:
        return True
    unions = (vocabulary.actors.get(union) for union in (left, right))
    return any(union is not None and (one | other) & set(union.members) for union in unions)


def _heads(vocabulary: Vocabulary, actor_id: str) -> set[str]:
    """Return an actor and all whose word it speaks."""
    seen: set[str] = set()
    current: str | None = actor_id
    while current is not None and current not in seen:
        seen.add(current)
        actor = vocabulary.actors.get(current)
        current = _speaks_for(actor) if actor else None
    return seen


def office_at(actor: Actor, day: date) -> Office | None:
    """Return the office that `actor` holds on `day` (both ends included), None if none.

    Of several the first in the file counts: editors list the weightiest first. An office without
    dates holds on every day, but yields to a dated one.
    """
    held = [office for office in actor.offices if _holds(office, day)]
    dated = [office for office in held if office.since or office.until]
    return next(iter(dated or held), None)


def mouthpiece_of(vocabulary: Vocabulary, actor_id: str, day: date) -> tuple[str, ...]:
    """Return the ids of those whose word an actor's is in short, the nearest first.

    A ministry, an army or a spokesman speaks for a state ("Norway says"); a president speaks for
    himself, and so does whoever speaks for anything that is no state in the end.
    """
    actor = vocabulary.actors.get(actor_id)
    if actor is None or actor.kind not in {*_BODIES, "person"}:
        return ()
    if actor.kind == "person":
        office = office_at(actor, day)
        title = office.title.lower() if office else ""
        if not any(word in title for word in titles().mouthpieces):
            return ()
    chain: list[str] = []
    current = _speaks_for(actor)
    while current is not None and current not in chain:
        chain.append(current)
        behind = vocabulary.actors.get(current)
        if behind is not None and behind.kind == "country":
            return tuple(chain)
        current = _speaks_for(behind) if behind else None
    return ()


def _holds(office: Office, day: date) -> bool:
    return (office.since is None or office.since <= day) and (
        office.until is None or day <= office.until
    )


def _speaks_for(actor: Actor) -> str | None:
    if actor.speaks_for or not actor.offices:
        return actor.speaks_for
    latest = max(actor.offices, key=lambda office: office.until or date.max)
    return latest.of


def family_name(name: str) -> str:
    """Return the part of a person's full name that stands for it: "Peskov", "Al Thani"."""
    *given, last = name.split() or [""]
    return f"{given[-1]} {last}" if given and given[-1] in titles().particles else last
