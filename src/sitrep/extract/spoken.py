"""What a modal verb makes of a deed: a promise, a threat, a refusal or a demand.

PLOVER codes "will give" as an AGREE, a hostile deed of one's own or a deed "unless" as a THREATEN,
"will not" in reported speech as a REJECT, and "X said that Y must" as a REQUEST.
"""

from spacy.tokens import Token

from sitrep.model.extraction import Event
from sitrep.vocabulary.events import EventWords

_OWN = frozenset({"it", "they", "he", "she", "we"})


def auxiliary_of(verb: Token) -> Token | None:
    """Return the first auxiliary of `verb`."""
    return next((child for child in verb.children if child.dep_ == "aux"), None)


def binding(verb: Token, words: EventWords) -> bool:
    """Tell whether a reported clause says what somebody must do."""
    auxiliary = auxiliary_of(verb)
    reported = verb.dep_ == "ccomp" and verb.pos_ in {"VERB", "AUX"}
    return reported and auxiliary is not None and auxiliary.lower_ in words.modals.demands


def spoken_kind(verb: Token, event: Event, words: EventWords) -> str | None:
    """Return the PLOVER type that the modal verb over `event` adds to it, None if none."""
    auxiliary = auxiliary_of(verb)
    word = auxiliary.lower_ if auxiliary is not None else ""
    said = verb.dep_ == "ccomp"
    if word in words.modals.demands:
        return "REQUEST" if said else None
    if word not in words.modals.planned and not (word in words.modals.conditional and said):
        return None
    if event.polarity == "negated":
        return "REJECT" if word in words.modals.planned and said else None
    if (event.type in words.future.hostile and _own_word(verb)) or _unless(verb):
        return "THREATEN"
    return "AGREE" if event.type in words.future.cooperative else None


def _own_word(verb: Token) -> bool:
    """Tell whether somebody speaks of what he himself will do."""
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return verb.dep_ == "ccomp" and own is not None and own.lower_ in _OWN


def _unless(verb: Token) -> bool:
    return any(
        mark.dep_ == "mark" and mark.lower_ == "unless"
        for child in verb.children
        if child.dep_ == "advcl"
        for mark in child.children
    )
