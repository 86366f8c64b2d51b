"""What opens or closes a sentence and can be cut, with what may not be cut at all."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from sitrep.model.extraction import TrimKind
from sitrep.vocabulary.trims import trim_words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
MIN_LEFT_WORDS = 4
WORDS = trim_words()


def connective(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield what points back; "Earlier in the day" goes as a whole, "So far" stays."""
    first, then = doc[0], doc[1]
    if first.lower_ not in WORDS.connectives or first.dep_ not in {"cc", "advmod"}:
        return
    if then.text == ",":
        yield 0, 1, "connective"
    elif first.dep_ == "advmod" and then.dep_ == "prep":
        last = then.right_edge.i
        if last + 1 < len(doc) and any(s.left_edge.i == last + 1 for s in subjects(first.head)):
            yield 0, last, "adverbial"
    elif first.dep_ == "cc" or first.head.pos_ in {"VERB", "AUX"}:
        yield 0, 0, "connective"


def subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb, none where the parse found none."""
    return [child for child in verb.children if child.dep_ in SUBJECTS]


def fronted(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield an opening adverbial with its comma ("During the visit, …")."""
    for token in doc:
        if token.dep_ not in {"prep", "advcl", "npadvmod", "advmod"} or token.left_edge.i != 0:
            continue
        last = token.right_edge.i
        rest = last + 1
        if rest < len(doc) - MIN_LEFT_WORDS and doc[rest].text == "," and token.head.i > rest:
            # Where the parse takes the subject into the phrase, the sentence would lose it.
            found = (*subjects(token.head), *subjects(doc[:].root))
            if not any(subject.i > rest for subject in found):
                continue
            if not limits(doc[0 : rest + 1]) and not negated(token.head):
                yield 0, rest, "adverbial"


def afterwards(doc: Doc, cues: Collection[int]) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield when something was said where no day is named: "the ministry said [earlier]".

    `cues` are the tokens of the words that report.
    """
    for token in doc:
        if token.dep_ != "advmod" or token.lower_ not in WORDS.then or token.left_edge != token:
            continue
        last = token.right_edge.i
        told = token.head.i in cues and token.i > token.head.i
        if told and last - token.i < MIN_LEFT_WORDS:
            yield token.i, last, "tail"


def closing(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield what closes a sentence without a comma and tells only its occasion.

    "The minister dismissed the reports [following a visit to the capital]."
    """
    end = len(doc) - 1 if doc[-1].is_punct else len(doc)
    for token in doc[:].root.children:
        first, last = token.left_edge.i, token.right_edge.i
        if token.dep_ not in {"prep", "advcl"} or last != end - 1 or first <= MIN_LEFT_WORDS:
            continue
        occasion = doc[first].lower_ in WORDS.occasion and doc[first - 1].text != ","
        if occasion and not negated(token.head):
            yield first, last, "clause"


def limits(chunk: Span) -> bool:
    """Return whether a chunk opens with a condition, an exception or the like."""
    opening = [token for token in chunk if not token.is_punct][:2]
    return any(token.lower_ in WORDS.limiting for token in opening)


def negated(token: Token) -> bool:
    """Return whether `token` stands in a clause that negates or denies."""
    for above in (token, *token.ancestors):
        if above.lemma_.lower() in WORDS.negating:
            return True
        below = above.children
        if any(c.dep_ == "neg" or c.lower_ in {"no", "all", "every", "only"} for c in below):
            return True
        if above.dep_ in {"ROOT", "ccomp", "relcl"}:
            break
    return False


def meanwhile(token: Token) -> bool:
    """Return whether a closing clause tells what else went on: ", as the shelling continued"."""
    below = [(child.dep_, child.lower_) for child in token.children]
    return (
        token.dep_ == "advcl"
        and token.i > token.head.i
        and ("mark", "as") in below
        and token.left_edge.lower_ == "as"
        and any(dep in {"nsubj", "nsubjpass"} for dep, _ in below)
    )


def resumed(token: Token) -> bool:
    """Return whether a closing noun takes up the sentence: ", a step that came a day after".

    The parser takes one for an object as well, though no comma stands before an object.
    """
    below = {child.dep_ for child in token.children}
    return (
        token.pos_ == "NOUN"
        and token.left_edge.lower_ in {"a", "an"}
        and token.i > token.sent.root.i
        and ("relcl" in below or (token.dep_ == "dobj" and below.isdisjoint({"cc", "conj"})))
    )


def listed(token: Token) -> bool:
    """Return whether what reads as an apposition closes a list: "a farmer[, a guard and a boy]"."""
    joined = any(child.dep_ == "cc" for child in token.children)
    behind = token.doc[token.right_edge.i + 1 : token.right_edge.i + 2].text
    return token.dep_ == "appos" and joined and behind != ","
