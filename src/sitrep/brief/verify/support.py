"""How far evidence supports a sentence, in degrees, for anyone's text.

The gates (`check`) refuse whatever they cannot follow, as a brief must. A reader's draft is a free
paraphrase more often than not: here every word, name and number is looked for by itself, and named
features add up to a score. It passes nothing into a brief.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitrep.brief.verify.evidence import Evidence, GateSpan
from sitrep.brief.verify.fault import spans
from sitrep.brief.verify.matching import Met, content, meet, names, subject, value, weight
from sitrep.brief.verify.reading import Reading, read, readings_of
from sitrep.brief.verify.swaps import Swaps, swaps
from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed
from sitrep.vocabulary.gates import gate_words, operator_classes

WEIGHTS = Path(__file__).with_name("support.yaml")
CARRIED = 0.5
"""A score from here on reads as carried."""
DECISIVE = ("numbers_unmet", "negation_added")
"""Features that refuse a sentence by themselves, whatever its score."""
_NEAR = 24
"""So many evidence sentences are read closely: those that share most words."""
_TOGETHER = 3
_DOCUMENT = 12
"""Evidence of more sentences is a document: in it some words are met by chance."""
_MOST_SWAPS, _MOST_FACTS = 1.5, 2
_PARALLEL = 0.7
_HALF = 0.5


class Support(Record, frozen=True, kw_only=True):
    """The graded reading of one sentence.

    `score` is 0 to 1; `features` are what it was made of, `nearest` the evidence sentences
    that meet it best (at most 3), `unmet` the words of the sentence that these do not meet.
    """

    score: float
    features: Mapping[str, float]
    unmet: tuple[GateSpan, ...]
    nearest: tuple[GateSpan, ...]

    @property
    def carried(self) -> bool:
        """Whether the evidence reads as carrying the sentence.

        Never with a number or a date that it lacks, nor with a negation of its own.
        """
        broken = any(self.features.get(name, 0) for name in DECISIVE)
        return self.score >= CARRIED and not broken


class Weights(Record, frozen=True, kw_only=True):
    """The content of `support.yaml`: a logistic regression over `features`."""

    intercept: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sentence and the evidence sentences near it, with how each meets each content word."""

    sentence: Reading
    positions: list[int]
    near: list[Reading]
    met: list[list[Met]]
    size: int
    text: str

    def worth(self, chosen: Sequence[int]) -> list[float]:
        """Return the best that the `chosen` evidence sentences give each content word."""
        columns = range(len(self.positions))
        return [max((self.met[row][at].worth for row in chosen), default=0.0) for at in columns]

    def share(self, chosen: Sequence[int]) -> float:
        """Return the weighted share of the sentence that `chosen` meet together."""
        worth = zip(self.positions, self.worth(chosen), strict=True)
        weights = [(weight(self.sentence.tokens[at]), much) for at, much in worth]
        return sum(w * much for w, much in weights) / sum(w for w, _ in weights)

    def missing(self, chosen: Sequence[int]) -> float:
        """Return the weight of what `chosen` leave unmet, damped."""
        worth = zip(self.positions, self.worth(chosen), strict=True)
        return math.log1p(sum(weight(self.sentence.tokens[at]) * (1 - much) for at, much in worth))


def support(sentence: str, evidence: Evidence) -> Support:
    """Return how far `evidence` supports `sentence`; deterministic, no model, no I/O."""
    laid = _lay(sentence, evidence)
    if not laid.positions or not laid.near:
        return Support(score=0.0, features={}, unmet=(), nearest=())
    best = _together(laid)
    swapped = swaps(laid.sentence, laid.near[best[0]])
    found = _features(laid, best, swapped)
    return Support(
        score=_score(found),
        features=found,
        unmet=spans(laid.sentence, _unmet(laid, best, swapped)),
        nearest=tuple(_whole(laid.near[row]) for row in best),
    )


