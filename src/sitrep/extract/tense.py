"""Whether the words around a time speak of what was or of what is to come, by the parse.

A weekday in the news is the last one where its verb tells what happened ("after speaking on
Monday, he said"), the next where it is planned ("will meet on Monday", "talks planned for Monday").
"""

from typing import Literal

from spacy.tokens import Doc, Token

from sitrep.vocabulary.times import TimeWords

Direction = Literal["ahead", "past"]
_MODALS = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "should", "must"}
)
_AFTER = frozenset({"after", "following", "since", "upon"})
_MOST_STEPS = 12


def direction(doc: Doc, extent: tuple[int, int], words: TimeWords) -> Direction | None:
    """Return where a time at [start, end) of the sentence lies; None if the verb does not tell."""
    span = doc.char_span(*extent, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    for _ in range(_MOST_STEPS):
        if token.pos_ in {"VERB", "AUX"} and token not in span:
            return _of_verb(token, words)
        if token.dep_ == "prep" and token.lower_ in _AFTER and token.head.pos_ == "VERB":
            return _of_verb(token.head, words)
        if token.head == token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token, words: TimeWords, steps: int = 0) -> Direction | None:
    aux = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if aux & {"have", "has", "had", "'ve", "’ve", "having"} or verb.tag_ == "VBD":
        return "past"
    if aux & _MODALS or verb.lower_ in _MODALS:
        return "ahead"
    if verb.tag_ == "VBN":
        return _of_past_participle(verb, words, aux)
    if "to" in aux:
        return _of_infinitive(verb, words, steps)
    if verb.tag_ == "VBG":
        return _of_participle(verb, words, aux, steps)
    present = verb.tag_ in {"VBZ", "VBP"}
    return "ahead" if present and verb.lemma_ in {"be", *words.scheduled} else None


def _of_past_participle(verb: Token, words: TimeWords, aux: set[str]) -> Direction | None:
    if verb.lemma_.lower() in words.planning:
        return None if aux & {"was", "were"} else "ahead"
    return None if aux & {"is", "are", "be"} else "past"


def _of_infinitive(verb: Token, words: TimeWords, steps: int) -> Direction | None:
    head = verb.head
    governs = head.pos_ in {"VERB", "AUX"} and head != verb
    if not governs or head.lemma_.lower() in words.planning:
        return "ahead"
    return _of_verb(head, words, steps + 1) if steps < _MOST_STEPS else None


def _of_participle(verb: Token, words: TimeWords, aux: set[str], steps: int) -> Direction | None:
    if aux & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
        return "ahead"
    if aux & {"was", "were"}:
        return "past"
    leads = {child.lower_ for child in verb.children if child.dep_ in {"mark", "prep"}}
    if verb.head.lower_ in _AFTER or leads & _AFTER:
        return "past"
    head = verb.head
    while head.pos_ not in {"VERB", "AUX"} and head.head != head:
        head = head.head
    if head == verb or head.pos_ not in {"VERB", "AUX"} or steps >= _MOST_STEPS:
        return None
    return _of_verb(head, words, steps + 1)
