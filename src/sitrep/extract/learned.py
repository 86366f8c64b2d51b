"""Reporting frames that the tagger finds: its rows of tokens as cue, source and content."""

from collections.abc import Container, Sequence
from itertools import takewhile

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
"""The same where nothing is said in so many words: "filed a lawsuit", "fired warning shots"."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PUNCT"})
_NO_OPENER = frozenset({"nsubj", "nsubjpass", "det"})
"""What "that" is where it opens no statement: "in a speech that shocked many", "in that speech"."""
_MEDIUM = 10
"""Words within which a phrase on where something was said gives way to what was."""
_OPENING = frozenset({"det", "poss", "prep"})
"""Dependencies of words after which a phrase cannot end."""


def learned_frames(reading: Reading, quotes: Sequence[Extent], words: Reporting) -> list[Frame]:
    """Return the frames that the tagger finds in the parsed sentences, in text order.

    As with the rules, sentences in capitals report nothing.
    """
    tokens = tabulate(reading, quotes)
    frames = (_frame(reading, tokens, tagged, words) for tagged in tagger().tag(tokens))
    return [frame for frame in frames if not shouted(reading.sentences[frame.sentence].text)]


def _frame(reading: Reading, tokens: Tokens, tagged: Tagged, words: Reporting) -> Frame:
    cue = tokens.words[tagged.cue : tagged.cue_end]
    verb, word = _reporting(cue, tokens.words[tagged.head], words)
    cue_rows = range(tagged.cue, tagged.cue_end)
    source = _unhung(tokens, _longest_run(tagged.source))
    if len(source) > 1:
        source = _whole(tokens, source, {*cue_rows, *tagged.content})
    content = _whole(tokens, tagged.content, {*cue_rows, *source})
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
    return words.nouns.get(lemma) if token.pos_ == "NOUN" else None


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


def _unhung(tokens: Tokens, rows: list[int]) -> list[int]:
    """Return a source without a preposition at its end: "the minister in"."""
    while len(rows) > 1 and tokens.words[rows[-1]].dep_ == "prep":
        rows = rows[:-1]
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
