"""How a speaker says it (stance) and how sure the wording is (hedge)."""

from spacy.tokens import Token

from sitrep.extract.frames import Frame
from sitrep.model.extraction import Hedge, Stance
from sitrep.vocabulary.reporting import Reporting

_ORDER: tuple[Hedge, ...] = ("certain", "probable", "possible", "doubtful")
_NEGATED: dict[Stance, Stance] = {
    "confirms": "denies", "accepts": "rejects", "asserts": "asserts", "denies": "asserts",
    "rejects": "asserts", "promises": "rejects",
}  # fmt: skip
"""What a negated reporting verb says: who "did not agree" rejects."""


def stance_of(frame: Frame) -> Stance:
    """Return the stance of `frame`, turned where its verb is negated."""
    negated = any(child.dep_ == "neg" for child in frame.verb.children)
    if negated and frame.word.stance in _NEGATED:
        return _NEGATED[frame.word.stance]
    return frame.word.stance


def hedge_of(frame: Frame, words: Reporting) -> Hedge:
    """Return the weakest hedge of the cue and of the main verb of what is said."""
    hedge = frame.word.hedge
    if frame.verb.lemma_.lower() == "suggest":
        hedge = "possible"
    for token in _ruling(frame):
        found = words.hedges.get(token.lower_)
        if found is not None and _ORDER.index(found) > _ORDER.index(hedge):
            hedge = found
    return hedge


def _ruling(frame: Frame) -> list[Token]:
    """Return the modal verbs and adverbs over the cue and over the content's main verb."""
    verb = frame.verb
    tokens = [child for child in verb.children if child.dep_ in {"aux", "advmod"}]
    for child in verb.children:
        if child.dep_ in {"ccomp", "parataxis"}:
            tokens.append(child)
            tokens.extend(c for c in child.children if c.dep_ in {"aux", "advmod", "acomp"})
    return tokens