def _unmet(laid: _Laid, best: list[int], swapped: Swaps) -> list[int]:
    """Return the places of words that the best evidence lacks, or has another word for."""
    exchanged = set(swapped.places) if swapped.parallel > _PARALLEL else set()
    tokens, free = laid.sentence.tokens, gate_words().may_add
    return [
        at
        for at, much in zip(laid.positions, laid.worth(best), strict=True)
        if (much < _HALF or (much < 1 and at in exchanged))
        and not {tokens[at].key, tokens[at].surface} & free
    ]


def _lay(sentence: str, evidence: Evidence) -> _Laid:
    mine = read(sentence, evidence.known)
    positions = content(mine)
    readings = readings_of(evidence)
    keys = {value(mine.tokens[at]) for at in positions}
    shared = [len(keys & {value(token) for token in reading.tokens}) for reading in readings]
    ranked = sorted(range(len(readings)), key=lambda at: (-shared[at], at))[:_NEAR]
    near = [readings[at] for at in sorted(ranked)]
    met = [meet(mine, positions, reading) for reading in near] if positions else []
    text = " ".join(token.surface for reading in readings for token in reading.tokens)
    return _Laid(mine, positions, near, met, len(readings), f" {text} ")


def _together(laid: _Laid) -> list[int]:
    """Return the evidence sentences that meet most, each after the first for what it adds."""
    chosen: list[int] = []
    for _ in range(min(_TOGETHER, len(laid.near))):
        rest = [row for row in range(len(laid.near)) if row not in chosen]
        chosen.append(max(rest, key=lambda row: (laid.share([*chosen, row]), -row)))
    return chosen


def _features(laid: _Laid, best: list[int], swapped: Swaps) -> dict[str, float]:
    """Return the named features; what each means stands in docs/gates.md."""
    together = laid.worth(best)
    facts = sum(
        laid.sentence.tokens[at].kind in {"number", "date"} and not much
        for at, much in zip(laid.positions, together, strict=True)
    )
    worth = laid.worth(range(len(laid.near)))
    document = float(laid.size > _DOCUMENT)
    numbers = float(min(_MOST_FACTS, facts))
    negated = _negation_added(laid, best[0])
    flipped = negated and (swapped.amount >= 1 or facts > 0)
    swap = min(swapped.amount, _MOST_SWAPS) * swapped.parallel
    return {
        "met": laid.share(best),
        "missing_everywhere": laid.missing(range(len(laid.near))),
        "numbers_unmet": numbers,
        "numbers_unmet_in_document": numbers * document,
        "names_lost_in_document": math.log1p(_lost_names(laid)) * document,
        "subject_unmet": float(
            all(worth[at] < _HALF for at in subject(laid.sentence, laid.positions))
        ),
        "end_unmet": float(laid.met[best[0]][-1].worth < _HALF),
        "scattered": laid.share(best) - laid.share(best[:1]),
        "swapped": swap,
        "swapped_in_parallel": swap * (swapped.parallel > _PARALLEL),
        "negation_added": float(negated and not flipped),
        "negation_of_another": float(flipped),
        "document": document,
    }


def _lost_names(laid: _Laid) -> int:
    """Return how many names stand nowhere in the evidence as the sentence writes them."""
    tokens = laid.sentence.tokens
    runs = names(laid.sentence, laid.positions)
    written = [" ".join(tokens[laid.positions[at]].surface for at in run) for run in runs]
    return sum(f" {name} " not in laid.text for name in written)


def _negation_added(laid: _Laid, best: int) -> bool:
    """Return whether the sentence has a negation and its nearest evidence none."""
    classes = operator_classes()
    mine, theirs = (
        any(classes.get(token.key) == "negation" for token in reading.tokens)
        for reading in (laid.sentence, laid.near[best])
    )
    return mine and not theirs


def _score(found: Mapping[str, float]) -> float:
    fitted = weights()
    total = fitted.intercept + sum(fitted.weights.get(name, 0.0) * x for name, x in found.items())
    return 1 / (1 + math.exp(-total))


@cache
def weights() -> Weights:
    """Return the fitted weights; raises VocabularyError when the file is not what it should be."""
    return read_typed(WEIGHTS, Weights)


def _whole(reading: Reading) -> GateSpan:
    return GateSpan(
        start=reading.offset,
        end=reading.offset + len(reading.text),
        text=reading.text,
        passage=reading.passage,
    )
