"""Reporting frames that the tagger finds: its rows of tokens as cue, source and content."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from spacy.tokens import Token

from sitrep.extract.extents import extents
from sitrep.extract.frames import Frame, heads, shouted
from sitrep.extract.phrases import phrase_at
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading
from sitrep.extract.tagger import Tagged, tagger
from sitrep.extract.tokens import Tokens, tabulate
from sitrep.vocabulary.reporting import Reporting, ReportingWord

UNLISTED = ReportingWord(stance="asserts", takes=("clause", "quote", "object"))
"""How a cue reports none of whose words is listed."""
DEED = ReportingWord(stance="asserts", manner="deed", takes=("quote", "object"))
"""The same where nothing is said in so many words: "filed a lawsuit", "staged a protest"."""
LEAST_POSSIBLE = 0.1
"""Probability from which on a word may be a cue. Below it none of the 18 findings and thoughts with
a source that the rules gave was right on an eighth of PolNeAR's training part held out."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PUNCT"})
_NO_OPENER = frozenset({"nsubj", "nsubjpass", "det"})
"""What "that" is where it opens no statement: "in a speech that shocked many", "in that speech"."""
_MEDIUM = 10
"""Words within which a phrase on where something was said gives way to what was."""
_OPENING = frozenset({"det", "poss", "prep"})
"""Dependencies of words after which a phrase cannot end."""
_LEADING = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
"""Dependencies of words before their noun."""
_FURTHEST = 6
"""Words from such a word to its noun; what is further is a mistake of the parse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """The frames that the tagger finds, in text order, and all words that it thinks may be cues."""

    frames: tuple[Frame, ...]
    possible: tuple[Extent, ...]


def learned_frames(reading: Reading, quotes: Sequence[Extent], words: Reporting) -> Learned:
    """Return what the tagger finds in the parsed sentences.

    As with the rules, sentences in capitals report nothing.
    """
    tokens = tabulate(reading, quotes)
    tags = tagger().tag(tokens)
    frames = (_frame(reading, tokens, tagged, words) for tagged in tags.found)
    possible = np.flatnonzero(tags.cue >= LEAST_POSSIBLE).tolist()
    return Learned(
        frames=tuple(f for f in frames if not shouted(reading.sentences[f.sentence].text)),
        possible=tuple(_extent(tokens, [row]) for row in possible),
    )


def _frame(reading: Reading, tokens: Tokens, tagged: Tagged, words: Reporting) -> Frame:
    cue = tokens.words[tagged.cue : tagged.cue_end]
    verb, word = _reporting(cue, tokens.words[tagged.head], words)
    cue_rows = range(tagged.cue, tagged.cue_end)
    source = _to_head(tokens, _longest_run(tagged.source), {*cue_rows, *tagged.content})
    source = _with_clause(tokens, source, cue_rows)
    said = [row for row in tagged.content if row not in source]
    content = _whole(tokens, said, {*cue_rows, *source})
    cue_rows = range(tagged.cue, tagged.cue_end + _medium(tokens, cue, content, tagged.cue_end))
    content = [row for row in content if row not in cue_rows]
    if word.manner == "evidence" and "object" not in word.takes:
        # "X seems to…": nobody says so, and X belongs to what seems.
        source, content = [], sorted({*source, *content})
    if word is UNLISTED and not _in_words(tokens, content):
        word = DEED
    named = [tokens.words[row] for row in source]
    number = int(tokens.sentence[tagged.cue])
    return Frame(
        sentence=number,
        word=word,
        verb=verb,
        cue=_extent(tokens, cue_rows),
        source=_extent(tokens, source) if source else None,
        source_head=_head(named) if named else None,
        said=heads([tokens.words[row] for row in content]),
        content=tuple(_content(reading, tokens, content, number)),
        score=tagged.score,
    )


def _medium(tokens: Tokens, cue: Sequence[Token], content: Sequence[int], behind: int) -> int:
    """Return how many words of the content belong to the cue, as where it was said.

    "said in a | televised speech that the army …": what is said begins with "that".
    """
    if not content or content[0] != behind or cue[-1].pos_ not in {"ADP", "DET"}:
        return 0
    for count, row in enumerate(content[:_MEDIUM]):
        word = tokens.words[row]
        if word.lower_ == "that" and word.dep_ not in _NO_OPENER:
            return count
        nominal = word.pos_ in _NOMINAL or word.dep_ == "amod"
        if row != behind + count or not nominal:
            return 0
    return 0


def _reporting(cue: Sequence[Token], head: Token, words: Reporting) -> tuple[Token, ReportingWord]:
    """Return the word of the cue that reports, with its entry: the head if listed, else another."""
    for token in cue:
        phrase = phrase_at(token, words)
        if phrase is not None:
            return token, phrase[1]
    for token in (head, *cue):
        entry = _entry(token, words)
        if entry is not None:
            return token, entry
    return head, UNLISTED


def _in_words(tokens: Tokens, content: Sequence[int]) -> bool:
    """Tell whether the content has words that somebody says: a clause, or what is quoted."""
    rows = list(content)
    said = {tokens.words[row] for row in rows}
    clause = any(token.dep_ in _CLAUSES and token.head not in said for token in said)
    return clause or bool(tokens.quoted[rows].any())


def _entry(token: Token, words: Reporting) -> ReportingWord | None:
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        return words.verbs.get(lemma)
    if token.pos_ != "NOUN" or token.dep_ == "compound":  # "warning shots" warn of nothing
        return None
    return words.nouns.get(lemma)


def _extent(tokens: Tokens, rows: Sequence[int]) -> Extent:
    return int(tokens.start[rows[0]]), int(tokens.end[rows[-1]])


def _runs(rows: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _longest_run(rows: Sequence[int]) -> list[int]:
    return max(_runs(rows), key=len, default=[])


def _to_head(tokens: Tokens, rows: list[int], barred: Container[int]) -> list[int]:
    """Return a source with the noun that its end only leads up to: "the New", "FBI Director".

    A preposition at its end goes: "the minister in".
    """
    while len(rows) > 1 and tokens.words[rows[-1]].dep_ == "prep":
        rows = rows[:-1]
    while rows and tokens.words[rows[-1]].dep_ in _LEADING:
        further = range(rows[-1] + 1, int(tokens.head[rows[-1]]) + 1)
        if not 0 < len(further) <= _FURTHEST or any(row in barred for row in further):
            break
        rows = [*rows, *further]
    return rows


def _with_clause(tokens: Tokens, rows: list[int], cue: range) -> list[int]:
    """Return a source with the relative clause that begins right behind it, unless the cue's."""
    if not rows:
        return rows
    last = rows[-1]
    for row in range(last + 1, int(tokens.right[last]) + 1):
        opens = tokens.head[row] == last and tokens.left[row] == last + 1
        if opens and tokens.words[row].dep_ == "relcl":
            clause = range(last + 1, int(tokens.right[row]) + 1)
            return rows if any(at in clause for at in cue) else [*rows, *clause]
    return rows


def _whole(tokens: Tokens, rows: Sequence[int], barred: Container[int]) -> list[int]:
    """Return a content with the rest of a phrase that it breaks off after "after" or "the".

    A stretch that is such a word alone is left out.
    """
    found: list[int] = []
    for run in _runs(rows):
        last = run[-1]
        if tokens.words[last].dep_ not in _OPENING:
            found += run
        elif len(run) > 1:
            top = last if tokens.words[last].dep_ == "prep" else int(tokens.head[last])
            rest = takewhile(lambda row: row not in barred, range(last + 1, tokens.right[top] + 1))
            found += [*run, *rest]
    return sorted(set(found))


def _head(source: Sequence[Token]) -> Token:
    """Return the word that the source's phrase hangs on."""
    inside = set(source)
    tops = [token for token in source if token.head not in inside or token.head == token]
    return next((token for token in tops if token.pos_ in _NAMING), tops[0])


def _content(reading: Reading, tokens: Tokens, rows: Sequence[int], number: int) -> list[Extent]:
    """Return what is said in the cue's sentence; quotations that run on are joined elsewhere."""
    here = [tokens.words[row] for row in rows if tokens.sentence[row] == number]
    return extents(here, reading.sentences[number].start)
