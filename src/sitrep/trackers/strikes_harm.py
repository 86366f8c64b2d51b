"""What fire did: casualties as low, best and high, and what kinds of things were damaged."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sitrep.model.base import Record
from sitrep.model.extraction import Claim
from sitrep.model.findings import Answer, Finding
from sitrep.trackers.strikes_tally import scope_of, window_words
from sitrep.vocabulary.strikes import strike_words

_TOLLS = ("killed", "wounded")
_COUNTRY = 6
"""Places of this precision (UCDP) and above are states: no place where something was damaged."""


class Toll(Record, frozen=True, kw_only=True):
    """The killed or wounded of one attack, night or day, after UCDP: low ≤ best ≤ high.

    `best` is the best supported number, `low` and `high` the bounds of all that is claimed; `who`
    are the people counted ("civilians"), `region` the place, "" where none is told.
    """

    kind: str
    who: str
    region: str
    words: str
    start: datetime | None
    end: datetime | None
    known_at: datetime | None
    low: float
    best: float
    high: float
    claimants: tuple[str, ...]
    finding: str


class Damage(Record, frozen=True, kw_only=True):
    """A kind of thing that was damaged at a place, on the day of its report or as dated."""

    category: str
    region: str
    start: datetime | None
    end: datetime | None
    known_at: datetime | None
    claimants: tuple[str, ...]
    findings: tuple[str, ...]


def tolls(findings: Iterable[Finding]) -> tuple[Toll, ...]:
    """Return the tolls of strikes, the latest first; what is not dated and not placed is none."""
    found = [toll for finding in findings if (toll := _toll(finding)) is not None]
    return tuple(sorted(found, key=lambda one: (-_when(one), one.kind, one.region, one.finding)))


def _toll(finding: Finding) -> Toll | None:
    scope = scope_of(finding)
    if scope is None or scope.kind not in _TOLLS or finding.track not in ("strikes", "ground"):
        return None
    bounds = [bound for answer in finding.answers for bound in _bounds(answer)]
    best = _best(finding.answers)
    if best is None or (finding.happened_from is None and not scope.region):
        return None
    return Toll(
        kind=scope.kind,
        who=scope.subject,
        region=scope.region,
        words=window_words(finding),
        start=finding.happened_from,
        end=finding.happened_to,
        known_at=finding.last_known_at,
        low=min([best, *bounds]),
        best=best,
        high=max([best, *bounds]),
        claimants=tuple(dict.fromkeys(n for a in finding.answers for n in a.claimants)),
        finding=finding.id,
    )


def _bounds(answer: Answer) -> list[float]:
    return [n for n in (answer.low, answer.value, answer.high) if n is not None]


def _best(answers: Sequence[Answer]) -> float | None:
    """Return the number of the best supported answer that has one."""
    for answer in answers:
        for number in (answer.value, answer.low, answer.high):
            if number is not None:
                return number
    return None


def damage(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> tuple[Damage, ...]:
    """Return what was reported damaged, by kind and place, the latest first.

    A sentence about strikes that tells of damage and names a kind of thing tells that this kind was
    damaged there. What a speaker denies, or says might come, is no damage.
    """
    found: dict[tuple[str, str], list[tuple[Finding, Claim]]] = {}
    for finding in findings:
        if finding.track != "strikes":
            continue
        for claim in (claims[name] for name in finding.claims if name in claims):
            for category in _categories(claim):
                found.setdefault((category, _place(claim)), []).append((finding, claim))
    made = [_damage(category, place, told) for (category, place), told in found.items()]
    return tuple(sorted(made, key=lambda one: (-_when(one), one.category, one.region)))


def _categories(claim: Claim) -> list[str]:
    words, text = strike_words(), claim.evidence.quote.casefold()
    if claim.stance in ("denies", "rejects", "warns") or not words.damage.search(text):
        return []
    if words.none.search(text):
        return []
    return [name for name, pattern in words.categories.items() if pattern.search(text)]


def _place(claim: Claim) -> str:
    exact = [p for p in claim.places if p.use == "location" and p.precision < _COUNTRY]
    return exact[0].name if exact else ""


def _damage(category: str, place: str, told: Sequence[tuple[Finding, Claim]]) -> Damage:
    times = [claim.as_of for _, claim in told if claim.as_of is not None]
    known = [finding.last_known_at for finding, _ in told if finding.last_known_at is not None]
    return Damage(
        category=category,
        region=place,
        start=min((time.start for time in times), default=None),
        end=max((time.end for time in times), default=None),
        known_at=max(known, default=None),
        claimants=tuple(dict.fromkeys(claim.speaker for _, claim in told)),
        findings=tuple(sorted({finding.id for finding, _ in told})),
    )


def _when(one: Toll | Damage) -> float:
    moment = one.end or one.known_at
    return moment.timestamp() if moment else 0.0
