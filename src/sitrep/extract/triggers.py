"""Words of a parsed sentence that carry an event, with the reading that fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sitrep.vocabulary.events import EventWord, EventWords

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_SIDEWAYS = frozenset(
    {"nsubj", "conj", "relcl", "ccomp", "advcl", "acl", "parataxis", "punct", "cc"}
)
_DEPTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A token with the reading that fits it."""

    token: Token
    word: EventWord


def find_triggers(doc: Doc, words: EventWords) -> list[Trigger]:
    """Return the triggers of a sentence in text order, at most one a token."""
    verbs = list(_verbal(doc, words))
    taken = {word for trigger in verbs for word in _noun_objects(trigger)}
    nouns = [
        Trigger(token=token, word=reading)
        for token in doc
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in taken
        for reading in [_fitting(token, words.nouns)]
        if reading is not None and token.dep_ not in {"compound", "amod"}
    ]
    return sorted([*verbs, *nouns], key=lambda trigger: trigger.token.i)


def _verbal(doc: Doc, words: EventWords) -> Iterator[Trigger]:
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound", "aux"}:
            reading = _fitting(token, words.verbs)
        elif token.dep_ in {"acomp", "attr", "pobj"} and token.pos_ in {"ADJ", "VERB", "NOUN"}:
            reading = _fitting(token, words.adjectives)
        else:
            reading = None
        if reading is not None:
            yield Trigger(token=token, word=reading)


def _noun_objects(trigger: Trigger) -> Iterator[int]:
    """Yield the positions of nouns that a verb's reading already takes in: "held talks"."""
    for token in hanging(trigger.token):
        if token.pos_ == "NOUN" and lemma_of(token) in trigger.word.needs:
            yield token.i


def _fitting(token: Token, readings: Mapping[str, tuple[EventWord, ...]]) -> EventWord | None:
    choices = readings.get(lemma_of(token))
    if choices is None:
        return None
    about = subject = None
    for reading in choices:
        if reading.needs:
            about = about if about is not None else _about(token)
            if not about & reading.needs:
                continue
        if reading.subject:
            subject = subject if subject is not None else subject_lemmas(token)
            if not subject & reading.subject:
                continue
        return None if reading.skip else reading
    return None


def _about(token: Token) -> set[str]:
    """Return the lemmas of what hangs on `token`; of prepositions and particles only its own."""
    return {
        lemma_of(hung)
        for hung in hanging(token)
        if hung.head == token or hung.dep_ not in {"prep", "prt"}
    }


def lemma_of(token: Token) -> str:
    """Return the lemma in lower case."""
    return str(token.lemma_).lower()


def hanging(token: Token) -> Iterator[Token]:
    """Yield what hangs on `token` as its object or complement, without its subject.

    Compounds and adjectives before a noun count: "drone" in "drone attack".
    """
    stack = [(child, 1) for child in token.children if _hangs(child, token)]
    while stack:
        current, depth = stack.pop()
        yield current
        if depth < _DEPTH:
            deeper = depth if current.dep_ == "prep" else depth + 1
            stack.extend((child, deeper) for child in current.children if child.dep_ != "relcl")


def _hangs(child: Token, token: Token) -> bool:
    if child.dep_ == "nsubjpass":
        return True
    if child.dep_ == "advcl":
        # "sworn to fight" is often parsed so
        return child.i == token.i + 2 and token.nbor().lower_ == "to"
    if child.dep_ == "ccomp":
        return False
    if child.dep_ == "conj":
        return bool(token.pos_ in {"NOUN", "PROPN"})
    return child.dep_ not in _SIDEWAYS


def subject_lemmas(token: Token) -> set[str]:
    """Return the lemmas of the subject's noun phrase, or of the passive's agent."""
    found: set[str] = set()
    for child in token.children:
        if child.dep_ in _SUBJECTS:
            found.update(lemma_of(t) for t in child.subtree)
    return found
