"""Talks and visits that are planned or thought possible, with who says so and how surely."""

import re
from collections.abc import Sequence
from datetime import timedelta

from sitrep.model.findings import Finding, TrackerState
from sitrep.outlook.evidence import Evidence
from sitrep.vocabulary.phrases import phrase_patterns

AHEAD = ("planned", "possible")
"""Values of meetings that have not taken place."""
TOPICS = ("ceasefire", "peace settlement", "prisoners")
_SIDES = 2
_WEEK = timedelta(days=7)


def ahead(states: Sequence[TrackerState], evidence: Evidence) -> list[TrackerState]:
    """Return the meetings to come that bear on the conflict, the weightiest first.

    They bear on it where two of its parties and mediators meet, or a party over a truce, a peace or
    prisoners.
    """
    return evidence.ranked([one for one in states if _bears(one, evidence)])


def _bears(state: TrackerState, evidence: Evidence) -> bool:
    met = state.meeting
    if met is None or state.value not in AHEAD or not state.findings:
        return False
    sides = evidence.sides(met.actors)
    parties = sides & set(evidence.parties)
    talk = any(topic in TOPICS for topic in met.topics)
    return bool(parties) and (len(sides) >= _SIDES or talk) and bool(evidence.claims_of([state]))


def told(state: TrackerState, evidence: Evidence) -> str:
    """Return "the talks between A and B in the week from 26 May, which C called very likely,"."""
    finding = evidence.findings[state.findings[0]]
    head = finding.question.text.partition(", ")[0]
    hedge = hedged(state, evidence)
    return f"the {head[:1].lower()}{head[1:]}{when(finding)}{f', {hedge},' if hedge else ''}"


def hedged(state: TrackerState, evidence: Evidence) -> str:
    """Return who says how surely that a meeting will be: "which C called very likely"."""
    finding = evidence.findings[state.findings[0]]
    who = next(iter(finding.answers[0].claimants), "")
    claim = next(evidence.behind(state), None)
    if not who or claim is None:
        return ""
    text = claim.evidence.quote.lower()
    for pattern, words in phrase_patterns().hedges:
        match = re.search(pattern, text)
        if match is not None:
            how = match.groupdict().get("how") or ""
            return words.format(who=evidence.called(who), how=how)
    return ""


def when(finding: Finding) -> str:
    """Return " in the week from 26 May" or " on 25–27 May" for a time to come, "" for none."""
    begins, known = finding.happened_from, finding.last_known_at
    if begins is None or known is None or begins <= known:
        return ""
    window = finding.question.text.partition(", ")[2].split(", ")[0]
    if window.startswith("week of "):
        return f" in the week from {window.removeprefix('week of ')}"
    return f" on {window}" if window[:1].isdigit() else ""
