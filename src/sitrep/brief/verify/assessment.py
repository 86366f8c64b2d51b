"""Is an assessment honest? The gates for what is our own judgement and said as such."""

from collections.abc import Iterator, Sequence

from sitrep.brief.verify import facts
from sitrep.brief.verify.check import span_faults, verdict_of
from sitrep.brief.verify.evidence import Evidence, GateName, Verdict
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.loaded import loaded
from sitrep.brief.verify.reading import Reading, read, readings_of

ASSESSMENT_GATES: tuple[GateName, ...] = (
    "span", "quotation", "numbers", "dates", "names", "loaded",
)  # fmt: skip
"""The gates that an assessment passes: it may say what could be, but no name, number, date or
quotation that its evidence does not hold."""


def weigh(text: str, evidence: Evidence) -> Verdict:
    """Return whether every fact of an assessment stands in `evidence`, gate by gate.

    Unlike a report, an assessment sets side by side what several sentences tell, so each name,
    number and date may come from another one, and a name may be that of an outlet cited; a number
    must count there what it counts here.
    """
    mine, readings = read(text, evidence.known), readings_of(evidence)
    faults = [*span_faults(evidence.passages), *loaded(text)]
    faults += facts.quotations(text, evidence.passages, [mine])
    outlets = [read(one.outlet, evidence.known) for one in evidence.passages if one.outlet]
    faults += [*_names(mine, [*readings, *outlets]), *_numbers(mine, readings)]
    faults += facts.dates_within(mine, readings)
    return verdict_of(faults, ASSESSMENT_GATES)


def _names(mine: Reading, readings: Sequence[Reading]) -> Iterator[Fault]:
    known = {key for one in readings for token in one.tokens for key in (token.key, token.surface)}
    for at, token in enumerate(mine.tokens):
        if token.kind == "name" and not {token.key, token.surface} & known:
            yield Fault("names", f"{words(mine, [at])} is not in the evidence", spans(mine, [at]))


def _numbers(mine: Reading, readings: Sequence[Reading]) -> Iterator[Fault]:
    for at, token in enumerate(mine.tokens):
        if token.kind != "number":
            continue
        if not any(facts.counts_alike(mine, at, reading) for reading in readings):
            told = f"{words(mine, [at])} counts nothing of the kind in the evidence"
            yield Fault("numbers", told, spans(mine, [at]))
