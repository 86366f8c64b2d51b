"""Bodies however a report words them: "Russia's Ministry of Defense" is the Defence Ministry."""

import re
from collections.abc import Mapping

from sitrep.vocabulary.types import Actor, Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(("of", "the", "s", "for", "and"))
_SPELT = {"defense": "defence"}
_LEAST = 2
"""A name of fewer telling words ("the ministry") may be anybody's."""


class Bodies:
    """Actors that are no persons, found by the set of their names' words in any order."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._countries = _countries(vocabulary.actors)
        self._known: dict[frozenset[str], str] = {}
        for actor in sorted(vocabulary.actors.values(), key=lambda actor: actor.id):
            if actor.kind in ("person", "country"):
                continue
            for name in (actor.name, *actor.aliases):
                words = self._words(name)
                if len(words) >= _LEAST:
                    self._known.setdefault(words, actor.id)

    def named(self, text: str) -> str | None:
        """Return the id of the body whose name has the same words as `text`."""
        return self._known.get(self._words(text))

    def _words(self, text: str) -> frozenset[str]:
        found = (_SPELT.get(word, word) for word in _WORD.findall(text.casefold()))
        return frozenset(self._countries.get(word, word) for word in found) - _EMPTY


def _countries(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Return for each one-word country name and demonym, in lower case, the country's id."""
    found: dict[str, str] = {}
    for actor in sorted(actors.values(), key=lambda actor: actor.id):
        if actor.kind == "country":
            for word in (actor.name, *actor.demonyms):
                found.setdefault(word.casefold(), actor.id)
    return found
