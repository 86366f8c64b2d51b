"""The timeline: one dated entry for each event finding of weight."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.timeline import TimelineEntry
from sitrep.vocabulary.types import Vocabulary

LEAST = 0.2
"""Importance below which a finding is no entry; read off the findings of 20–21 May 2025."""
_PLACED = 0.05
"""The same for a deed with a place and a day of its own: small, but no comment on another."""
_DEEDS = ("attack", "meeting", "visit", "control", "advance", "ceasefire", "exchange")
_LONG = timedelta(days=2)
"""What may have been on any day of a longer time has no day of its own."""
_COUNTED = (
    "killed", "launched", "intercepted", "captured", "prisoners", "hit", "wounded", "vehicles"
)  # fmt: skip
_HISTORY = timedelta(days=7)
"""What ended so long before its first report is no news of that day."""
_SAID = 0.4
"""Importance from which on what somebody said is an event."""
_MORE = 5
"""Further sentences of evidence that an entry shows."""
_BEST = 4
"""So many of a finding's claims give its actors and places."""
_HELD: Mapping[str, Literal["happened", "planned", "possible", "denied", "negated"]] = {
    "no": "negated",
    "planned": "planned",
    "possible": "possible",
}


def timeline(
    findings: Iterable[Finding],
    claims: Mapping[str, Claim],
    vocabulary: Vocabulary,
    least: float = LEAST,
) -> tuple[TimelineEntry, ...]:
    """Return the entries of findings with at least the importance `least` (0 to 1), by day.

    Entries of one day stand in order of weight. Superseded and withdrawn findings give none, nor
    do those without a day; statements only when they weigh more.
    """
    entries = (
        _entry(finding, claims, vocabulary)
        for finding in findings
        if finding.importance >= (min(least, _PLACED) if _placed(finding) else least)
        and _eventful(finding)
    )
    kept = [one for one in entries if one is not None]
    return tuple(sorted(kept, key=lambda one: (one.day, -one.weight, one.finding)))


def _placed(finding: Finding) -> bool:
    begun, ended = finding.happened_from, finding.happened_to
    dated = begun is not None and ended is not None and ended - begun <= _LONG
    return dated and finding.place is not None and finding.question.kind in _DEEDS


def _eventful(finding: Finding) -> bool:
    if finding.status in ("superseded", "withdrawn"):
        return False
    if finding.question.kind == "statement":
        return finding.importance >= _SAID
    return finding.question.kind != "count" or finding.question.key.split("|")[1] in _COUNTED


def _entry(
    finding: Finding, claims: Mapping[str, Claim], vocabulary: Vocabulary
) -> TimelineEntry | None:
    told = [claims[one] for one in finding.answers[0].claims_for if one in claims]
    when = _when(finding)
    if when is None or not told:
        return None
    first, last, basis = when
    answer = finding.answers[0]
    words = tuple(dict.fromkeys(claim.evidence.quote.strip() for claim in _by_voice(told)))
    return TimelineEntry(
        day=first,
        last=last,
        dated_by=basis,
        kind=finding.question.kind,
        text=_told(finding),
        words=words[0],
        more=words[1 : _MORE + 1],
        actors=_actors(told[:_BEST], vocabulary),
        place=finding.place or _place(told[:_BEST]),
        said_by=answer.claimants,
        status=finding.status,
        held="denied" if _denied(answer.text) else _HELD.get(answer.text, "happened"),
        weight=finding.importance,
        finding=finding.id,
        articles=finding.articles,
    )


def _told(finding: Finding) -> str:
    """Return the question; a count and who holds a place with their answers, which are the news."""
    question, answers = finding.question.text, finding.answers
    if finding.question.kind not in ("count", "control"):
        return question
    given = [one.text for one in answers]
    if len(answers) > 1:
        given = [f"{one.text} ({', '.join(one.claimants)})" for one in answers]
    return f"{question}{'' if question.endswith('?') else ':'} {'; '.join(given)}"


def _by_voice(told: Sequence[Claim]) -> list[Claim]:
    """Return the best claim, then the first of each known speaker: what every side says."""
    first: dict[str, Claim] = {}
    for claim in told:
        if claim.speaker_id is not None:
            first.setdefault(claim.speaker_id, claim)
    leading = dict.fromkeys(claim.id for claim in (told[0], *first.values()))
    known = {claim.id: claim for claim in told}
    return [known[one] for one in dict.fromkeys((*leading, *known))]


def _denied(answer: str) -> bool:
    return answer.startswith(("denied by", "not confirmed by"))


def _when(finding: Finding) -> tuple[date, date, Literal["stated", "reported"]] | None:
    """Return first and last day, and what they rest on; a night belongs to its morning."""
    known, begun, ended = finding.first_known_at, finding.happened_from, finding.happened_to
    if begun is not None and ended is not None:
        if known is not None and known - ended > _HISTORY:
            return None
        last = (ended - timedelta(microseconds=1)).astimezone(UTC).date()
        first = begun.astimezone(UTC).date()
        if last - first == timedelta(days=1) and ended - begun < timedelta(days=1):
            first = last
        return first, last, "stated"
    if known is None:
        return None
    return _day(known), _day(known), "reported"


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


def _actors(told: Sequence[Claim], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names of who acts and who is acted on, by the order in which claims name them."""
    ids: dict[str, None] = {}
    for claim in told:
        for event in claim.events:
            for one in (*event.actors, *event.targets):
                if one.entity_id is not None:
                    ids.setdefault(one.entity_id)
        for mention in claim.mentions:
            if mention.entity_id is not None and mention.entity_id != claim.speaker_id:
                ids.setdefault(mention.entity_id)
    known = (vocabulary.actors.get(one) for one in ids)
    return tuple(dict.fromkeys(actor.name for actor in known if actor is not None))


def _place(told: Sequence[Claim]) -> str | None:
    here = [p for claim in told for p in claim.places if p.use == "location"]
    return min(here, key=lambda p: (p.precision, p.name)).name if here else None
