"""Words of a sentence that can be cut while what is left still holds.

Sentence compression over a dependency parse in the manner of Knight and Marcu (2002) and Clarke and
Lapata (2008), but X under a negation.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from sitrep.extract.reading import ReadSentence
from sitrep.extract.trims_edges import (
    MIN_LEFT_WORDS,
    WORDS,
    afterwards,
    closing,
    connective,
    fronted,
    limits,
    listed,
    meanwhile,
    negated,
    resumed,
    subjects,
)
from sitrep.extract.trims_short import COPULAS, adjuncts, afterthought, conjuncts, needed
from sitrep.model.extraction import Trim, TrimKind

QUOTES = frozenset('"“”«»„')
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENERS = frozenset({"mark", "cc"})
INSERTED = frozenset({"relative", "appositive", "adverbial"})
ALONE = frozenset({"connective", "parenthetical", "relative"})
"""Cuts that do not hang on how the parse reads the main clause."""
ASIDES = frozenset({"adverbial", "clause"})
LESSER = 0.4
"""A cut of less than this share of a sentence takes no main statement."""


def find_trims(sentence: ReadSentence, keep: Sequence[tuple[int, int]] = ()) -> tuple[Trim, ...]:
    """Return what can be cut from `sentence`, in text order, possibly overlapping.

    `keep` are stretches [start, end) of the article that stay, such as who says it and the words
    "said". No parse, no trims.
    """
    doc = sentence.doc
    if doc is None or len(doc) < MIN_LEFT_WORDS:
        return ()
    quoted = _quoted(doc)
    found: set[tuple[int, int, TrimKind]] = set()
    whole = doc[:].root.pos_ not in {"VERB", "AUX"} or bool(subjects(doc[:].root))
    cues = {t.i for t in doc if any(a <= t.idx + sentence.start < b for a, b in keep)}
    told = [(a - sentence.start, b - sentence.start) for a, b in keep]
    found_in = (
        *connective(doc),
        *afterthought(doc, told),
        *afterwards(doc, cues),
        *_bracketed(doc),
        *_clauses(doc),
        *_phrases(doc, cues),
        *conjuncts(doc),
        *adjuncts(doc),
    )
    for first, last, kind in found_in:
        if kind not in ALONE and not whole:
            continue  # the parse found no subject: it may stand in what would be cut
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        if any(token.lemma_.lower() in WORDS.protected for token in doc[first : last + 1]):
            continue
        if _splits_quotation(doc, quoted, first, last) or (
            first == 0 and last >= len(doc) - MIN_LEFT_WORDS
        ):
            continue
        if not _says_something(doc, first, last, cues):
            continue
        shifted = start + sentence.start, end + sentence.start
        if _aside(shifted, keep, len(sentence.text), kind):
            found.add((*shifted, kind))
            continue
        if any(shifted[0] < b and a < shifted[1] for a, b in keep) and not (
            kind in INSERTED and any(a < shifted[0] and shifted[1] <= b + 1 for a, b in keep)
        ):
            continue  # what is kept may lose an insertion: "the allies[, with France among them,]"
        found.add((*shifted, kind))
    return tuple(Trim(start=a, end=b, kind=k) for a, b, k in sorted(found))


def _aside(
    cut: tuple[int, int], keep: Sequence[tuple[int, int]], length: int, kind: TrimKind
) -> bool:
    """Return whether a cut takes all that is said by somebody, where that is the lesser part.

    ", as the minister called it a success" can go with its minister; what is left is the outlet's.
    """
    within = bool(keep) and all(cut[0] <= start and end <= cut[1] for start, end in keep)
    return within and kind in ASIDES and cut[1] - cut[0] < LESSER * length


def _says_something(doc: Doc, first: int, last: int, cues: Collection[int]) -> bool:
    """Return whether a verb is left without [first, last], the reporting verb aside.

    It is finite, or an order: "told the envoys to leave".
    Where the parse takes the main clause for a relative one, cutting it would leave a mere noun.
    """
    left = (*doc[:first], *doc[last + 1 :])
    ordered = any(token.dep_ == "xcomp" and token.head.i in cues for token in left)
    return ordered or any(_finite(token) and token.i not in cues for token in left)


def _finite(token: Token) -> bool:
    """Return whether a token is a finite verb.

    A participle with an object of its own is one too, whatever the parse says: "Strikes killed at
    least 85 people" is often read as strikes that were killed.
    """
    objects = any(child.dep_ == "dobj" for child in token.children)
    return token.tag_ in FINITE or (token.tag_ == "VBN" and token.dep_ == "acl" and objects)


def _quoted(doc: Doc) -> list[int]:
    """Return for each token the number of the quotation it stands in, marks included, 0 for none.

    A quotation that does not end in the sentence goes on to its end.
    """
    number, inside, flags = 0, False, []
    for token in doc:
        mark = _mark(token)
        if mark and not inside:
            number += 1
        flags.append(number if inside or mark else 0)
        if mark:
            inside = not inside
    return flags


def _mark(token: Token) -> bool:
    """Return whether a token is a quotation mark, as written or as the parser writes it."""
    return token.text in QUOTES or token.text in {"''", "``"}


def _splits_quotation(doc: Doc, quoted: Sequence[int], first: int, last: int) -> bool:
    """Return whether a cut takes a mark of a quotation and leaves a part of it.

    A cut between the marks is for whoever prints the words without them.
    """
    inside = {number for number in quoted[first : last + 1] if number}
    outside = {*quoted[:first], *quoted[last + 1 :]}
    marked = any(_mark(token) for token in doc[first : last + 1])
    return bool(inside & outside) and marked


def _bracketed(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    opened: int | None = None
    for token in doc:
        if token.text in "([" and opened is None:
            opened = token.i
        elif token.text in ")]" and opened is not None:
            yield opened, token.i, "parenthetical"
            opened = None
    dashes = [t.i for t in doc if t.text in {"—", "–", "--"} and t.whitespace_ and t.i]
    for left, right in pairwise(dashes):
        if len(dashes) == 2 and not limits(doc[left : right + 1]):
            yield left, right, "parenthetical"


def _clauses(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield what a comma sets off: relative clauses, appositives, adverbials, further clauses."""
    for token in doc:
        kind = _kind(token)
        if kind is None:
            continue
        first, last = token.left_edge.i, token.right_edge.i
        if kind == "clause":
            first = next((c.i for c in token.head.children if c.dep_ == "cc"), first)
        if not 0 < first <= last:
            continue
        if limits(doc[first : last + 1]) and not meanwhile(token):
            continue
        freely = doc[first].lower_ in WORDS.free or resumed(token)
        if (negated(token.head) and not freely) or listed(token):
            continue
        if doc[first - 1].text != ",":  # the comma shows that what follows restricts nothing
            continue
        if last + 1 < len(doc) and not doc[last + 1].is_punct:  # the parse may end too soon
            continue
        yield from ((first - 1, end, kind) for end in _ends(doc, first, last))
    yield from fronted(doc)
    yield from closing(doc)
    yield from _shares(doc)


