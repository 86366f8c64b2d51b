"""Words for probabilities (`probability.yaml`), after ICD 203."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.model.findings import Word
from sitrep.vocabulary.files import read_typed

_FILE = Path(__file__).with_name("probability.yaml")


class ProbabilityWord(Record, frozen=True, kw_only=True):
    """A word and the probabilities it stands for, 0 to 1; `synonyms` are ICD 203's second row."""

    word: Word
    low: float
    high: float
    synonyms: tuple[str, ...] = ()


class ProbabilityWords(Record, frozen=True, kw_only=True):
    """The content of `probability.yaml`, from least to most probable."""

    words: tuple[ProbabilityWord, ...]
    confidence: tuple[str, ...]

    def word_for(self, probability: float) -> Word:
        """Return the word for `probability`, 0.01 to 0.99; on a bound the one nearer to even.

        Raises ValueError outside: ICD 203 has no words for what is certain.
        """
        fitting = [word for word in self.words if word.low <= probability <= word.high]
        if not fitting:
            raise ValueError(f"no word stands for a probability of {probability}; give 0.01…0.99")
        return min(fitting, key=lambda word: abs((word.low + word.high) / 2 - 0.5)).word


@cache
def probability_words() -> ProbabilityWords:
    """Return the words; VocabularyError if the file is wrong."""
    return read_typed(_FILE, ProbabilityWords)
