"""A truce that is agreed or runs: whether it comes into force and holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sitrep.model.extraction import Claim
from sitrep.model.findings import Clause, Indicator, TrackerState
from sitrep.model.truces import Truce
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.phrases import phrase
from sitrep.outlook.proposals import dispute
from sitrep.outlook.stands import Stand
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.phrases import phrase_patterns

HEARSAY = "said to be agreed"
_AGREED = ("agreed", HEARSAY)
RUNS = ("in force", "extended", "suspended")
_OVER = ("lapsed", "ended")
_FARES = {
    "in force": "{named} is in force",
    "extended": "{named} has been extended",
    "suspended": "{named} is suspended",
    "lapsed": "{named} has lapsed",
    "ended": "{named} is over",
}
_NEAR = 0.8
"""A truce goes before what single parties made of a proposal that weighs no more than this less."""
_YES = ("accepted", "declared", "accepted with conditions")
_ARTICLE = re.compile(r"^(?:a|an|another|the) ")
_STEPS = 2


def standing_truce(
    held: Sequence[Stand], states: Sequence[TrackerState], evidence: Evidence
) -> tuple[TrackerState, Truce] | None:
    """Return the weightiest truce that is agreed or runs, None where another matter weighs more.

    A proposal that the theatre file says was agreed before is agreed; reports of a day need not
    say again who agreed to it. A truce that somebody is said to have broken runs.
    """
    found = [one for one in states if _truce(one) is not None]
    first = next(iter(evidence.ranked(found)), None)
    truce = _truce(first) if first is not None else None
    if first is None or truce is None or not _stands(truce, first, evidence):
        return None
    if truce.status == HEARSAY and not _borne_out(held, evidence):
        return None
    other = max((one.weight for one in held), default=0.0)
    heavy = evidence.weight(first) >= _NEAR * other
    return (first, truce) if heavy or dispute(held, evidence) is None else None


def _borne_out(held: Sequence[Stand], evidence: Evidence) -> bool:
    """Return whether an agreement of which others speak is what the parties' positions say too."""
    return any(one.value in _YES for one in held if one.actor in evidence.parties)


def _truce(state: TrackerState) -> Truce | None:
    return state.truce if state.truce is not None and state.truce.kind == "ceasefire" else None


def _stands(truce: Truce, state: TrackerState, evidence: Evidence) -> bool:
    if truce.status in (*_AGREED, *RUNS):
        return True
    listed = next((p for p in evidence.theatre.proposals if p.id == truce.proposal), None)
    before = listed.agreed if listed is not None else None
    now = state.as_of.date() if state.as_of else None
    agreed = before is not None and now is not None and before <= now
    if before and now and truce.length_days and before + timedelta(truce.length_days) < now:
        return False
    return truce.status not in _OVER and (agreed or bool(truce.violations))


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A truce that runs or is over: how it fares, as clauses, and the last report's moment."""

    truce: Truce
    clauses: tuple[Clause, ...]
    at: datetime | None


def running_truce(
    held: Sequence[Stand], states: Sequence[TrackerState], evidence: Evidence
) -> Running | None:
    """Return how the weightiest truce fares, by the word of who says so.

    None where it does not run and is not over: then the positions on it tell more.
    """
    found = [one for one in states if _truce(one) is not None]
    first = next(iter(evidence.ranked(found)), None)
    truce = _truce(first) if first is not None else None
    other = max((one.weight for one in held), default=0.0)
    if first is None or truce is None or evidence.weight(first) < _NEAR * other:
        return None
    claim = next((one for one in _told(first, evidence) if one.speaker == truce.said_by), None)
    if truce.status not in _FARES or claim is None:
        return None
    text = _FARES[truce.status].format(named=_called(truce, claim))
    by = "" if claim.attribution is None else f", according to {evidence.called(claim.speaker)}"
    broken = "".join(f"; {one}" for one in _accusations(truce, evidence))
    clause = Clause(
        actor="", text=f"{text}{by}{broken}", claims=(claim.id,), findings=first.findings
    )
    return Running(truce=truce, clauses=(clause,), at=first.as_of)


def _called(truce: Truce, claim: Claim | None) -> str:
    """Return a truce in the words of a report, definite; else by its name."""
    found = phrase(claim.evidence.quote, patterns().nouns["ceasefire"]) if claim else None
    named = found.text if found is not None and claim and claim.language == "en" else truce.name
    return f"the {_ARTICLE.sub('', named)}"


