"""Is a sentence carried by its evidence? The gates in one call, on plain strings."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sitrep.brief.verify import facts, sense
from sitrep.brief.verify.cover import Clause, cover
from sitrep.brief.verify.cuts import cuts
from sitrep.brief.verify.dating import Lenders
from sitrep.brief.verify.evidence import (
    WORD_LIMITS,
    Evidence,
    Form,
    GateName,
    GateResult,
    GateSpan,
    Passage,
    Verdict,
)
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.form import form as whole
from sitrep.brief.verify.introduced import runs
from sitrep.brief.verify.loaded import loaded
from sitrep.brief.verify.reading import Reading, read, readings_of
from sitrep.brief.verify.voices import Voices
from sitrep.vocabulary.gates import link_classes, operator_classes

GATES: tuple[GateName, ...] = (
    "span", "quotation", "speaker", "numbers", "dates", "names", "polarity", "modality",
    "attribution", "support", "loaded", "length",
)  # fmt: skip
"""The gates in the order in which a verdict lists them."""
BESIDE = "; "
"""What stands between two matters of a headline."""
_WORD = re.compile(r"[^\W_]+(?:[.,:’'/–-][^\W_]+)*")


def check(sentence: str, evidence: Evidence, *, form: Form = "sentence") -> Verdict:
    """Return whether `evidence` carries `sentence`, gate by gate.

    Every gate that objects names its reason and the words; all must pass before a sentence may
    be printed. The matters of a headline, which `BESIDE` parts, must each stand alone.
    Deterministic, no I/O; well under 2 ms for a sentence of news.
    """
    faults = [*span_faults(evidence.passages), *_length(sentence, form)]
    matters = sentence.split(BESIDE) if form == "headline" else [sentence]
    for matter in matters:
        faults += _judged(matter, evidence, form)
    return verdict_of(faults)


def _judged(sentence: str, evidence: Evidence, form: Form) -> list[Fault]:
    """Return what the gates have against a sentence, or one matter of a headline."""
    mine = read(sentence, evidence.known, beside=tuple(runs(evidence.passages)))
    readings = readings_of(evidence)
    faults = [*loaded(sentence), *facts.quotations(sentence, evidence.passages, [mine])]
    if form != "headline":
        faults += whole(mine, readings, evidence.known)
    ways = cover(mine, readings)
    voices = Voices(mine, readings, evidence, short=form == "headline")
    lenders = Lenders(readings, evidence.passages)
    tried = [_way(mine, way, readings, (voices, lenders, form)) for way in ways]
    faults += [*voices.strangers(), *voices.stand_ins(readings)]
    faults.extend(min(tried, key=_count) if tried else [])
    return faults


def _count(faults: Iterable[Fault]) -> int:
    return sum(1 for _ in faults)


def _way(
    mine: Reading, clauses: list[Clause], readings: list[Reading], how: tuple[Voices, Lenders, Form]
) -> list[Fault]:
    """Return what the gates have against one way of laying the sentence over its evidence."""
    voices, lenders, form = how
    headline = form == "headline"
    faults = list(facts.dates(mine, clauses, lambda ref: lenders.lend(mine, ref, clauses)))
    for clause in clauses:
        faults += _loose(mine, clause, readings)
        faults += facts.numbers(mine, clause)
        faults += sense.operators(mine, clause, headline=headline)
        faults += sense.tense(mine, clause, headline=headline)
        faults += sense.voice(mine, clause)
        faults += sense.joins(mine, clause)
        faults += cuts(mine, clause)
        faults += voices.faults(clause, whole=len(clauses) == 1)
    if not clauses:
        faults.append(Fault("support", "there is no evidence"))
    return faults


def _loose(mine: Reading, clause: Clause, readings: list[Reading]) -> Iterator[Fault]:
    """Yield a fault for every word that the evidence does not have in this place."""
    everywhere = {
        key
        for reading in readings
        for token in reading.tokens
        for key in (token.key, token.surface)
    }
    for at in clause.loose:
        token = mine.tokens[at]
        there = token.key in everywhere or token.surface in everywhere
        gate: GateName = "support"
        if token.kind == "number":
            gate = "numbers"
        elif token.kind == "name":
            gate = "names"
        elif token.key in operator_classes():
            gate = "polarity" if operator_classes()[token.key] == "negation" else "modality"
        what = "stands elsewhere in the evidence" if there else "is not in the evidence"
        if token.key in link_classes():
            what = "is a link that the evidence does not make"
        yield Fault(gate, f"{words(mine, [at])} {what}", spans(mine, [at]))


def span_faults(passages: Sequence[Passage]) -> Iterator[Fault]:
    """Yield a fault for each passage whose article has other words in its place."""
    for index, passage in enumerate(passages):
        if passage.article_text is None or passage.start is None:
            continue
        end = passage.start + len(passage.text)
        if passage.start < 0 or passage.article_text[passage.start : end] != passage.text:
            span = GateSpan(start=0, end=len(passage.text), text=passage.text, passage=index)
            yield Fault("span", "the article does not have these words there", (span,))


def count_words(text: str) -> int:
    """Return the number of words: "30-day", "1,305" and "U.S." are one each."""
    return len(_WORD.findall(text))


def _length(sentence: str, form: Form) -> Iterator[Fault]:
    size, limit = count_words(sentence), WORD_LIMITS[form]
    if size > limit:
        yield Fault("length", f"{size} words; at most {limit}")
    if size == 0:
        yield Fault("length", "no words")


def verdict_of(faults: Sequence[Fault], gates: Sequence[GateName] = GATES) -> Verdict:
    """Return the answers of `gates`, each with the reasons that `faults` hold for it."""
    results = []
    for name in gates:
        mine = [fault for fault in faults if fault.gate == name]
        reasons = dict.fromkeys(fault.reason for fault in mine)
        results.append(
            GateResult(
                name=name,
                passed=not mine,
                reason="; ".join(reasons),
                spans=tuple(span for fault in mine for span in fault.spans),
            )
        )
    return Verdict(passed=not faults, gates=tuple(results))
