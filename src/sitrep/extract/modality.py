"""Whether an event happened (modality), and whether it is denied (polarity)."""

from spacy.tokens import Token

from sitrep.extract.triggers import Trigger, lemma_of
from sitrep.model.extraction import Modality, Polarity
from sitrep.vocabulary.events import Complement, EventWords

_EMBEDDED = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl", "conj", "dobj", "pobj", "prep"})
_INTENDS = frozenset(
    {"plan", "intend", "expect", "schedule", "prepare", "want", "hope", "aim", "seek", "try"}
)
_NEGATORS = frozenset({"not", "n't", "never", "no", "without", "neither", "nor", "deny", "fail"})
_RULED = frozenset({"xcomp", "dobj", "pobj", "prep", "ccomp", "acl"})
_DENIED = frozenset(
    {"deny", "refute", "disprove", "claim", "allegation", "report", "accusation", "rumour", "rumor"}
)
"""Words whose clause is not so where they are denied: "denied that", "rejected claims that"."""


def modality_of(trigger: Trigger, rulers: dict[int, Complement], words: EventWords) -> Modality:
    """Return how real the event is, from its modal verbs and from what governs it.

    `rulers` gives by token position what a trigger makes of its complement.
    """
    own = _modal(trigger.token, words)
    if own is not None:
        return own
    current, depth = trigger.token, 0
    while current.head != current and current.dep_ in _EMBEDDED and depth < 6:
        above = current.head
        if current.dep_ == "conj" and above.pos_ != current.pos_:
            break
        if above.i in rulers:
            return "hypothetical" if rulers[above.i] == "negated" else _as_modality(rulers[above.i])
        if lemma_of(above) in _INTENDS and current.dep_ in {"xcomp", "ccomp", "dobj"}:
            return "planned"
        if current.dep_ != "ccomp":
            ruled = _modal(above, words)
            if ruled is not None:
                return ruled
        current, depth = above, depth + 1
    return "actual"


def _as_modality(complement: Complement) -> Modality:
    return "planned" if complement == "planned" else "hypothetical"


def _modal(token: Token, words: EventWords) -> Modality | None:
    modals = words.modals
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
            return "conditional"
        if child.dep_ in {"aux", "auxpass"}:
            if child.lower_ in modals.planned:
                return "planned"
            if child.lower_ in modals.conditional:
                return "conditional"
            if child.lower_ in modals.hypothetical:
                return "hypothetical"
    if token.dep_ == "xcomp" and token.head.lower_ in modals.planned:
        return "planned"
    return None


def polarity_of(trigger: Trigger, rulers: dict[int, Complement]) -> Polarity:
    """Return "negated" where a negation or a refusal rules the trigger within its clause."""
    token = trigger.token
    negated = _negated(token)
    current, depth = token, 0
    while current.head != current and current.dep_ in _RULED:
        above = current.head
        if current.dep_ in {"ccomp", "acl"} and lemma_of(above) not in _DENIED:
            break
        if _negated(above) or rulers.get(above.i) == "negated" or lemma_of(above) in _NEGATORS:
            negated = True
        current, depth = above, depth + 1
        if depth > 4:
            break
    return "negated" if negated else "affirmed"


def _negated(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in {"neither", "nor"}:
            return True
        if child.dep_ == "det" and child.lower_ == "no":
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            if any(c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in child.children):
                return True
            if child.lower_ in {"nobody", "none", "nothing"}:
                return True
    # "neither closed … nor expelled": the second verb is joined to the first.
    return token.dep_ == "conj" and any(c.lower_ == "nor" for c in token.head.children)
