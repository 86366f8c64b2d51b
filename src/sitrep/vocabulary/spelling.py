"""British and American spellings of the same words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed

Spelling = Literal["british", "american"]
_FILE = Path(__file__).with_name("spelling.yaml")


class Stems(Record, frozen=True, kw_only=True):
    """Words `of` + `british` or `american` + each of `endings`."""

    british: tuple[str, ...]
    american: tuple[str, ...]
    endings: tuple[str, ...]
    of: tuple[str, ...]


class SpellingWords(Record, frozen=True, kw_only=True):
    """The content of `spelling.yaml`; what each part means stands there."""

    stems: tuple[Stems, ...]
    words: Mapping[str, str]
    always: Mapping[str, str]
    offices: frozenset[str]
    keeps: Mapping[str, frozenset[str]]


@cache
def spelling_words() -> SpellingWords:
    """Return the built-in words; raises VocabularyError when the file is not what it should be."""
    return read_typed(_FILE, SpellingWords)


@cache
def to_british() -> Mapping[str, str]:
    """Return the British form of each American one, lower case."""
    told = spelling_words()
    pairs = {american: british for british, american in told.words.items()}
    for group in told.stems:
        for stem in group.of:
            for ending in group.endings:
                for one, other in zip(group.british, group.american, strict=True):
                    pairs[f"{stem}{other}{ending}"] = f"{stem}{one}{ending}"
    return pairs


@cache
def to_american() -> Mapping[str, str]:
    """Return the American form of each British one, lower case."""
    return {british: american for american, british in to_british().items()}


def one_spelling(word: str) -> str:
    """Return the form under which every spelling of a lower-case word is compared."""
    return to_british().get(word) or spelling_words().always.get(word, word)
