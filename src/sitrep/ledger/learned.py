"""How far an outlet is to be trusted, learned from how what it alone reported fared later.

The letter of the theatre file is the belief before any evidence, as a Beta distribution worth
`_STRENGTH` reports (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.4); every lone report that
was later borne out or contradicted counts as one. The mean gives a letter again, never more than
one step from the file's. An outlet that no file names earns none: who wants it to be learned names
it with the letter F, which any letter may follow.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitrep.model.base import Record
from sitrep.model.findings import Finding
from sitrep.vocabulary.types import Reliability, Vocabulary

_LETTERS: tuple[Reliability, ...] = ("A", "B", "C", "D", "E")
_MEANS: Mapping[Reliability, float] = {"A": 0.95, "B": 0.85, "C": 0.7, "D": 0.5, "E": 0.25}
"""The share of true lone reports that a letter stands for: a judgement in even steps, as AJP-2.1
gives words and no numbers."""
_STRENGTH = 20.0
_LEAST = 5
"""Fewer lone reports with a known outcome change no letter."""
_PREFIX = "outlet:"


class Learned(Record, frozen=True, kw_only=True):
    """An outlet's record: lone reports borne out and contradicted, and the letter they lead to.

    `mean` is the posterior mean of the share that is borne out, 0 to 1.
    """

    outlet: str
    borne_out: int
    contradicted: int
    mean: float
    letter: Reliability

    @property
    def reason(self) -> str:
        """Return the record in words, for the reasons of a grade."""
        told = self.borne_out + self.contradicted
        return (
            f"{self.borne_out} of {told} lone reports of {self.outlet} were borne out later, "
            f"{self.contradicted} contradicted: {self.letter} (mean {self.mean:.2f})"
        )


def learn(runs: Iterable[Sequence[Finding]], vocabulary: Vocabulary) -> dict[str, Learned]:
    """Return the records of outlets by id, from the findings of earlier runs, the oldest first.

    A lone report is a finding with one origin, an outlet's own voice. It is borne out when a later
    run has its question corroborated with that origin in the leading answer; contradicted when
    it is withdrawn, or another answer leads. Each question counts once for an outlet.
    """
    waiting: dict[str, str] = {}
    closed: set[tuple[str, str]] = set()
    tallies: dict[str, list[int]] = {}
    for findings in runs:
        for finding in findings:
            key = finding.question.key
            outlet = waiting.get(key)
            fate = _fate(finding, outlet) if outlet is not None else None
            if outlet is not None and fate is not None and (outlet, key) not in closed:
                closed.add((outlet, key))
                tallies.setdefault(outlet, [0, 0])[fate] += 1
        waiting.update(_alone(findings))
    return {
        outlet: _record(outlet, true, false, vocabulary)
        for outlet, (true, false) in sorted(tallies.items())
        if outlet in vocabulary.outlets and true + false >= _LEAST
    }


def _alone(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the outlet of each question that one outlet answers alone, in its own voice.

    Outlets that nobody knows beside a known one leave it alone.
    """
    told = ((one, one.answers[0].vouched or one.answers[0].origins) for one in findings)
    return {
        one.question.key: origins[0].removeprefix(_PREFIX)
        for one, origins in told
        if one.status == "single-origin" and len(origins) == 1 and origins[0].startswith(_PREFIX)
    }


def _fate(finding: Finding, outlet: str) -> int | None:
    """Return 0 for borne out, 1 for contradicted, None while nobody knows."""
    leads = f"{_PREFIX}{outlet}" in finding.answers[0].origins
    if finding.status == "corroborated" and leads:
        return 0
    if finding.status == "withdrawn" or (finding.status == "contested" and not leads):
        return 1
    return None


def _record(outlet: str, true: int, false: int, vocabulary: Vocabulary) -> Learned:
    known = vocabulary.outlets[outlet]
    prior = _MEANS.get(known.reliability, 0.5)
    mean = (prior * _STRENGTH + true) / (_STRENGTH + true + false)
    nearest = min(_LETTERS, key=lambda letter: (abs(_MEANS[letter] - mean), letter))
    letter = _within_a_step(known.reliability, nearest)
    return Learned(
        outlet=known.name, borne_out=true, contradicted=false, mean=round(mean, 4), letter=letter
    )


def _within_a_step(before: Reliability, after: Reliability) -> Reliability:
    if before not in _LETTERS:
        return after
    old, new = _LETTERS.index(before), _LETTERS.index(after)
    return _LETTERS[max(old - 1, min(old + 1, new))]
