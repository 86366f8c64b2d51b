"""Gates on facts: numbers with what they count, dates, names and quoted words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sitrep.brief.verify.cover import Clause
from sitrep.brief.verify.dates import DateRef
from sitrep.brief.verify.evidence import GateSpan, Passage
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.reading import Reading, may_come
from sitrep.vocabulary.gates import gate_words

_WEAKER = {("more_than", "at_least")}
_DATE_WORDS = frozenset({"since", "until", "till", "before", "after", "by"})
_TIME_UNITS = frozenset({"hour", "day", "week", "month", "year", "night", "minute"})
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{1,2000}?)[”\"»“]")
_SINGLE = re.compile(r"(?<![\w])[‘']([^‘’'\n]{2,400}(?:['’]\w[^‘’'\n]{0,400})*)[’'](?!\w)")
_GAP = re.compile(r"\s*(?:\[?(?:\.\.\.|…)\]?)\s*")
_EDGE = " .,;:!?…"


def numbers(sentence: Reading, clause: Clause) -> Iterator[Fault]:
    """Yield numbers that count something else, or whose qualifier was changed."""
    reading = clause.laid.evidence
    pairs = dict(clause.laid.pairs)
    for here, there in clause.laid.pairs:
        if sentence.tokens[here].kind != "number":
            continue
        counted = _counted(sentence, here)
        beside = pairs.get(counted) if counted is not None else None
        if counted is not None and (beside is None or abs(beside - there) > 7):
            reason = f"{words(sentence, [here])} does not count {words(sentence, [counted])}"
            yield Fault("numbers", reason, spans(sentence, [here, counted]))
        mine, theirs = _qualifier(sentence, here), _qualifier(reading, there)
        if mine != theirs and (theirs, mine) not in _WEAKER:
            reason = (
                f"{words(sentence, [here])} is {theirs or 'exact'} in the evidence, "
                f"not {mine or 'exact'}"
            ).replace("_", " ")
            yield Fault("numbers", reason, spans(sentence, [here]) + spans(reading, [there]))


def counts_alike(sentence: Reading, at: int, reading: Reading) -> bool:
    """Return whether `reading` has the number at `at` with its qualifier, and what it counts."""
    counted = _counted(sentence, at)
    token = sentence.tokens[at]
    beside = counted is None or any(
        sentence.tokens[counted].key == other.key for other in reading.tokens
    )
    return beside and any(
        other.kind == "number"
        and other.key == token.key
        and _qualifier(sentence, at) == _qualifier(reading, there)
        for there, other in enumerate(reading.tokens)
    )


def _counted(reading: Reading, at: int) -> int | None:
    """Return the word right behind a number, over function words; None at a mark."""
    for place in range(at + 1, min(len(reading.tokens), at + 4)):
        token = reading.tokens[place]
        if token.kind == "word":
            return place
        if token.surface != "-":
            return None
    return None


def _qualifier(reading: Reading, at: int) -> str | None:
    """Return the kind of qualifier before the number at `at` ("at_least"), None if exact."""
    before = [token.surface for token in reading.tokens[max(0, at - 4) : at]]
    if before and before[-1] in {"$", "€", "£"}:
        before.pop()
    following = reading.tokens[at + 1].key if at + 1 < len(reading.tokens) else ""
    best: tuple[int, str] | None = None
    for kind, phrases in gate_words().qualifiers.items():
        for phrase in phrases:
            parts = phrase.split()
            fits = before[len(before) - len(parts) :] == parts
            if fits and (parts != ["over"] or following not in _TIME_UNITS):
                best = max(best or (0, ""), (len(parts), kind))
    return best[1] if best else None


def dates(
    sentence: Reading, clauses: Sequence[Clause], lent: Callable[[DateRef], bool]
) -> Iterator[Fault]:
    """Yield dates that the evidence does not carry and that no other passage has `lent`."""
    own = [clause.laid.evidence for clause in clauses]
    for ref in sentence.dates:
        faults = list(_unfounded(sentence, ref, own))
        if faults and not lent(ref):
            yield from faults


def dates_within(sentence: Reading, readings: Sequence[Reading]) -> Iterator[Fault]:
    """Yield dates of a sentence that none of `readings` carries."""
    for ref in sentence.dates:
        yield from _unfounded(sentence, ref, readings)


def _unfounded(sentence: Reading, ref: DateRef, readings: Sequence[Reading]) -> Iterator[Fault]:
    ends = sentence.tokens[ref.index - 1].surface == "to" if ref.index else False
    fitting = [
        (reading, theirs)
        for reading in readings
        for theirs in reading.dates
        if ref.fits(_meant(reading, theirs, ends=ends))
    ]
    span = (GateSpan(start=ref.start, end=ref.end, text=sentence.text[ref.start : ref.end]),)
    shown = f"“{sentence.text[ref.start : ref.end]}”"
    if not fitting:
        yield Fault("dates", f"{shown} is not a date of the evidence", span)
    elif not any(bound(sentence, ref) == bound(reading, other) for reading, other in fitting):
        yield Fault("dates", f"{shown} bounds the time otherwise in the evidence", span)


def _meant(reading: Reading, ref: DateRef, *, ends: bool) -> DateRef:
    """Return a date of the evidence with the days that it can mean in its sentence.

    A weekday is the last one such where nothing looks ahead; what `ends` a window is its last day.
    """
    if ref.beside:
        return replace(ref, days=ref.days[-1:]) if ends else ref
    return ref if may_come(reading, ref) or bound(reading, ref) else ref.last()


def bound(reading: Reading, ref: DateRef) -> str | None:
    """Return the word that makes a date a bound ("since 26 April"), None for the day itself."""
    before = [token.surface for token in reading.tokens[max(0, ref.index - 2) : ref.index]]
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1] if before and before[-1] in _DATE_WORDS else None


def quotations(
    text: str, passages: Sequence[Passage], readings: Sequence[Reading]
) -> Iterator[Fault]:
    """Yield quoted strings that no passage has verbatim, in quotation marks."""
    sources = [_plain(passage.text) for passage in passages]
    quoted = [
        part for passage in passages for part in (*quoted_parts(passage.text), *passage.quotes)
    ]
    spoken = [_plain(part) for part in quoted]
    for match in _QUOTED.finditer(text):
        parts = [part for part in _GAP.split(match[1]) if part.strip(_EDGE)]
        span = (GateSpan(start=match.start(1), end=match.end(1), text=match[1]),)
        if not all(any(_core(part) in source for source in sources) for part in parts):
            yield Fault("quotation", f"“{match[1]}” is not verbatim in the evidence", span)
        elif not all(any(_core(part) in said for said in spoken) for part in parts):
            yield Fault("quotation", f"“{match[1]}” is not quoted in the evidence", span)
    for reading in readings:
        first = [at for at, token in enumerate(reading.tokens)
                 if not token.quoted and token.surface in gate_words().first_person
                 and token.kind == "stop"]  # fmt: skip
        if first:
            reason = f"{words(reading, first)} outside quotation marks"
            yield Fault("quotation", reason, spans(reading, first))


def quoted_parts(text: str) -> list[str]:
    """Return what stands in quotation marks; an unclosed quotation runs to the end or the start."""
    parts = [match[1] for match in _QUOTED.finditer(text)]
    parts += [match[1] for match in _SINGLE.finditer(text)]
    rest = _QUOTED.sub(" ", text)
    for mark in '“"”':
        if mark in rest:
            before, _, after = rest.partition(mark)
            closes = mark == "”" or (after[:1].isspace() or not after)
            parts.append(before if closes else after)
    return parts


def _plain(text: str) -> str:
    for mark in "“”«»„":
        text = text.replace(mark, '"')
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


def _core(part: str) -> str:
    return _plain(part).strip(_EDGE).strip("'").strip(_EDGE)