def _told(state: TrackerState, evidence: Evidence) -> Iterator[Claim]:
    """Yield the claims behind a truce's state that speak of one, the last first."""
    noun = patterns().any_noun
    told = [
        evidence.claims[id_]
        for name in state.findings
        for id_ in (evidence.findings[name].claims if name in evidence.findings else ())
        if id_ in evidence.claims
    ]
    fit = [one for one in told if noun.search(one.evidence.quote.lower())]
    fit = [one for one in fit if evidence.trusts(one) and evidence.counts(one)]
    yield from sorted(fit, key=lambda one: (str(one.published_at), one.id), reverse=True)


def _accusations(truce: Truce, evidence: Evidence) -> Iterator[str]:
    """Yield "A accuses B of breaking it" for each pair that a report names."""
    pairs = dict.fromkeys((one.by, one.against) for one in truce.violations)
    for by, against in pairs:
        if by in evidence.parties and against in evidence.parties and by != against:
            accused = f"{evidence.name(by)} accuses {evidence.name(against)}"
            yield evidence.agreeing(f"{accused} of breaking it")


def truce_text(
    state: TrackerState, truce: Truce, held: Sequence[Stand], evidence: Evidence
) -> tuple[str, tuple[str, ...]]:
    """Return what hangs on a truce, as the rest of "The next days turn on …", and its claims.

    The begin is named where a report names the day; who names it, where that is another one than
    who says that the sides agreed.
    """
    behind = {*state.findings, *(name for one in truce.positions for name in one.findings)}
    agreed = [
        one
        for one in held
        if one.actor in evidence.parties and one.value in _YES and behind & set(one.findings)
    ]
    best = max(agreed, key=lambda one: len(one.named), default=None)
    claim = next(_told(state, evidence), None)
    cited = tuple(one.claims[0] for one in agreed) or ((claim.id,) if claim else ())
    named = f"the {_ARTICLE.sub('', best.named)}" if best else _called(truce, claim)
    if truce.status == "suspended":
        return f"whether {named}, which is suspended, is taken up again", cited
    if truce.status in RUNS or truce.violations:
        accused = list(_accusations(truce, evidence))
        told = f"; {' and '.join(accused)}" if accused else ""
        return f"whether {named} holds{told}", cited
    by = next((one.teller for one in agreed if one.teller), "")
    by_whom = f", on which {_sides(truce, evidence)} have agreed" if truce.status in _AGREED else ""
    by_whom += f", according to {evidence.called(by)}" if by and by_whom else ""
    begin = _begin(evidence)
    when = ""
    if begin is not None:
        day, claim = begin
        named_there = claim.attribution is not None and claim.speaker in claim.evidence.quote
        plain = claim.speaker == by or not named_there
        who = "" if plain else f", the day that {claim.speaker} has named,"
        when = f" on {day.day} {day:%B}{who}"
        cited = (*cited, claim.id)
    comma = "," if by_whom else ""
    return f"whether {named}{by_whom}{comma} comes into force{when} and holds", cited


def _sides(truce: Truce, evidence: Evidence) -> str:
    """Return the parties that are said to have agreed."""
    agreed = [one.actor for one in truce.positions if one.stand in _YES]
    names = [evidence.name(one) for one in evidence.parties if one in agreed]
    if len(names) < len(_AGREED):
        return "the sides"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _begin(evidence: Evidence) -> tuple[datetime, Claim] | None:
    """Return the day on which an agreement is to begin, and the claim that says so."""
    for claim, match in _steps(evidence):
        at = claim.evidence.start + match.start()
        for time in claim.times:
            ahead = claim.published_at is not None and time.start > claim.published_at
            if time.granularity == "day" and time.span.start >= at and ahead and match["begin"]:
                return time.start, claim
    return None


def steps(evidence: Evidence) -> Iterator[Indicator]:
    """Yield the reports' own sentences on what is to come of an agreement: begin, vote, signature.

    The weightiest first, two at most.
    """
    for claim, _ in islice(_steps(evidence), _STEPS):
        yield Indicator(text="", claims=(claim.id,), as_told=True)


def _steps(evidence: Evidence) -> Iterator[tuple[Claim, re.Match[str]]]:
    seen: set[str] = set()
    for finding in sorted(evidence.findings.values(), key=lambda one: (-one.importance, one.id)):
        for id_ in finding.claims:
            claim = evidence.claims.get(id_)
            if claim is None or not evidence.trusts(claim) or not evidence.counts(claim):
                continue
            quote = claim.evidence.quote
            match = phrase_patterns().steps.search(quote.lower())
            if match is not None and quote not in seen:
                seen.add(quote)
                yield claim, match
