"""Base rates: how often a count like this one was followed by another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sitrep.model.findings import Finding, Odds, TrackerState
from sitrep.outlook.evidence import Evidence
from sitrep.vocabulary.probability import probability_words

Counted = Mapping[date, Mapping[str, float]]
"""The largest number of each kind of count, by the day read."""
_FEWEST = 5
"""Fewer days read before are no reference class."""


def counted_days(earlier: Iterable[tuple[date, Sequence[Finding]]]) -> Counted:
    """Return what the findings of earlier windows count, by the day on which a window ends.

    Each kind of count is "kind:weapon:target", as in the key of its state, with the largest number.
    """
    days: dict[date, dict[str, float]] = {}
    for day, findings in earlier:
        kinds = days.setdefault(day, {})
        for one in (one for one in findings if one.question.kind == "count"):
            key = ":".join(one.question.key.split("|")[1:4])
            number = max((a.value or a.low or 0.0 for a in one.answers), default=0.0)
            kinds[key] = max(kinds.get(key, 0.0), number)
    return days


def odds(state: TrackerState, evidence: Evidence) -> Odds | None:
    """Return how probable another such count is, by the best reference class at hand.

    That is a class of the theatre file, the one with the largest bound that the count reaches; one
    that ends after the count's last report is not known yet. Without one, the days read before, at
    least five: on how many of them the reports had a count of the kind of at least half as many.
    The probability is that of the rule of succession, (followed + 1) / (cases + 2) (Laplace 1814):
    no class makes anything certain. None where there is no class.
    """
    return _of_theatre(state, evidence) or _of_days(state, evidence.counted)


def _of_theatre(state: TrackerState, evidence: Evidence) -> Odds | None:
    kind, weapon, target = state.key.split(":")[:3]
    known = evidence.findings[state.findings[0]].last_known_at
    number = int(state.value.replace(",", ""))
    fitting = [
        rate
        for rate in evidence.theatre.rates
        if (rate.kind, rate.weapon, rate.target) == (kind, weapon, target)
        and rate.at_least <= number
        and (known is None or rate.until < known.date())
    ]
    rate = max(fitting, key=lambda one: (one.at_least, one.until), default=None)
    if rate is None:
        return None
    return _odds(
        f"another attack with at least {rate.at_least} within {rate.within_days} days",
        (rate.followed, rate.cases),
        f"such a day was followed by another on {rate.followed} of {rate.cases} occasions"
        f" {_span(rate.since, rate.until)} ({rate.source})",
    )


def _of_days(state: TrackerState, counted: Counted) -> Odds | None:
    kind, number = ":".join(state.key.split(":")[:3]), int(state.value.replace(",", ""))
    like = sum(kinds.get(kind, 0.0) >= number / 2 for kinds in counted.values())
    if len(counted) < _FEWEST or not like:
        return None
    return _odds(
        "another count of at least half as many in the reports of the next day",
        (like, len(counted)),
        f"the reports of {like} of the {len(counted)} days read before had one"
        f" ({_span(min(counted), max(counted))})",
    )


def _odds(event: str, share: tuple[int, int], basis: str) -> Odds:
    followed, cases = share
    probability = (followed + 1) / (cases + 2)
    word = probability_words().word_for(probability)
    return Odds(event=event, probability=probability, word=word, basis=basis)


def _span(first: date, last: date) -> str:
    return f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}"


def quiet(found: Odds) -> Odds:
    """Return the odds that the event does not come."""
    probability = 1 - found.probability
    return Odds(
        event=found.event.replace("another", "no", 1),
        probability=probability,
        word=probability_words().word_for(probability),
        basis=found.basis,
    )
