"""Cuts for short forms such as headlines, and of afterthoughts."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sitrep.extract.trims_edges import WORDS, limits, negated
from sitrep.model.extraction import TrimKind

COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear"})
MAIN_FIRST = 3
"""What is said comes first where who says it begins behind a third of the sentence."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def afterthought(doc: Doc, told: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield what a comma sets off behind who says it: ", officials said[, up from 44 before]".

    What else went on may go as well (", as the shelling continued"), a limit may not. `told` are
    the stretches of the words that attribute, in `doc`'s characters.
    """
    last = max((end for _, end in told), default=0)
    first = min((start for start, _ in told), default=0)
    tail = [token.i for token in doc if token.idx >= last and not token.is_space]
    if not tail or first < len(doc.text) / MAIN_FIRST or doc[tail[0]].text != ",":
        return
    end = tail[-1] - 1 if doc[tail[-1]].is_punct else tail[-1]
    opening = [token.lower_ for token in doc[tail[0] + 1 : tail[0] + 3]]
    meanwhile = opening[:1] == ["as"] and opening[1:] != [] and opening[1] not in WORDS.measuring
    if end > tail[0] and (meanwhile or not limits(doc[tail[0] + 1 : end + 1])):
        yield tail[0], end, "relative"


def conjuncts(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield the last of two or more things that "and" joins, for short forms such as headlines.

    Not of a subject, nor of what is one only together ("between the north and the south").
    """
    for token in doc:
        head = token.head
        if token.dep_ != "conj" or head.dep_ in {*SUBJECTS, "conj"} or negated(head):
            continue
        joint = next((c for c in head.children if c.dep_ == "cc" and c.i < token.i), None)
        last = token.right_edge.i
        placing = token.lower_ in WORDS.occasion | WORDS.placing
        if token.dep_ == "prep" and (not placing or needed(token)):
            continue
        ends = last + 1 >= len(doc) or doc[last + 1].is_punct
        closes = not any(below.dep_ == "relcl" for below in token.subtree)  # it may go on behind
        together = any(t.lower_ in WORDS.together for t in (head, *head.ancestors, *head.children))
        own = any(child.dep_ in SUBJECTS for child in token.children)
        if joint is None or joint.lower_ != "and" or not (ends and closes) or together or own:
            continue
        first = joint.i - 1 if doc[joint.i - 1].text == "," else joint.i
        yield first, last, "short"


def adjuncts(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield what only adds to a verb that can do without it, wherever it stands, for short forms.

    "The strikes killed 32 people [after a truce was announced], medics said."
    """
    for token in doc:
        head = token.head
        if token.dep_ not in {"prep", "advcl"} or head.pos_ != "VERB" or token.i < head.i:
            continue
        first, last = token.left_edge.i, token.right_edge.i
        chunk = doc[first : last + 1]
        if limits(chunk) or negated(head) or head.lemma_ in COPULAS:
            continue
        if any(t.like_num or t.lower_ in WORDS.window for t in chunk):
            continue
        placing = token.lower_ in WORDS.occasion | WORDS.placing
        if token.dep_ == "prep" and (not placing or needed(token)):
            continue
        ends = last + 1 >= len(doc) or doc[last + 1].is_punct or doc[last + 1].dep_ == "prep"
        if ends and doc[first - 1].text != ",":
            yield first, last, "short"


def needed(preposition: Token) -> bool:
    """Return whether a verb without any object leans on the phrase ("spoke at a meeting")."""
    verb = preposition.head
    objects = {"dobj", "attr", "acomp", "ccomp", "xcomp", "dative", "nsubjpass", "prt"}
    return verb.pos_ == "VERB" and not any(child.dep_ in objects for child in verb.children)
