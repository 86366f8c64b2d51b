"""Loaded words (`loaded.yaml`): words that carry a side's judgement of what they name."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed

_FILE = Path(__file__).with_name("loaded.yaml")


class LoadedWord(Record, frozen=True, kw_only=True):
    """One thing said with a judgement.

    `forms` are whole words or phrases in lower case. `unless` are phrases in which a form is
    plain. `instead` is what a brief writes, None where it leaves the thing out.
    """

    forms: tuple[str, ...]
    instead: str | None = None
    unless: tuple[str, ...] = ()
    note: str


class LoadedWords(Record, frozen=True, kw_only=True):
    """The content of `loaded.yaml`."""

    words: tuple[LoadedWord, ...]

    def by_form(self) -> dict[str, LoadedWord]:
        """Return every form in lower case with the word it belongs to."""
        return {form.casefold(): word for word in self.words for form in word.forms}


@cache
def loaded_words() -> LoadedWords:
    """Return the words; VocabularyError if the file is wrong."""
    return read_typed(_FILE, LoadedWords)
