"""Questions about happenings in words for readers, only where the words are sure to be true.

A happening whose actors are not all known, or not of one kind, gets no question of its own: the
finding then quotes the first words of its best evidence.
"""

from collections.abc import Iterable, Sequence

from sitrep.ledger.context import Context
from sitrep.model.extraction import Claim, Event, Participant
from sitrep.model.findings import REPORTED, QuestionKind
from sitrep.vocabulary.actors import one_side
from sitrep.vocabulary.diplomacy import hosts, is_topic, with_others
from sitrep.vocabulary.types import Actor
from sitrep.vocabulary.wording import named_within

_STATES = ("country", "organisation", "group", "government")
_SHOWN = 2
"""So many actors, and so many targets, are named in a question."""
_WORDS = 10
"""So many first words of the evidence stand for a question that cannot be worded."""


def sound(participants: Iterable[Participant], claim: Claim, context: Context) -> tuple[str, ...]:
    """Return ids (names in lower case where unknown) of those who really take part.

    "An aide to the president" is not the president.
    """
    found = (
        one.entity_id or one.name.casefold()
        for one in participants
        if not context.kinship.search(_before(one, claim))
    )
    return tuple(dict.fromkeys(found))


def happening(kind: QuestionKind, event: Event, place: str, claim: Claim, context: Context) -> str:
    """Return what, who, whom and where in words without the time, "" where it is not sure."""
    actors = _known(event.actors, claim, context)
    targets = _known(event.targets, claim, context)
    if kind == "visit" and not hosts(event.trigger.quote):
        return _visit(actors, targets, place)
    if kind in ("meeting", "visit"):
        met = [one for one in event.targets if not _topic(one, claim)]
        after = claim.evidence.quote[event.trigger.end - claim.evidence.start :]
        return _meeting(event, actors, _known(met, claim, context), after, context)
    states = all(one.kind in _STATES for one in (*actors, *targets))
    if kind == "sanction" and actors and targets and states:
        return f"Sanctions by {_list(actors)} on {_list(targets)}"
    if kind == "attack" and place:
        attackers = [one for one in actors if context.side(one.id) and one.kind != "person"]
        return f"Attack{f' by {_list(attackers)}' if attackers else ''} in {place}"
    return ""


def reported(claimant: str, claim: Claim) -> str:
    """Return a neutral text for a finding without a question: who, when, and its first words."""
    words = claim.evidence.quote.split()
    cut = " ".join(words[:_WORDS]).strip("\"'“”„«» ")
    day = claim.published_at
    on = f" on {day.day} {day:%B}" if day else ""
    return f"{REPORTED}{claimant}{on}: {cut}{'…' if len(words) > _WORDS else ''}"


def _visit(actors: Sequence[Actor], targets: Sequence[Actor], place: str) -> str:
    visitors = [one for one in actors if one.kind == "person"]
    hosts = [named_within(one) for one in targets if one.kind in _STATES]
    goal = place or next(iter(hosts), "")
    return f"Visit by {_list(visitors)} to {goal}" if visitors and goal else ""


def _meeting(
    event: Event, actors: Sequence[Actor], met: Sequence[Actor], after: str, context: Context
) -> str:
    people = list({one.id: one for one in (*actors, *met)}.values())
    persons = [one for one in people if one.kind == "person"]
    states = [one for one in people if one.kind in _STATES]
    alike = persons if len(persons) > 1 else states if not persons else []
    together = [one for one in alike if one in actors][:_SHOWN]
    if len(together) == _SHOWN and (
        with_others(after) or one_side(context.vocabulary, together[0].id, together[1].id)
    ):
        # "A and B are in talks with C": they are on one side, whoever C is.
        alike = [together[0], *(one for one in alike if one not in actors)]
    if len(alike) < _SHOWN:
        return ""
    return f"{'Phone call' if event.mode == 'phone' else 'Talks'} between {_list(alike)}"


def _known(participants: Iterable[Participant], claim: Claim, context: Context) -> list[Actor]:
    ids = sound(participants, claim, context)
    return [actor for actor in map(context.actor, ids) if actor is not None]


def _list(actors: Iterable[Actor]) -> str:
    """Return the first names as a list: "A", "A and B"."""
    return " and ".join([named_within(actor) for actor in actors][:_SHOWN])


def _topic(one: Participant, claim: Claim) -> bool:
    return is_topic(
        _before(one, claim), claim.evidence.quote[one.span.end - claim.evidence.start :]
    )


def _before(one: Participant, claim: Claim) -> str:
    return claim.evidence.quote[: max(0, one.span.start - claim.evidence.start)].casefold()
