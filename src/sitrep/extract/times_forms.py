"""The forms of time of a language as one pattern, and what each part of a match says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from sitrep.vocabulary.times import TimeForm, TimeWords, time_words

_SLOT = re.compile(r"\{([a-z]+)(\d?)(_[a-z])?\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_SPACES = str.maketrans("\u00a0\u202f\u2009’", "   '")


@dataclass(frozen=True, slots=True)
class Found:
    """One match: where, how it reads, and its parts by slot name (lower case)."""

    start: int
    end: int
    reading: str
    parts: dict[str, str]
    written: str


class TimeForms:
    """Finds the forms of one language in sentences."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        slots = _slots(words)
        self._readings = [form.reading for form in words.forms]
        alternatives = [_alternative(form, slots, at) for at, form in enumerate(words.forms)]
        self._pattern = re.compile(rf"(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
        names = {*words.months, *words.weekdays, *words.deictics, *words.seasons}
        self._hints = _automaton({*names, *words.hints})
        # A form can begin only with one of these: the pattern is tried nowhere else.
        lists = {*words.numbers, *words.which, *words.parts, *words.dayparts, *words.units}
        self._starts = _automaton({*names, *lists, *words.starts, *"0123456789"})
        self._future = re.compile(rf"(?<!\w)(?:{_either(words.future)})(?!\w)", re.IGNORECASE)

    def find(self, sentence: str) -> Iterator[Found]:
        """Yield the matches in `sentence`, left to right, none overlapping."""
        text = sentence.translate(_SPACES)
        lower = text.lower()
        # A letter whose small form is longer (İ) would shift the pieces; the check only saves time.
        if len(lower) == len(text) and not self._hints.find_matches_as_indexes(lower):
            return
        reached = 0
        for start in self._word_starts(lower if len(lower) == len(text) else text):
            match = self._pattern.match(text, start) if start >= reached else None
            if match is None:
                continue
            reached = match.end()
            number = int((match.lastgroup or "f0")[1:])
            suffix = f"_{number}"
            parts = {
                name.removesuffix(suffix): value.lower()
                for name, value in match.groupdict().items()
                if value is not None and name.endswith(suffix) and name != f"f{number}"
            }
            yield Found(match.start(), match.end(), self._readings[number], parts, match[0])

    def _word_starts(self, text: str) -> list[int]:
        hits = self._starts.find_matches_as_indexes(text, overlapping=True)
        starts = {start for _, start, _ in hits}
        return sorted(
            start
            for start in starts
            if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "-_")
        )

    def ahead(self, sentence: str, start: int, end: int) -> bool:
        """Tell whether the words around [start, end) speak of what is to come."""
        clause = re.split(r"[;:—]|, (?!\d)", sentence[max(0, start - 80) : start])[-1]
        cues = [match.end() for match in self._future.finditer(clause)]
        if cues:
            return not _PAST.search(clause, cues[-1])
        if sentence[end : end + 2] in {"'s", "’s"}:
            return self._future.search(sentence, end, end + 40) is not None
        return self.deadline(sentence, start) and not _PAST.search(clause)

    def deadline(self, sentence: str, start: int) -> bool:
        """Tell whether the word directly before `start` sets a deadline: "by Monday"."""
        before = sentence[max(0, start - 12) : start].lower().rstrip()
        return before.rsplit(" ", 1)[-1] in self.words.deadlines


_PAST = re.compile(
    r"(?<!be )(?<!get )\b(?:said|told|says|was|were|had|did|came|took|met|held|spoke|went|began|"
    r"(?!expected|scheduled|planned|need)\w{3,}ed)\b"
)


@cache
def time_forms(language: str) -> TimeForms | None:
    """Return the forms of a BCP 47 `language`, None for one that we do not read."""
    words = time_words(language)
    return TimeForms(words) if words else None


def _automaton(pieces: set[str]) -> AhoCorasick:
    return AhoCorasick(sorted({piece.lower().replace("’", "'") for piece in pieces}))


def _either(words: Iterable[str]) -> str:
    ordered = sorted(
        {word.replace("’", "'") for word in words}, key=lambda word: (-len(word), word)
    )
    return "|".join(re.escape(word) for word in ordered)


def _slots(words: TimeWords) -> dict[str, str]:
    return {
        "month": rf"(?:{_either(words.months)})(?:(?:(?<=\b(?!may)[a-z]{{3}})|(?<=\bsept))\.)?",
        "weekday": _either(words.weekdays),
        "unit": _either(words.units),
        "number": _either(words.numbers),
        "count": r"\d{1,3}",
        "daypart": _either(tuple(words.dayparts)),
        "season": _either(words.seasons),
        "which": _either(words.which),
        "part": _either(words.parts),
        "zone": _either(words.zones),
        "quarter": _either(words.quarters) if words.quarters else "(?!)",
        "decade": r"(?:19|20)\d0",
        "day": r"(?:[12]\d|3[01]|0?[1-9])(?!\d)",
        "month2": r"1[0-2]|0[1-9]",
        "day2": r"[0-2]\d|3[01]",
        "year": r"(?:19|20)\d\d(?!\d|[.,]\d)",
        "hour": r"[01]?\d|2[0-4]",
        "minute": r"[0-5]\d",
        "ord": words.ordinals,
    }


def _alternative(form: TimeForm, slots: dict[str, str], at: int) -> str:
    """Return the form with its slots filled, its groups numbered, inside the group f<at>."""

    def fill(match: re.Match[str]) -> str:
        kind, digit, tail = match[1], match[2], match[3] or ""
        if kind == "ord":
            return f"(?:{slots['ord']})"
        return f"(?P<{kind}{tail}_{at}>{slots[kind + digit]})"

    body = _GROUP.sub(lambda match: f"(?P<{match[1]}_{at}>", form.form)
    body = _SLOT.sub(fill, body)
    behind = "|".join(rf"(?<=\b{re.escape(word)}[ -])" for word in form.after)
    return f"(?P<f{at}>{f'(?:{behind})' if behind else ''}{body})"
