"""A truce that is agreed or runs: whether it comes into force and holds."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from sitrep.model.extraction import Claim
from sitrep.model.findings import Indicator, TrackerState
from sitrep.model.truces import Truce
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.stands import Stand
from sitrep.vocabulary.phrases import phrase_patterns

_AGREED = ("agreed", "said to be agreed")
_RUNS = ("in force", "extended", "suspended")
_STEPS = 2


def standing_truce(
    states: Sequence[TrackerState], evidence: Evidence
) -> tuple[TrackerState, Truce] | None:
    """Return the weightiest truce that the parties have agreed on or that runs, None for none."""
    found = [
        one
        for one in states
        if one.truce is not None
        and one.truce.kind == "ceasefire"
        and one.truce.status in (*_AGREED, *_RUNS)
    ]
    first = next(iter(evidence.ranked(found)), None)
    return (first, first.truce) if first is not None and first.truce is not None else None


def truce_text(
    truce: Truce, held: Sequence[Stand], evidence: Evidence
) -> tuple[str, tuple[str, ...]]:
    """Return what hangs on a truce, as the rest of "The next days turn on …", and its claims.

    The begin is named where a report names the day; who names it, where that is another one than
    who says that the sides agreed.
    """
    named, by = _named(truce, held, evidence)
    cited = tuple(one.claims[0] for one in held)
    if truce.status in _RUNS:
        return f"whether {named} holds", cited
    sides = " and ".join(evidence.name(one) for one in evidence.parties)
    told = f", according to {by}" if by else ""
    begin = _begin(evidence)
    when = ""
    if begin is not None:
        day, claim = begin
        who = "" if claim.speaker == by else f", the day that {claim.speaker} has named,"
        when = f" on {day.day} {day:%B}{who}"
        cited = (*cited, claim.id)
    text = f"whether {named}, on which {sides} have agreed{told}, comes into force{when} and holds"
    return text, cited


def _named(truce: Truce, held: Sequence[Stand], evidence: Evidence) -> tuple[str, str]:
    """Return the truce in the fullest words for it, and who says that it is agreed."""
    parties = [one for one in held if one.actor in evidence.parties and one.value == "accepted"]
    best = max(parties, key=lambda one: len(one.named), default=None)
    if best is None:
        return f"the {truce.name.removeprefix('the ')}", ""
    told = next((one.teller for one in parties if one.teller), "")
    named = best.named.split(" ", 1)[1] if best.named.startswith(("a ", "an ")) else best.named
    return f"the {named.removeprefix('the ')}", told


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
