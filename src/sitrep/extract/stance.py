"""How a speaker says it (stance) and how sure the wording is (hedge).

What each label means, with its borderline cases: docs/stance-guideline.md.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from sitrep.extract.frames import Frame
from sitrep.model.extraction import Hedge, Stance
from sitrep.vocabulary.reporting import Reporting
from sitrep.vocabulary.stance import StanceWords, stance_words

_ORDER: tuple[Hedge, ...] = ("certain", "probable", "possible", "doubtful")
_DEEDS: frozenset[Stance] = frozenset(
    {"threatens", "promises", "demands", "proposes", "accepts", "rejects"}
)
"""Stances that are sure in themselves: "agreed that observers may come" leaves no doubt."""
_TAKEN = frozenset(
    {"dobj", "oprd", "acomp", "attr", "xcomp", "ccomp", "pobj", "pcomp", "nsubjpass"}
)
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})


def stance_of(frame: Frame, words: Reporting) -> Stance:
    """Return the stance of `frame`: of its word, as its negation, object and content turn it."""
    turns = stance_words()
    verb, stance = frame.verb, frame.word.stance
    lemma = verb.lemma_.lower()
    attitude = frame.word.manner == "attitude"
    about = {token.lemma_.lower() for token in _taken(verb)}
    reading = next((r for r in turns.readings if lemma in r.words and about & r.about), None)
    if reading is not None:
        stance = reading.stance
    if negated(verb):
        if lemma in turns.consenting:
            return "accepts"
        return stance if attitude and stance == "asserts" else turns.negated.get(stance, stance)
    if attitude or reading is not None:
        return stance
    if lemma in turns.mandative and any(_to_be_done(head, verb) for head in frame.said):
        return turns.mandative[lemma]
    if stance == "asserts":
        stance = _headed(verb, words) or stance
    return _by_content(frame, stance, turns)


def hedge_of(frame: Frame, stance: Stance, words: Reporting) -> Hedge:
    """Return the weakest hedge of the cue and of the main verb of what is said.

    `stance` is what `stance_of` gave: what is promised or demanded is not hedged by its modal
    verbs, and what a speaker does not commit himself to is possible at most.
    """
    hedges = [frame.word.hedge]
    if stance == "withholds":
        hedges.append("possible")
    if frame.verb.lemma_.lower() == "suggest":
        hedges.append("possible")
    if frame.word.manner == "attitude" and stance == "asserts" and negated(frame.verb):
        hedges.append("doubtful")
    tokens = [frame.verb, *(c for c in frame.verb.children if c.dep_ in {"aux", "advmod", "amod"})]
    if stance not in _DEEDS:
        tokens.extend(_ruling(frame))
        if any(_lacking(head) for head in frame.said):
            hedges.append("doubtful")
    for token in tokens:
        level = words.hedges.get(token.lower_) or words.hedges.get(token.lemma_.lower())
        hedges += [level] if level is not None else []
    return max(hedges, key=_ORDER.index)


def negated(verb: Token) -> bool:
    """Tell whether a reporting word is denied: "did not", "neither … nor", "without", "no"."""
    if any(c.dep_ == "neg" or c.lower_ in {"neither", "nor"} for c in verb.children):
        return True
    if any(c.dep_ == "det" and c.lower_ == "no" for c in verb.children):
        return True
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and any(c.lower_ in {"no", "neither"} for c in subject.children):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _first_of_neither(verb)


def _first_of_neither(verb: Token) -> bool:
    return any(c.lower_ == "neither" for c in verb.head.children) or any(
        c.lower_ == "nor" for c in verb.head.children
    )


def _taken(verb: Token) -> Iterator[Token]:
    """Yield the heads of what a verb takes, through prepositions: "declined to comment on"."""
    for child in verb.children:
        if child.dep_ in _TAKEN:
            yield child
        elif child.dep_ in {"prep", "prt"}:
            yield from (c for c in child.children if c.dep_ in _TAKEN | {"amod"})


def _headed(verb: Token, words: Reporting) -> Stance | None:
    """Return the stance of "in a warning to X, he said"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "with", "as"}:
            for noun in child.children:
                entry = words.nouns.get(noun.lemma_.lower())
                if entry is not None and entry.stance not in {"asserts", "reports", "accepts"}:
                    return entry.stance
    return None


def _by_content(frame: Frame, stance: Stance, turns: StanceWords) -> Stance:
    """Return what the main verb of the content makes of a speaker's plain words."""
    if stance not in {"asserts", "warns", "promises"} or frame.word.manner != "speech":
        return stance
    for head in frame.said:
        modals = {child.lower_ for child in head.children if child.dep_ == "aux"}
        if _own_deed(head, modals, turns):
            return "threatens"
        if stance == "asserts" and modals & turns.obliging and _of_others(head):
            return "demands"
        if stance == "asserts" and _untrue(head, turns):
            return "denies"
    return stance


def _to_be_done(head: Token, verb: Token) -> bool:
    """Tell whether the content is what shall be done: "suggested that the armies pull back"."""
    if any(child.dep_ in {"aux", "auxpass"} for child in head.children):
        return False
    return head.tag_ == "VB" or (head.tag_ == "VBP" and verb.tag_ == "VBD")


def _own_deed(head: Token, modals: set[str], turns: StanceWords) -> bool:
    own = next((child for child in head.children if child.dep_ == "nsubj"), None)
    speaks = own is not None and own.lower_ in _OWN
    ahead = bool(modals & {"will", "would", "'ll", "’ll"})
    return speaks and ahead and head.lemma_.lower() in turns.hostile


def _of_others(head: Token) -> bool:
    """Tell whether "must" binds somebody else: not "must have been", not "we must"."""
    own = next((child for child in head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    guessed = any(child.lower_ == "have" for child in head.children if child.dep_ == "aux")
    return own is not None and own.lower_ not in _OWN and not guessed


def _untrue(head: Token, turns: StanceWords) -> bool:
    said = {c.lemma_.lower(): c for c in head.children if c.dep_ in {"acomp", "attr", "nsubj"}}
    denied = any(child.dep_ == "neg" for child in head.children)
    if any(word in turns.untrue for word in said):
        return not denied
    return any(
        word in turns.truth and (denied or any(c.lower_ == "no" for c in token.children))
        for word, token in said.items()
    )


def _lacking(head: Token) -> bool:
    """Tell whether the content says that something lacks: "there was no evidence that"."""
    missing = stance_words().missing
    return any(
        child.lemma_.lower() in missing and any(c.lower_ == "no" for c in child.children)
        for child in head.children
    )


def _ruling(frame: Frame) -> Iterator[Token]:
    """Yield the modal verbs and adverbs over the content's main verbs, and those verbs."""
    for head in frame.said:
        heads = [head, *(c for c in head.children if head.dep_ == "prep")]
        for one in heads:
            yield one
            yield from (c for c in one.children if c.dep_ in {"aux", "advmod", "acomp"})
