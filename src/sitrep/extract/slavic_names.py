"""Names of actors in Ukrainian and Russian in any case, by stems of the written forms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitrep.extract.reading import Reading
from sitrep.extract.slavic_tokens import Token, tokens
from sitrep.extract.surfaces import KINDS
from sitrep.model.extraction import Mention, MentionKind
from sitrep.vocabulary.slavic import case_endings, slavic_words
from sitrep.vocabulary.types import Actor, Vocabulary

_CYRILLIC = re.compile(r"[А-яҐґЄєІіЇїЁё]")
_ENDINGS = case_endings()
_NOMINATIVE = (
    "ий",
    "ый",
    "ій",
    "ой",
    "ая",
    "яя",
    "ое",
    "ее",
    "ие",
    "ые",
    "ия",
    "ія",
    *"аяоеєіиыьйї",
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Form:
    actor: Actor
    kind: MentionKind
    form: str
    words: tuple[str, ...]
    stems: tuple[str, ...]


class SlavicNames:
    """Finds the actors of a vocabulary in Ukrainian and Russian text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._forms: dict[str, list[_Form]] = {}
        self._given: set[str] = set()
        surnames: dict[str, list[_Form]] = {}
        for actor_id in sorted(vocabulary.actors):
            for form in _forms(vocabulary.actors[actor_id]):
                self._forms.setdefault(form.stems[0], []).append(form)
                if form.actor.kind == "person" and len(form.words) > 1:
                    self._given.add(form.stems[0])
                    word, stem = form.words[-1], form.stems[-1]
                    alone = _Form(form.actor, form.kind, "surname", (word,), (stem,))
                    surnames.setdefault(stem, []).append(alone)
        for stem, forms in surnames.items():
            if len({form.actor.id for form in forms}) == 1 and len(stem) > _SHORTEST:
                self._forms.setdefault(stem, []).append(forms[0])
        for found in self._forms.values():
            found.sort(key=lambda form: (-len(form.stems), form.form == "surname"))

    def find(self, reading: Reading) -> tuple[Mention, ...]:
        """Return the mentions in the sentences of `reading`, in text order, none overlapping."""
        found: list[Mention] = []
        for sentence in reading.sentences:
            words = tokens(sentence.text, reading.article.language)
            for first, last, form in self.sightings(words, reading.article.language):
                start, end = words[first].start, words[last - 1].end
                found.append(
                    Mention(
                        span=reading.span(start + sentence.start, end + sentence.start),
                        kind=form.kind,
                        name=form.actor.name,
                        entity_id=form.actor.id,
                        country=form.actor.country,
                        score=0.9,
                        reasons=(f"vocabulary:{form.form}",),
                    )
                )
        return tuple(found)

    def listed(self, text: str, language: str) -> tuple[str, ...]:
        """Return the ids of the actors that a title names."""
        words = tokens(text, language)
        return tuple(form.actor.id for _, _, form in self.sightings(words, language))

    def sightings(self, words: Sequence[Token], language: str) -> Iterator[tuple[int, int, _Form]]:
        """Yield (first, behind the last, form) of each name, the longest at a place."""
        at = 0
        while at < len(words):
            form = self._at(words, at, language)
            if form is None:
                at += 1
                continue
            yield at, at + len(form.stems), form
            at += len(form.stems)

    def _at(self, words: Sequence[Token], at: int, language: str) -> _Form | None:
        for stem in stems(words[at].text):
            for form in self._forms.get(stem, ()):
                here = words[at : at + len(form.stems)]
                if len(here) == len(form.stems) and _fits(form, here):
                    if self._another(form, words, at, language):
                        continue
                    return form
        return None

    def _another(self, form: _Form, words: Sequence[Token], at: int, language: str) -> bool:
        """Tell whether a surname is another person's, or a capital only a place."""
        before = words[at - 1] if at else None
        lists = slavic_words(language)
        if before is None or not before.is_word or lists is None:
            return False
        if form.form == "metonym":
            verb = before.past or before.personal or before.infinitive
            return verb or before.lower in lists.prepositions
        if form.kind != "person" or len(form.words) > 1 or not before.is_name:
            return False
        titled = before.lemma in lists.offices or before.lemma in lists.roles
        return not titled and (at > 1 or not self._given.isdisjoint(stems(before.text)))


def _fits(form: _Form, here: Sequence[Token]) -> bool:
    for written, stem, token in zip(form.words, form.stems, here, strict=True):
        if written.isupper():
            if token.text != written:
                return False
        elif stem not in stems(token.text) or (written[0].isupper() and not token.is_name):
            return False
    if form.form == "metonym":
        return here[0].text == form.words[0]
    return True


def _forms(actor: Actor) -> Iterator[_Form]:
    kind = KINDS[actor.kind]
    groups: tuple[tuple[str, MentionKind, tuple[str, ...]], ...] = (
        ("alias", kind, (actor.name, *actor.aliases)),
        ("demonym", "demonym", actor.demonyms),
        ("metonym", "place", actor.metonyms),
    )
    for form, as_kind, written_forms in groups:
        for written in written_forms:
            if not _CYRILLIC.search(written):
                continue
            words = tuple(token.text for token in tokens(written, "uk"))
            yield _Form(actor, as_kind, form, words, tuple(stem_of(word) for word in words))


def stem_of(word: str) -> str:
    """Return `word`, a nominative, without its ending, at least three letters."""
    lower = word.lower()
    for ending in _NOMINATIVE:
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST and not word.isupper():
            return lower[: -len(ending)]
    return lower


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """Return what may be the stem of `word`: itself, and without each ending it may have."""
    lower = word.lower()
    return (
        lower,
        *(
            lower[: -len(ending)]
            for ending in _ENDINGS
            if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST
        ),
    )
