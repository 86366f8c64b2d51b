"""Abbreviations that end in a full stop, by language; read from the YAML file beside this one."""

import re
from functools import cache
from importlib.resources import files

import yaml

from sitrep.model.base import Record


class Abbreviations(Record, frozen=True, kw_only=True):
    """Lower-case words without their last stop; see the head of abbreviations.yaml."""

    always: frozenset[str]
    before_number: frozenset[str]
    maybe: frozenset[str]
    openers: frozenset[str]
    unstopped: re.Pattern[str] | None


@cache
def abbreviations(language: str) -> Abbreviations:
    """Return the lists for a BCP 47 `language`; one without lists of its own gets English."""
    text = files("sitrep.language").joinpath("abbreviations.yaml").read_text(encoding="utf-8")
    lists: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    entry = lists.get(language.split("-", maxsplit=1)[0], lists["en"])
    return Abbreviations(
        always=frozenset(entry["always"]),
        before_number=frozenset(entry["before_number"]),
        maybe=frozenset(entry["maybe"]),
        openers=frozenset(entry["openers"]),
        unstopped=_unstopped(entry.get("unstopped", [])),
    )


def _unstopped(words: list[str]) -> re.Pattern[str] | None:
    """Return what finds the gap before one of `words` behind a small letter; None without words."""
    if not words:
        return None
    openers = "|".join(sorted(word.capitalize() for word in words))
    return re.compile(rf"(?<=[a-z]{{3}}) (?=(?:{openers}) [a-z]{{2}})")
