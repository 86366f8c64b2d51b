"""What was said, where the parse lost or misplaced the clause of a reporting verb."""

from spacy.tokens import Token


def hung_clause(verb: Token) -> list[Token]:
    """Return the clause that a parenthetic "he said" hangs on, without the parenthesis."""
    head = verb.head
    linked = verb.dep_ == "parataxis" or (
        verb.dep_ in {"advcl", "ccomp", "conj", "dep"}
        and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    )
    if head == verb or not linked:
        return []
    own = set(verb.subtree)
    return [token for token in head.subtree if token not in own]


def far_clause(verb: Token) -> list[Token]:
    """Return a "that" clause which the parse hung on a phrase of the verb: "said on TV that…"."""
    for token in verb.subtree:
        if token.i > verb.i and token.dep_ in {"acl", "ccomp", "relcl"} and that_clause(token):
            return list(token.subtree)
    return []


def rest(verb: Token) -> list[Token]:
    """Return what follows the main verb of a sentence where the parse lost its clause."""
    following = list(verb.doc[verb.i + 1 :])
    if verb.dep_ != "ROOT" or not any(t.dep_ in {"nsubj", "nsubjpass"} for t in following):
        return []
    return following


def before(verb: Token) -> list[Token]:
    """Return what stands before ", the minister said" where the parse lost its clause."""
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None)
    if verb.dep_ != "ROOT" or subject is None:
        return []
    comma = subject.left_edge.i - 1
    told = list(verb.doc[: max(comma, 0)])
    finite = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in told)
    return told if comma > 3 and verb.doc[comma].text == "," and finite else []


def that_clause(clause: Token) -> bool:
    """Return whether `clause` opens with "that"."""
    marks = [child for child in clause.children if child.dep_ == "mark"]
    return any(mark.lower_ == "that" for mark in marks)
