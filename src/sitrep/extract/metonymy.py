"""Whether a place's name stands for those who rule there: "Moscow said" against "in Moscow"."""

import re

from spacy.tokens import Token

from sitrep.extract.reading import ReadSentence
from sitrep.vocabulary.places import place_words

_BEFORE = re.compile(r"(?:([\w'’-]+)\s+)?(?:[Tt]he\s+)?$")
_AFTER = re.compile(r"\s*('s|’s|’(?=\s))?\s*([\w-]*)(?:\s+([\w-]*))?")
_ACTING = frozenset({"nsubj", "agent", "dative"})
_UPON = frozenset({"on", "upon"})
_FAR = 60
"""Characters before "on Moscow" in which pressure and the like may stand."""


def speaks(sentence: ReadSentence, start: int, end: int) -> bool:
    """Tell whether the name at [start, end) of the article acts, speaks or is dealt with.

    A name after a preposition of place never does; else the subject of an acting verb, who is given
    something, one side of talks ("between Moscow and Kyiv"), and whom pressure is put on, does.
    """
    words = place_words()
    left, right = start - sentence.start, end - sentence.start
    before = _BEFORE.search(sentence.text, max(0, left - 30), left)
    lead = (before[1] or "").lower() if before else ""
    if lead in words.locative:
        return False
    if lead in words.dealing or (lead in _UPON and _weighed(sentence.text, left)):
        return True
    after = _AFTER.match(sentence.text, right)
    if after is not None and after[1]:
        return (after[2] or "").lower() in words.belongings
    if sentence.doc is not None:
        return _acts(sentence, left, right)
    following = (after[2] or "").lower() if after else ""
    return following in words.acting or (
        following in words.auxiliaries and after is not None and after[3] in words.acting
    )


def _weighed(text: str, left: int) -> bool:
    before = re.findall(r"[a-z]+", text[max(0, left - _FAR) : left].lower())
    return not place_words().weighing.isdisjoint(before)


def _acts(sentence: ReadSentence, left: int, right: int) -> bool:
    if sentence.doc is None:
        return False
    span = sentence.doc.char_span(left, right, alignment_mode="expand")
    if span is None:
        return False
    root: Token = span.root
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    words = place_words()
    if root.dep_ in _ACTING:
        return root.head.pos_ in {"VERB", "AUX"} and root.head.lemma_ not in words.undergoing
    return root.dep_ == "pobj" and root.head.lower_ in words.dealing
