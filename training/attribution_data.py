"""PolNeAR's texts and labels as the arrays that the tagger reads."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sitrep.extract.quotes import find_quotes
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.tagger_encoder import Piece, parts_of
from sitrep.extract.tokens import Hashes, Ints, Tokens, tabulate
from sitrep.extract.windows import DEPS, Window, children_of, window
from sitrep.extract.wordpieces import WordPieces
from sitrep.language.parse import Parser
from sitrep.language.sentences import split
from sitrep.model.documents import Article, Sentence

LEAST_LEMMAS = 4
"""Times a lemma must stand in the training texts to be told from the unknown one."""
ROLES = ("Cue", "Source", "Content")
Spans = tuple[list[tuple[int, int]], ...]


@dataclass(slots=True, kw_only=True)
class Example:
    """One article under one person's labels: BIO of cues, and a window for each cue."""

    tokens: Tokens
    lemma: Ints
    tag: Ints
    dep: Ints
    cues: Ints
    windows: list[tuple[Window, Ints]]
    children: list[list[int]]
    parts: list[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The lemmas, tags and dependencies that have numbers of their own, as sorted hashes."""

    lemmas: Hashes
    tags: Hashes
    deps: Hashes


def read_articles(folder: Path, parser: Parser) -> Iterator[tuple[Tokens, list[list[Spans]]]]:
    """Yield the tokens of each text in `folder`/text with the labels of each person."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text("utf-8")
        people = sorted((folder / "attributions").glob(path.stem + "*.ann"))
        yield _tokens(text, parser), [_labels(person, len(text)) for person in people]


def known_words(articles: Sequence[Tokens]) -> Known:
    """Return what stands often enough in `articles`."""
    lemmas: Counter[int] = Counter()
    tags: set[int] = set()
    deps: set[int] = set()
    for tokens in articles:
        lemmas.update(tokens.lemma.tolist())
        tags.update(tokens.tag.tolist())
        deps.update(tokens.dep.tolist())
    often = sorted(lemma for lemma, times in lemmas.items() if times >= LEAST_LEMMAS)
    if len(deps) >= DEPS:
        raise ValueError(f"{len(deps)} dependency labels, room for {DEPS - 1}")
    return Known(
        lemmas=np.array(often, np.uint64),
        tags=np.array(sorted(tags), np.uint64),
        deps=np.array(sorted(deps), np.uint64),
    )


def numbers(known: Hashes, hashes: Hashes) -> Ints:
    """Return the position of each hash in `known`, counted from 1; 0 for the unknown."""
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[at] == hashes, at + 1, 0)


def example(tokens: Tokens, labels: Sequence[Spans], known: Known, pieces: WordPieces) -> Example:
    """Return an article under one person's `labels` as training material."""
    made = Example(
        tokens=tokens,
        lemma=numbers(known.lemmas, tokens.lemma),
        tag=numbers(known.tags, tokens.tag),
        dep=numbers(known.deps, tokens.dep),
        cues=np.zeros(len(tokens), np.int64),
        windows=[],
        children=children_of(tokens.head),
        parts=parts_of(tokens, pieces),
    )
    for cue, source, content in labels:
        rows = _rows(tokens, cue)
        if not len(rows):
            continue
        made.cues[rows] = 2
        made.cues[rows[0]] = 1
        around = window(tokens, made.dep, made.children, int(rows[0]), int(rows[-1]) + 1)
        wanted = np.zeros(around.last - around.first, np.int64)
        for first, extents in ((1, source), (3, content)):
            _write(wanted, _rows(tokens, extents) - around.first, first)
        made.windows.append((around, wanted))
    return made


def _write(wanted: Ints, rows: Ints, begin: int) -> None:
    """Write a role into `wanted`: `begin` where a run begins, the number after it inside."""
    before = -2
    for row in rows.tolist():
        if 0 <= row < len(wanted):
            wanted[row] = begin + (row == before + 1)
        before = row


def _rows(tokens: Tokens, extents: Sequence[tuple[int, int]]) -> Ints:
    inside = np.zeros(len(tokens), np.bool_)
    for start, end in extents:
        inside |= (tokens.start < end) & (tokens.end > start)
    return np.flatnonzero(inside)


def _tokens(text: str, parser: Parser) -> Tokens:
    places = split(text)
    article = Article(
        id="art-training", raw_id="raw", source_id="training", outlet="training", title="",
        text=text, language="en", sentences=tuple(Sentence(start=a, end=b) for a, b in places),
    )  # fmt: skip
    docs = parser.parse([text[a:b] for a, b in places])
    sentences = tuple(
        ReadSentence(start=a, end=b, text=text[a:b], doc=doc)
        for (a, b), doc in zip(places, docs, strict=True)
    )
    reading = Reading(article=article, sentences=sentences)
    return replace(tabulate(reading, find_quotes(text, sentences)), words=())


def _labels(path: Path, size: int) -> list[Spans]:
    """Return the extents of cue, source and content of each attribution in a brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    found: list[Spans] = []
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line]
    for fields in sorted(rows, key=lambda row: not row[0].startswith("T")):
        if fields[0].startswith("T") and len(fields) > 2:
            pairs = [piece.split() for piece in fields[1].split(" ", 1)[1].split(";")]
            spans[fields[0]] = [(min(int(a), size), min(int(b), size)) for a, b in pairs]
        elif fields[0].startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
            for piece in fields[1].split()[1:]:
                role, key = piece.split(":")
                roles.get(role.rstrip("0123456789"), []).extend(spans.get(key, []))
            found.append(tuple(roles[role] for role in ROLES))
    return found
