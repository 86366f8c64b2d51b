"""The words around an outlet's name that make it a credit; the lists stand in credits.yaml."""

import re
from functools import cache
from pathlib import Path

import msgspec

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_file

FILE = Path(__file__).with_suffix(".yaml")


class CreditWords(Record, frozen=True, kw_only=True):
    """Pieces of regular expressions; each list's meaning stands above it in the file."""

    reports: tuple[str, ...]
    according: tuple[str, ...]
    told: tuple[str, ...]
    owners: tuple[str, ...]
    kinds: tuple[str, ...]
    staff: tuple[str, ...]
    adverbs: tuple[str, ...]
    contributed: tuple[str, ...]
    helped: tuple[str, ...]
    no_report: tuple[str, ...]
    taken: tuple[str, ...]
    rights: tuple[str, ...]


def load_credits(path: Path = FILE) -> CreditWords:
    """Return the words of `path`; VocabularyError (file, line, field) for a fault in it."""
    file = read_file(path)
    words = file.typed(CreditWords)
    for field in msgspec.structs.fields(words):
        for number, piece in enumerate(getattr(words, field.name)):
            try:
                re.compile(piece)
            except re.error:
                file.fail([field.name, number], f"not a regular expression: {piece!r}")
    return words


@cache
def credit_words() -> CreditWords:
    """Return the built-in words, read once in a process."""
    return load_credits()
