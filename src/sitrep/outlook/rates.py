"""Base rates of a theatre: how often a count like this one was followed by another."""

from sitrep.model.findings import Odds, TrackerState
from sitrep.outlook.evidence import Evidence
from sitrep.vocabulary.probability import probability_words
from sitrep.vocabulary.types import Rate


def odds(state: TrackerState, evidence: Evidence) -> Odds | None:
    """Return how probable another count as large is, by a base rate of the theatre file.

    Of its reference classes the one with the largest bound that the count reaches is taken. A class
    that ends after the count's last report is not known yet. The probability is that of the rule of
    succession, (followed + 1) / (cases + 2) (Laplace 1814): no class makes anything certain. None
    where the theatre has no class for the kind of count.
    """
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
    probability = (rate.followed + 1) / (rate.cases + 2)
    return Odds(
        event=f"another attack with at least {rate.at_least} within {rate.within_days} days",
        probability=probability,
        word=probability_words().word_for(probability),
        basis=_basis(rate),
    )


def quiet(found: Odds) -> Odds:
    """Return the odds that the event does not come."""
    probability = 1 - found.probability
    return Odds(
        event=found.event.replace("another attack", "no other attack"),
        probability=probability,
        word=probability_words().word_for(probability),
        basis=found.basis,
    )


def _basis(rate: Rate) -> str:
    since, until = (f"{day.day} {day:%B %Y}" for day in (rate.since, rate.until))
    return (
        f"such a day was followed by another on {rate.followed} of {rate.cases} occasions from"
        f" {since} to {until} ({rate.source})"
    )
