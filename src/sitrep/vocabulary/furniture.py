"""What page furniture says; the patterns stand in furniture.yaml."""

import re
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.model.errors import VocabularyError
from sitrep.vocabulary.files import read_typed


class _File(Record, frozen=True, kw_only=True):
    sentences: tuple[str, ...]
    phrases: tuple[str, ...]
    footers: tuple[str, ...]
    headers: tuple[str, ...]
    paywalls: tuple[str, ...]


class Furniture(Record, frozen=True, kw_only=True):
    """Compiled patterns; each list's meaning stands above it in the file."""

    sentences: re.Pattern[str]
    phrases: re.Pattern[str]
    footers: re.Pattern[str]
    headers: re.Pattern[str]
    paywalls: re.Pattern[str]


@cache
def furniture() -> Furniture:
    """Return the built-in patterns, read once in a process; VocabularyError for a bad one."""
    path = Path(__file__).with_suffix(".yaml")
    file = read_typed(path, _File)
    return Furniture(
        sentences=_united(path, "sentences", file.sentences),
        phrases=_united(path, "phrases", file.phrases),
        footers=_united(path, "footers", file.footers),
        headers=_united(path, "headers", file.headers),
        paywalls=_united(path, "paywalls", file.paywalls),
    )


def _united(path: Path, field: str, patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for any of `patterns`; white space and apostrophes match loosely."""
    for number, pattern in enumerate(patterns):
        try:
            re.compile(pattern)
        except re.error as error:
            where = f"{field}[{number}]"
            raise VocabularyError(
                file=str(path), line=None, field=where, problem=f"no regular expression: {error}"
            ) from error
    united = "|".join(f"(?:{_loose(pattern)})" for pattern in patterns)
    return re.compile(united, re.IGNORECASE)


def _loose(pattern: str) -> str:
    """Let a space match any run of white space and ' also ’, outside of [...]."""
    parts = re.split(r"(\[[^\]]*\])", pattern)
    return "".join(
        part
        if part.startswith("[")
        else part.replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "['’]")
        for part in parts
    )
