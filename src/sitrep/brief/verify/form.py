"""Is a sentence whole by itself? Doubled titles, words left hanging, speakers without words."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sitrep.brief.verify.attributions import Attribution
from sitrep.brief.verify.evidence import GateSpan, Known
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token, is_body
from sitrep.vocabulary.gates import cue_classes, gate_words

_NEAR = 6
"""A title said twice stands within so many words: "EU foreign policy EU foreign policy chief"."""
_INTRANSITIVE = frozenset({"comment", "reply", "respond", "add", "report", "note", "repeat"})
_PERSONS = frozenset({"he", "she", "him"})
_SUBJECTS = frozenset({"he", "she", "it", "they"})
_STOP_INSIDE = re.compile(r"(\w+\.) (?=[a-z])")
_BROKEN = re.compile(r"\.[”\"],|,\s*,|\(\s*\)|^\s*[(),;]")


def form(sentence: Reading, evidence: Sequence[Reading], known: Known) -> Iterator[Fault]:
    """Yield what makes `sentence` broken English that its evidence is not."""
    yield from _marks(sentence, evidence)
    yield from _doubled(sentence, evidence, known)
    yield from _hanging(sentence, evidence)
    for attribution in sentence.attributions:
        yield from _speech(sentence, attribution)
    yield from _pronoun(sentence)


def _marks(sentence: Reading, evidence: Sequence[Reading]) -> Iterator[Fault]:
    for match in _STOP_INSIDE.finditer(sentence.text):
        if not any(match[1] in reading.text for reading in evidence):
            span = (GateSpan(start=match.start(1), end=match.end(1), text=match[1]),)
            yield Fault("support", f"“{match[1]}” ends in the middle", span)
    for match in _BROKEN.finditer(sentence.text):
        span = (GateSpan(start=match.start(), end=match.end(), text=match[0]),)
        yield Fault("support", f"“{match[0]}” does not belong there", span)


def _fault(reading: Reading, run: Sequence[Token], reason: str) -> Fault:
    start, end = run[0].start, run[-1].end
    text = reading.text[start:end]
    return Fault("support", f"“{text}” {reason}", (GateSpan(start=start, end=end, text=text),))


def _bare(reading: Reading) -> list[Token]:
    return [token for token in reading.raw if not token.quoted]


def _key(token: Token, known: Known) -> str:
    return known.names.get(token.surface, token.surface)


def _doubled(sentence: Reading, evidence: Sequence[Reading], known: Known) -> Iterator[Fault]:
    """Yield a title or its country put beside the one that stands there already."""
    mine = [token for token in _bare(sentence) if token.surface != "-"]
    counts = Counter(_key(token, known) for token in mine if _content(token))
    if max(counts.values(), default=0) < 2:
        return
    theirs = Counter(
        _key(token, known) for reading in evidence for token in reading.raw if _content(token)
    )
    for at, token in enumerate(mine):
        key = _key(token, known)
        new = counts[key] > max(1, theirs[key]) and key not in gate_words().may_add
        if not _content(token) or not new:
            continue
        for place in range(at + 1, min(len(mine), at + _NEAR + 1)):
            if _key(mine[place], known) == key and not _first_name(mine, place, known):
                if _one_title(mine, at, place, known):
                    yield _fault(sentence, mine[at : place + 1], "says one title twice")
                    return
                break
            if not _in_title(mine[place]):
                break


def _content(token: Token) -> bool:
    return token.surface.isalpha() and token.surface not in gate_words().stop


def _in_title(token: Token) -> bool:
    """Return whether a token can stand inside a title: no mark, verb of speech or past, link."""
    if token.surface in {"of", "and"}:
        return True
    past = token.surface in gate_words().irregular or token.surface.endswith("ed")
    return _content(token) and not past and token.surface not in cue_classes()


def _first_name(mine: list[Token], at: int, known: Known) -> bool:
    """Return whether the word at `at` is a person's first name that a country bears too."""
    both = " ".join(token.surface for token in mine[at : at + 2])
    return known.names.get(both) in known.offices


def _one_title(mine: list[Token], at: int, place: int, known: Known) -> bool:
    """Return whether the words from `at` to `place` are one title, and no list of two."""
    between = [token.surface for token in mine[at + 1 : place]]
    if "and" not in between:
        return True
    pair = [_key(token, known) for token in mine[at : at + 2]]
    return pair == [_key(token, known) for token in mine[place : place + 2]]


def _hanging(sentence: Reading, evidence: Sequence[Reading]) -> Iterator[Fault]:
    """Yield function words that have lost what they belong to, where the evidence has it."""
    forms = gate_words()
    mine = _bare(sentence)
    suspects = []
    for first, second in itertools.pairwise(mine):
        lost = (
            first.surface in forms.hanging
            and not first.skip
            and first.kind != "date"
            and second.surface in {",", ".", ";"}
        )
        clash = first.surface in forms.leaning and second.surface in forms.prepositions
        twice = first.surface in forms.determiners and second.surface in forms.determiners
        same = first.surface == second.surface and first.surface.isalpha()
        if lost or clash or twice or same:
            suspects.append((first, second))
    if not suspects:
        return
    theirs = {
        (first.surface, second.surface if second.kind != "mark" else "")
        for reading in evidence
        for first, second in itertools.pairwise(reading.raw)
    }
    for first, second in suspects:
        if (first.surface, second.surface if second.kind != "mark" else "") not in theirs:
            yield _fault(sentence, [first, second], "hangs in the air")


def _pronoun(sentence: Reading) -> Iterator[Fault]:
    """Yield "he" and "she" before anybody is named: the brief has no sentence before this one."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.quoted or token.surface not in _PERSONS or token.kind != "stop":
            continue
        ahead = [place for place in range(at, len(tokens)) if tokens[place].surface == ","][:1]
        near = [*tokens[:at], *(tokens[ahead[0] + 1 : ahead[0] + 5] if ahead else ())]
        if not any(other.kind == "name" or (other.initial and other.capital) for other in near):
            reason = f"{words(sentence, [at])} is nobody named"
            yield Fault("speaker", reason, spans(sentence, [at]))
        return


def _speech(sentence: Reading, attribution: Attribution) -> Iterator[Fault]:
    """Yield a speaker who is only a pronoun behind the words, and one who says nothing."""
    cue = sentence.tokens[attribution.cue]
    regions = [
        other.region
        for other in sentence.attributions
        if sentence.tokens[other.cue].key == "report"
    ]
    said = any(
        is_body(sentence.tokens[at]) and not any(a <= at < b for a, b in regions)
        for start, end in attribution.content
        for at in range(start, end)
    )
    sources = attribution.names or attribution.words
    if sources and not said and cue.key not in _INTRANSITIVE and attribution.cls == "say":
        yield Fault(
            "support",
            f"{words(sentence, [attribution.cue])} has lost what is said",
            spans(sentence, [attribution.cue]),
        )
    start, end = attribution.region
    around = [sentence.tokens[at].kind for at in (start - 1, end)
              if 0 <= at < len(sentence.tokens)]  # fmt: skip
    subject = sentence.tokens[attribution.cue - 1].surface if attribution.cue else ""
    named = any(a.names for a in sentence.attributions if sentence.tokens[a.cue].key != "report")
    behind = start > 0 and set(around) == {"mark"} and not named
    if behind and not sources and subject in _SUBJECTS:
        at = [attribution.cue - 1, attribution.cue]
        yield Fault("speaker", f"{words(sentence, at)} names nobody", spans(sentence, at))
