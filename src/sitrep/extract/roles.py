"""Who did it to whom: the noun phrases that fill a trigger's roles."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from sitrep.extract.triggers import Trigger

_UPWARD = frozenset(
    {"xcomp", "advcl", "pcomp", "conj", "acl", "ccomp", "prep", "relcl", "acomp", "attr", "pobj"}
)
_TARGET_PREPOSITIONS = (
    "against", "on", "upon", "with", "to", "from", "toward", "towards", "between", "into", "of",
    "for", "by", "at",
)  # fmt: skip
_PLACE_PREPOSITIONS = ("in", "near", "over", "inside", "around")
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "we", "i"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "oprd"})
_LONGEST_CHAIN = 8
_TWO_OBJECTS = frozenset(
    {"give", "grant", "offer", "hand", "award", "send", "call", "name", "deny"}
)
"""Verbs that keep an object in the passive: "the troops given shelter"."""


def actor_heads(trigger: Trigger) -> list[Token]:
    """Return the heads of the noun phrases that act, conjoined ones after the first."""
    token = trigger.token
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"acomp", "attr", "pobj"}:
        return _noun_actors(token)
    head = _agent(token)
    if head is None and not _passive(token):
        head = subject_head(token)
    return [] if head is None else [head, *conjoined(head)]


def _passive(token: Token) -> bool:
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children):
        return True
    return token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN" and not _lost_verb(token)


def _lost_verb(token: Token) -> bool:
    """Tell whether a participle is a main verb that the parse missed: "Doctors sent aid."."""
    head = token.head
    if head.dep_ == "ROOT" and head.pos_ in {"NOUN", "PROPN"}:
        return not any(t.tag_ in {"VBZ", "VBP", "MD"} for t in head.children)
    joined = [token, *(c for c in token.children if c.dep_ == "conj")]
    if any(child.dep_ == "dobj" for one in joined for child in one.children):
        return token.lemma_.lower() not in _TWO_OBJECTS
    # "Youths resorted to stones, officials said": two subjects of one verb.
    above = head.head
    return head.dep_ == "nsubj" and any(c.dep_ == "nsubj" and c.i > token.i for c in above.children)


def _agent(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def subject_head(token: Token) -> Token | None:
    """Return the subject of a verb, through its governors; pronouns go to the governor's subject.

    "The rebels said they will release": who releases are the rebels.
    """
    current = token
    for _ in range(_LONGEST_CHAIN):
        own = next((c for c in current.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if own is not None:
            return _antecedent(own, current)
        nominal = current.head.pos_ in {"NOUN", "PROPN", "PRON"}
        if current.dep_ in {"acl", "relcl"} and nominal:
            return current.head
        if current.head == current or current.dep_ not in _UPWARD:
            return None
        current = current.head
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return what a relative or personal pronoun stands for, where the sentence shows it."""
    if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        return verb.head
    if subject.lower_ in _PRONOUNS:
        return _governor_subject(verb) or subject
    return subject


def _governor_subject(token: Token) -> Token | None:
    if token.dep_ not in {"ccomp", "xcomp", "advcl"} or token.head == token:
        return None
    own = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
    return None if own is None or own.lower_ in _PRONOUNS else own


def _noun_actors(noun: Token) -> list[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            return [child, *conjoined(child)]
    by = _agent(noun)
    if by is not None:
        return [by, *conjoined(by)]
    modifiers = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}]
    between = [t for c in noun.children if c.lower_ == "between" for t in c.children]
    return [*modifiers, *(t for head in between for t in [head, *conjoined(head)])]


def conjoined(head: Token) -> list[Token]:
    """Return what is joined to `head` with "and", in order."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}:
            found.extend([child, *conjoined(child)])
    return found


def target_phrases(trigger: Trigger) -> list[Token]:
    """Return the heads of the phrases that may be the target, likeliest first."""
    token = trigger.token
    heads = _objects(token)
    if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN" and not heads and _passive(token):
        heads.append(token.head)
    heads += _prepositional(list(token.children))
    clauses = [c for c in token.children if c.dep_ in {"ccomp", "xcomp", "advcl"}]
    clauses += [c for head in _objects(token) for c in head.children if c.dep_ == "acl"]
    for clause in clauses:
        heads += _of_clause(clause)
    heads += [child for child in token.children if child.dep_ in {"npadvmod", "acomp", "attr"}]
    known = {*_TARGET_PREPOSITIONS, *_PLACE_PREPOSITIONS}
    heads += [c for c in token.children if c.dep_ == "prep" and c.lower_ not in known]
    return heads


def place_phrases(trigger: Trigger) -> list[Token]:
    """Return the heads of the phrases that say where it is done."""
    return _prepositional(list(trigger.token.children), _PLACE_PREPOSITIONS)


def _objects(verb: Token) -> list[Token]:
    heads = [child for child in verb.children if child.dep_ in _OBJECTS]
    for child in verb.children:
        if child.dep_ == "prt" and child.lower_ == "up":
            # "kidnapped up to 16 workers"
            heads += [c for prep in child.children if prep.lower_ == "to" for c in prep.children]
    return heads


def _of_clause(verb: Token, depth: int = 0) -> list[Token]:
    """Return who is told to do something in a clause, then whom it would be done to."""
    heads = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    heads += _objects(verb)
    heads += _prepositional(list(verb.children))
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and depth < 2:
            heads += _of_clause(child, depth + 1)
    return heads


def _prepositional(
    children: Sequence[Token], words: Sequence[str] = _TARGET_PREPOSITIONS
) -> list[Token]:
    """Return what the prepositions that lead to a target rule, the likeliest first."""
    found = [
        child for child in children if child.dep_ in {"prep", "dative"} and child.lower_ in words
    ]
    found.sort(key=lambda child: words.index(child.lower_))
    return [ruled for child in found for ruled in child.children if ruled.dep_ in {"pobj", "pcomp"}]


def noun_phrase(head: Token, barred: Iterable[Token] = ()) -> list[Token]:
    """Return the noun phrase of `head` without conjuncts and clauses, in text order."""
    out: set[Token] = set(barred)
    for child in head.children:
        if child.dep_ in {"conj", "relcl", "acl", "cc", "punct", "appos", "advcl", "ccomp"}:
            out.update(child.subtree)
    return [token for token in head.subtree if token not in out]


def core(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return `tokens` without leading articles and outer punctuation."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].pos_ in {"DET", "PUNCT", "SPACE"}):
        start += 1
    while end > start and tokens[end - 1].pos_ in {"PUNCT", "SPACE", "PART"}:
        end -= 1
    return tokens[start:end]
