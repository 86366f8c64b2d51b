"""Words that name a theatre, found in Ukrainian and Russian text in any case."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sitrep.extract.slavic_names import stem_of, stems
from sitrep.extract.slavic_tokens import Token, tokens

_CYRILLIC = re.compile(r"[А-яҐґЄєІіЇїЁё]")
_SHIFTS = (("ів", "ов"), ("ів", "ев"), ("їв", "єв"))
"""How a closed syllable opens before an ending: "Харків", "у Харкові"."""
_LISTED = 12
"""Words from an adjective to a noun that several share: "у Сумській та Запорізькій областях"."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A term's first word as written, the stems of its words, and its kind."""

    written: str
    stems: tuple[str, ...]
    kind: str


class SlavicTerms:
    """Terms with their kinds, each a name ("Суджа") or adjective and noun ("Сумська область")."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """`forms` gives the kind of each term; those without Cyrillic letters are left out."""
        self._terms: dict[str, list[_Term]] = {}
        for term in sorted(forms):
            if _CYRILLIC.search(term):
                words = [token.text for token in tokens(term, "uk") if token.is_word]
                for first in _opened(stem_of(words[0])):
                    found = (first, *(stem_of(word) for word in words[1:]))
                    self._terms.setdefault(first, []).append(_Term(words[0], found, forms[term]))

    def count(self, text: str, language: str) -> Counter[str]:
        """Return how many terms of each kind stand in `text`, one at most at a word."""
        words = [token for token in tokens(text, language) if token.is_word]
        found: Counter[str] = Counter()
        for at in range(len(words)):
            kind = self._at(words, at)
            if kind is not None:
                found[kind] += 1
        return found

    def _at(self, words: list[Token], at: int) -> str | None:
        for stem in stems(words[at].text):
            for term in self._terms.get(stem, ()):
                if _cased(term.written, words[at]) and _goes_on(term.stems[1:], words[at + 1 :]):
                    return term.kind
        return None


def _cased(written: str, word: Token) -> bool:
    """Tell whether a name is written as one, and capitals as capitals."""
    return word.text == written if written.isupper() else word.is_name or written.islower()


def _goes_on(rest: tuple[str, ...], words: list[Token]) -> bool:
    """Tell whether a term's other words follow; a noun may stand behind several adjectives."""
    if len(rest) == 1:
        return any(rest[0] in stems(word.text) for word in words[:_LISTED])
    found = zip(rest, words, strict=False)
    return len(words) >= len(rest) and all(stem in stems(word.text) for stem, word in found)


def _opened(stem: str) -> tuple[str, ...]:
    """Return `stem` and what it may be before an ending."""
    shifted = (stem[: -len(shut)] + wide for shut, wide in _SHIFTS if stem.endswith(shut))
    return (stem, *shifted)
