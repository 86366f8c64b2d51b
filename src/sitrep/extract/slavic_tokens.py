"""Words of a Ukrainian or Russian sentence with lemmas, and where its clauses end.

There is no parse for these languages: order, forms and commas stand in for one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import simplemma

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_VERB_LEMMA = re.compile(r"(?:ти|тися|тись|[^с]ть|[кп]расть|сесть|ться|чь|чься)$")
_INFINITIVE = re.compile(r"(?:ти|тися|тись|[^с]ть|ться|чь|чься)$")
_PAST = re.compile(r"(?:[^\W\d_]в|л[аои]?|[бгзкрс]|[бгзкрс]л[аои])(?:с[яь])?$")
_PERSONAL = re.compile(r"(?:є|[еєіиё]ть?|[юуая]ть|[еєёи]т|[яую]т|ат|асть?)(?:ся|сь)?$")
BREAKS = frozenset(',;:.!?…—–()«»“”"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or mark `sentence[start:end]`; `lemma` in small letters."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word and not a mark or number."""
        return self.text[0].isalpha()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def past(self) -> bool:
        """Whether it has the form of a past tense."""
        return self._verbal and _PAST.search(self.lower) is not None

    @property
    def infinitive(self) -> bool:
        """Whether it has the form of an infinitive."""
        return self.is_word and _INFINITIVE.search(self.lower) is not None

    @property
    def personal(self) -> bool:
        """Whether it has the form of a present or future, third person."""
        return self._verbal and not self.infinitive and _PERSONAL.search(self.lower) is not None

    @property
    def _verbal(self) -> bool:
        return self.lower != self.lemma and _VERB_LEMMA.search(self.lemma) is not None


def tokens(text: str, language: str) -> list[Token]:
    """Return the words and marks of `text` in order."""
    code = language.split("-", maxsplit=1)[0]
    return [
        Token(
            start=match.start(),
            end=match.end(),
            text=match[0],
            lower=match[0].lower(),
            lemma=_lemma(match[0].lower(), code) if match[0][0].isalpha() else match[0],
        )
        for match in _TOKEN.finditer(text)
    ]


@lru_cache(maxsize=100_000)
def _lemma(word: str, language: str) -> str:
    plain = word.replace("’", "'").replace("ʼ", "'")
    return str(simplemma.lemmatize(plain, lang=language)).lower()


def clause_start(found: Sequence[Token], at: int) -> int:
    """Return the position of the first token of the clause that holds token `at`."""
    while at > 0 and found[at - 1].text not in BREAKS:
        at -= 1
    return at