def _ends(doc: Doc, first: int, last: int) -> Iterator[int]:
    """Yield where a cut from the comma before `first` may end: at `last`, at the comma behind it.

    Both commas go where a word leads up to the first: "said that[, after a week,] it had agreed".
    """
    leads = first > 1 and doc[first - 2].dep_ in OPENERS
    if not leads:
        yield last
    if _closing_comma(doc, last) or (leads and doc[last + 1 : last + 2].text == ","):
        yield last + 1


def _shares(doc: Doc) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield what tells of a part of those before it, whatever its parse: ", most of them women"."""
    for token in doc[: len(doc) - MIN_LEFT_WORDS]:
        opening = [one.lower_ for one in doc[token.i + 1 : token.i + 4]]
        if token.text != "," or opening[0] not in WORDS.shares or opening[1:] != ["of", "them"]:
            continue
        closed = (one.i - 1 for one in doc[token.i + 1 :] if one.is_punct)
        last = next(closed, len(doc) - 1)
        yield from ((token.i, end, "relative") for end in _ends(doc, token.i + 1, last))


def _kind(token: Token) -> TrimKind | None:
    if token.dep_ in {"relcl", "acl"}:
        return "relative"
    if token.dep_ == "appos" or resumed(token):
        return "appositive"
    if token.dep_ in {"advcl", "npadvmod", "prep"}:
        return "adverbial"
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    cc = [c.lower_ for c in token.head.children if c.dep_ == "cc"]
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"} and cc == ["and"]:
        return "clause" if own_subject or token.head.dep_ in {"ROOT", "ccomp"} else None
    return None


def _closing_comma(doc: Doc, last: int) -> bool:
    """Return whether both commas go: an insertion between a subject and its verb, or "and" verb."""
    after = last + 2
    if after >= len(doc) or doc[last + 1].text != ",":
        return False
    following = doc[after]
    verb = following.head if following.dep_ in {"aux", "auxpass", "cc", "neg"} else following
    if verb.pos_ not in {"VERB", "AUX"} or verb.tag_ == "VBG":
        return False
    if following.dep_ == "cc":
        return any(c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} for c in verb.children)
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i <= last for child in verb.children)


def _places(preposition: Token) -> bool:
    """Return whether the phrase only says where, and its verb can do without it."""
    head = preposition.head
    if head.lemma_ in COPULAS:
        return False  # "was in its last stage": the phrase is what is said of it
    return preposition.lower_ in WORDS.placing and not negated(head) and not needed(preposition)


def _phrases(doc: Doc, cues: Collection[int]) -> Iterator[tuple[int, int, TrimKind]]:
    """Yield phrases that only place a thing, for short forms such as headlines, and tails.

    A tail says where or by what somebody spoke ("said on Telegram"); `cues` are the tokens of the
    words that report.
    """
    root = doc[:].root
    for token in doc:
        if token.dep_ != "prep":
            continue
        first, last = token.left_edge.i, token.right_edge.i
        chunk = doc[first : last + 1]
        if first == 0 or limits(chunk) or any(t.lower_ == "that" for t in chunk):
            continue  # "at a press conference that …": the parse took in what was said
        if doc[last].is_punct:
            continue  # "in an interview, parts of which …": what follows hangs on it
        if doc[first - 1].lower_ in WORDS.leading or doc[first - 1].like_num:
            continue  # "for example[ at the port]", "40 drones, 12[ over the port]"
        head = token.head
        told = head.i in cues or (head == root and any(c.dep_ == "ccomp" for c in root.children))
        if told and head.pos_ in {"VERB", "AUX"} and token.i > head.i:
            if token.lower_ in WORDS.telling:
                yield first, last, "tail"
        elif _places(token) and not any(t.like_num or t.lower_ in WORDS.window for t in chunk):
            yield first, last, "phrase"
