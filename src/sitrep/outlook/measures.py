"""Counts of the last days' fire and its victims: the measure of further attacks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.outlook.evidence import Evidence
from sitrep.vocabulary.wording import with_articles

_KINDS = ("launched", "hit", "killed", "wounded")
_PART, _DAYS = timedelta(hours=6), timedelta(days=2)
"""The count of a shorter time says little of a day, that of a longer one is no day's."""
_WINDOW = re.compile(r", (?=night of |24 hours to |week of |\d)")
"""What stands before a question's window; a list of places has commas too."""
_FEW = 3
"""Fewer are no scale of attacks."""


def measures(states: Sequence[TrackerState], evidence: Evidence) -> list[TrackerState]:
    """Return the counts of fire in the theatre over at most two days just past, heaviest first."""
    return evidence.ranked([one for one in states if _measures(one, evidence)])


def _measures(state: TrackerState, evidence: Evidence) -> bool:
    if state.tracker != "strikes" or state.key.split(":", 1)[0] not in _KINDS:
        return False
    finding, number = evidence.findings[state.findings[0]], state.value.replace(",", "")
    if not number.isdigit() or int(number) < _FEW or not finding.answers[0].claimants:
        return False
    begins, ends, known = finding.happened_from, finding.happened_to, finding.last_known_at
    if begins is None or ends is None or known is None or not _within(finding, evidence):
        return False
    return _PART <= ends - begins <= _DAYS and known - ends <= _DAYS


def _within(finding: Finding, evidence: Evidence) -> bool:
    """Return whether a count has no place, or one in the theatre's region."""
    west, south, east, north = evidence.theatre.region
    placed = [
        (place.lat, place.lon)
        for one in finding.claims
        if one in evidence.claims
        for place in evidence.claims[one].places
        if place.name == finding.place and place.lat is not None and place.lon is not None
    ]
    inside = [west <= lon <= east and south <= lat <= north for lat, lon in placed if lat and lon]
    return not finding.place or not inside or all(inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A count in words with its window: "108 drones launched at Sudria, by the count of X"."""

    count: str
    window: str
    claims: tuple[str, ...]


def counted(state: TrackerState, evidence: Evidence) -> Measure:
    """Return a count in words, resting on the best claim that names who counts, and what."""
    finding = evidence.findings[state.findings[0]]
    answer, behind = finding.answers[0], list(evidence.behind(state))
    claimant = answer.claimants[0]
    text, *rest = _WINDOW.split(finding.question.text, maxsplit=1)
    window = "".join(rest)
    text, kind = f"{text[:1].lower()}{text[1:]}", state.key.split(":", 1)[0]
    heads = {one.id: _as_counted(text, kind, one) for one in behind}
    claim = max(behind, key=lambda one: _names(one, claimant, heads[one.id]))
    head = heads[claim.id]
    window = window.replace("24 hours to", "day to")
    article = "" if window[:1].isdigit() else "the "
    who = evidence.teller(claim, claimant)
    return Measure(
        count=f"{answer.text} {with_articles(head)}, by the count of {who}",
        window=f"{article}{window}",
        claims=(claim.id,),
    )


def _names(claim: Claim, claimant: str, head: str) -> int:
    """Return how much of a count a claim says itself: who counts, and what."""
    quote = claim.evidence.quote
    what = head.split(maxsplit=1)[0].lower() in quote.lower()
    return (claimant.rsplit(maxsplit=1)[-1].lower() in quote.lower()) + what


def _as_counted(head: str, kind: str, claim: Claim) -> str:
    """Return "people killed in …" with the report's own word for the people of a toll."""
    general, tail, rest = head.partition(f" {kind}")
    figure = next((one for one in claim.figures if one.kind == kind and one.counted), None)
    if kind not in ("killed", "wounded") or not tail or figure is None or not figure.counted:
        return head
    at = claim.evidence.quote.lower().find(figure.counted.lower())
    own = claim.evidence.quote[at : at + len(figure.counted)]
    plain = at >= 0 and " " not in own and own.lower() != general
    return f"{own if plain else general}{tail}{rest}"
