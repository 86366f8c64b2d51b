"""Two courses from an open question, each with the signs that claims say to watch."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from sitrep.model.findings import Indicator, Odds, Scenario, TrackerState
from sitrep.outlook.courses import settled, stalled, titles
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.meetings import ahead, told
from sitrep.outlook.proposals import Dispute
from sitrep.outlook.questions import Open
from sitrep.outlook.rates import odds, quiet
from sitrep.outlook.signs import LEAST, of_attacks, of_meetings, of_positions, of_words
from sitrep.outlook.standing import terms
from sitrep.outlook.stands import BLAMED
from sitrep.outlook.truce import steps


def scenarios(
    question: Open, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    """Return the course towards a settlement and the course without one.

    A course rests on states that point its way; where the states carry one course alone, none is
    projected: one course is no choice.
    """
    if question.dispute is not None:
        return _of_proposal(question, question.dispute, states, evidence)
    if question.matter in ("truce", "area"):
        of = _of_truce if question.matter == "truce" else _of_area
        return of(question, states, evidence)
    if question.state is None:
        return ()
    by_state = {"talks": _of_talks, "strikes": _of_strikes, "place": _of_place}
    return by_state[question.matter](question, question.state, states, evidence)


def _of_proposal(
    question: Open, found: Dispute, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    meetings = [one for one in ahead(states, evidence) if evidence.weight(one) >= LEAST]
    own_terms = terms(found.party, states, evidence)
    cited = question.claims
    for_it = [
        *of_meetings(meetings, evidence),
        *of_positions(states, evidence, yielding=True),
        *of_words(cited, evidence, yielding=True),
    ]
    for_it = _once(one for one in for_it if not set(one.claims) & set(cited))
    against = _once(
        (
            *_own_stand(found),
            *of_positions(states, evidence, yielding=False),
            *of_words(cited, evidence, yielding=False),
            *of_attacks(states, evidence),
        )
    )
    stands_off = found.own is not None or own_terms is not None or against
    towards = found.favouring is not None or for_it or found.value == BLAMED
    if not towards or not stands_off:
        return ()
    settles, signs = settled(found, evidence)
    first, second = titles(found, evidence)
    stalls, marks = stalled(found, evidence, own_terms[0] if own_terms else "")
    met = f"{told(meetings[0], evidence)} take place and " if meetings else ""
    claims = (*question.claims, *evidence.claims_of(meetings[:1]))
    own = found.own.claims[:1] if found.own else ()
    theirs = (own_terms[1].id,) if own_terms else ()
    return (
        Scenario(
            name=first,
            text=evidence.agreeing(
                f"In the first course, {met}{settles}; the signs would be {signs}."
            ),
            claims=tuple(dict.fromkeys(claims)),
            indicators=tuple(for_it),
        ),
        Scenario(
            name=second,
            text=evidence.agreeing(
                f"In the second, {stalls} and the fighting goes on; the signs would be {marks}."
            ),
            claims=(*own, *theirs) or question.claims,
            indicators=tuple(against),
        ),
    )


def _once(signs: Iterable[Indicator]) -> list[Indicator]:
    """Return signs without those that rest on the same claims as one before."""
    return list({one.claims: one for one in reversed(tuple(signs))}.values())[::-1]


def _own_stand(found: Dispute) -> Iterator[Indicator]:
    """Yield the party's own stand as the report tells it, with what it ties it to."""
    if found.own is not None:
        yield Indicator(text="", claims=found.own.claims[:1], as_told=True)


def _of_talks(
    question: Open, talks: TrackerState, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    against = [*of_positions(states, evidence, yielding=False), *of_attacks(states, evidence)]
    if not against:
        return ()
    return (
        Scenario(
            name="The talks take place",
            text="In the first course, they are held; the signs would be a place, a date and the"
            " names of those who are sent.",
            claims=question.claims,
            indicators=tuple(of_meetings([talks], evidence)),
        ),
        Scenario(
            name="The talks do not take place",
            text="In the second, they are put off and the fighting goes on; the signs would be new"
            " conditions for talks and further attacks.",
            claims=question.claims,
            indicators=tuple(against),
        ),
    )


def _of_truce(
    question: Open, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    against = _once(
        (
            *of_positions(states, evidence, yielding=False),
            *of_words(question.claims, evidence, yielding=False),
            *of_attacks(states, evidence),
        )
    )
    return (
        Scenario(
            name="The truce holds",
            text="In the first course, it is kept as agreed; the signs would be the next steps on"
            " the days named for them and no report of a breach.",
            claims=question.claims,
            indicators=tuple(steps(evidence)),
        ),
        Scenario(
            name="The truce fails",
            text="In the second, a step is put off or the fighting goes on; the signs would be new"
            " conditions, accusations of a breach and further attacks.",
            claims=question.claims,
            indicators=tuple(against),
        ),
    )


def _of_strikes(
    question: Open, state: TrackerState, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    found = odds(state, evidence)
    return (
        _rated(
            found,
            name="The attacks go on",
            text="In the first course, attacks on that scale go on; the sign would be the next"
            " count.",
            claims=question.claims,
            signs=of_positions(states, evidence, yielding=False),
        ),
        _rated(
            quiet(found) if found else None,
            name="The attacks ebb",
            text="In the second, they ebb; the signs would be lower counts, or talks on an end to"
            " them.",
            claims=question.claims,
            signs=of_positions(states, evidence, yielding=True),
        ),
    )


def _rated(
    found: Odds | None, *, name: str, text: str, claims: tuple[str, ...], signs: Iterable[Indicator]
) -> Scenario:
    """Return a course with its probability, where a base rate gives one."""
    course = Scenario(name=name, text=text, claims=claims, indicators=tuple(signs))
    if found is None:
        return course
    basis = f"{found.event}: {found.basis}"
    return replace(course, probability=found.probability, word=found.word, basis=basis)


def _of_area(
    question: Open, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    return (
        Scenario(
            name="The front moves on",
            text="In the first course, the advance goes on; the signs would be more places that"
            " both sides name as lost and won.",
            claims=question.claims,
            indicators=tuple(of_words(question.claims, evidence, yielding=True)),
        ),
        Scenario(
            name="The front holds",
            text="In the second, it halts; the signs would be accounts that name no new place,"
            " and attacks in return.",
            claims=question.claims,
            indicators=tuple(
                _once(
                    (
                        *of_words(question.claims, evidence, yielding=False),
                        *of_attacks(states, evidence),
                    )
                )
            ),
        ),
    )


def _of_place(
    question: Open, state: TrackerState, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[Scenario, ...]:
    if state.value != "contested":
        return ()
    place = state.key.split(":")[1]
    return (
        Scenario(
            name=f"One side's hold on {place} is confirmed",
            text="In the first course, the account of either side is borne out; the signs would be"
            " pictures from the place, a change on the maps, or a word of the other side that it"
            " has left.",
            claims=question.claims,
        ),
        Scenario(
            name=f"{place} stays contested",
            text="In the second, the fighting there goes on; the signs would be two accounts that"
            " still exclude each other and further attacks.",
            claims=question.claims,
            indicators=tuple(of_attacks(states, evidence)),
        ),
    )
