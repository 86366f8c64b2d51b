"""Who did it to whom: the noun phrases that fill a trigger's roles."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from sitrep.extract.triggers import Trigger

_UPWARD = frozenset(
    {"xcomp", "advcl", "pcomp", "conj", "acl", "ccomp", "prep", "relcl", "acomp", "attr", "pobj"}
)
_TARGET_PREPOSITIONS = (
    "against", "on", "upon", "with", "to", "at", "from", "toward", "towards", "between", "into",
    "of", "for", "in", "near", "over", "by",
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "we", "i"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "oprd"})
_LONGEST_CHAIN = 8


def actor_heads(trigger: Trigger) -> list[Token]:
    """Return the heads of the noun phrases that act, conjoined ones after the first."""
    token = trigger.token
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"acomp", "attr", "pobj"}:
        return _noun_actors(token)
    head = _agent(token)
    if head is None and not _passive(token):
        head = subject_head(token)
    return [] if head is None else [head, *_conjoined(head)]


def _passive(token: Token) -> bool:
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children):
        return True
    return bool(token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN")


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
            return [child, *_conjoined(child)]
    by = _agent(noun)
    if by is not None:
        return [by, *_conjoined(by)]
    modifiers = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}]
    between = [t for c in noun.children if c.lower_ == "between" for t in c.children]
    return [*modifiers, *(t for head in between for t in [head, *_conjoined(head)])]


def _conjoined(head: Token) -> list[Token]:
    found: list[Token] = []
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"}:
            found.extend([child, *_conjoined(child)])
    return found


def target_phrases(trigger: Trigger) -> list[list[Token]]:
    """Return the phrases that may be the target, likeliest first, each as its tokens in order."""
    token = trigger.token
    children = list(token.children)
    heads = [child for child in children if child.dep_ in _OBJECTS]
    if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN" and not heads:
        heads.append(token.head)
    heads += _prepositional(children)
    for child in children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"}:
            heads += [c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}]
            heads.append(child)
    heads += [
        child
        for child in children
        if child.dep_ in {"prep", "npadvmod", "acomp", "attr"}
        and child.lower_ not in _TARGET_PREPOSITIONS
    ]
    phrases = [list(head.subtree) for head in heads]
    if token.dep_ in {"acomp", "attr", "pobj"}:
        phrases.append([t for t in token.subtree if t != token])
    return phrases


def _prepositional(children: Sequence[Token]) -> list[Token]:
    """Return the prepositions that lead to a target, the likeliest first."""
    found = [
        child
        for child in children
        if child.dep_ in {"prep", "dative"} and child.lower_ in _TARGET_PREPOSITIONS
    ]
    return sorted(found, key=lambda child: _TARGET_PREPOSITIONS.index(child.lower_))


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
