"""Ranked full-text search over articles, claims and findings."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.hits import Hit, HitKind, Query
from sitrep.store.records import Records

EXCERPT_CHARS = 240
"""How much of an article's text a hit shows."""

MOST_RANKED = 3000
"""Of more matches only those read in last are ranked: a word that half of all reports hold tells
them hardly apart, and ranking a hundred thousand takes a second."""

_ARTICLES = Records(Article)
_CLAIMS = Records(Claim)
_FINDINGS = Records(Finding)
_WORD = re.compile(r"\w")


class Look(NamedTuple):
    """Where to look, how far, and as of when."""

    kind: HitKind
    limit: int
    as_of: datetime | None = None
    run_id: str | None = None


class Index(NamedTuple):
    """A full-text table: the columns searched as text, the fields, and the weights of BM25."""

    table: str
    text: str
    fields: tuple[str, ...]
    weights: str


INDEXES: Mapping[HitKind, Index] = MappingProxyType(
    {
        "article": Index("article_words", "{title text}", ("outlet", "lang"), "4.0, 1.0, 1.0, 0.0"),
        "claim": Index(
            "claim_words", "text", ("speaker", "place", "type", "outlet", "lang"),
            "1.0, 1.0, 1.0, 0.0, 0.5, 0.0",
        ),
        "finding": Index(
            "finding_words", "text", ("speaker", "place", "type"), "1.0, 1.0, 1.0, 0.0"
        ),
    }
)  # fmt: skip
"""A word of a title weighs four times one of the text; a name asked for in a field as much as a
word, an outlet's half of it, a type and a language nothing."""


def search(database: Database, query: Query, look: Look) -> tuple[Hit, ...]:
    """Return the things of a kind that hold all of `query`, best first, then by id."""
    index = INDEXES[look.kind]
    if any(name not in index.fields for name in query.fields):
        return ()
    if query.origins is not None and look.kind != "finding":
        return ()
    words = expression(query, index)
    rows = _ranked(database, query, look, words) if words else _latest(database, query, look)
    reader = _READERS[look.kind]
    hits = [reader(row, _excerpts(query)) for row in rows]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id)))


def expression(query: Query, index: Index) -> str | None:
    """Return the FTS5 expression for words and fields, None where only dates and numbers are asked.

    Every word is quoted, so that nothing a person types is read as an operator.
    """
    parts = [f"{index.text} : {_quoted(word)}" for word in query.words if _WORD.search(word)]
    parts += [
        f"{name} : {_quoted(value)}"
        for name, values in sorted(query.fields.items())
        for value in values
        if _WORD.search(value)
    ]
    if not parts:
        return None
    without = [f" NOT {index.text} : {_quoted(word)}" for word in query.without]
    return f"({' AND '.join(parts)}){''.join(without)}"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', " ") + '"'


def _ranked(database: Database, query: Query, look: Look, words: str) -> list[Any]:
    index = INDEXES[look.kind]
    conditions, parameters = _conditions(query, look)
    return database.rows(
        f"SELECT found.score, {_DETAIL[look.kind]} FROM ("  # noqa: S608 - constants; values are bound
        f" SELECT hit, score FROM (SELECT {index.table}.rowid AS hit,"
        f" bm25({index.table}, {index.weights}) AS score"
        f" FROM {index.table} CROSS JOIN {_PLAIN[look.kind][0]} AS a"
        f" ON a.number = {index.table}.rowid WHERE {index.table} MATCH ?{conditions}"
        f" ORDER BY {index.table}.rowid DESC LIMIT {MOST_RANKED})"
        f" ORDER BY score LIMIT ?) AS found {_JOINS[look.kind]}",
        (words, *parameters, look.limit),
    )


def _latest(database: Database, query: Query, look: Look) -> list[Any]:
    """Return what only dates and numbers ask for: the newest, of findings the weightiest."""
    conditions, parameters = _conditions(query, look)
    table, order = _PLAIN[look.kind]
    return database.rows(
        f"SELECT 0.0, {_DETAIL[look.kind]} FROM ("  # noqa: S608 - constants; values are bound
        f" SELECT a.number AS hit FROM {table} AS a WHERE 1 = 1{conditions}"
        f" ORDER BY {order} LIMIT ?) AS found {_JOINS[look.kind]}",
        (*parameters, look.limit),
    )


def _conditions(query: Query, look: Look) -> tuple[str, list[str | int | None]]:
    """Return what must hold of the row `a` beside the index, with the parameters."""
    first, last, known = _CLOCKS[look.kind]
    asked: list[tuple[str, str | int | None]] = [
        (f"{last} >= ?", dialect.timestamp(query.since)),
        (f"{first} < ?", dialect.timestamp(query.until)),
        (f"{first} <= ?", dialect.timestamp(look.as_of)),
        (f"{known} <= ?", dialect.timestamp(look.as_of)),
    ]
    if look.kind == "finding":
        asked.append(("a.run_id = ?", look.run_id or ""))
        if query.origins is not None:
            asked += [("a.origins >= ?", query.origins.least)]
            asked += [("a.origins <= ?", query.origins.most)]
    held = [(condition, value) for condition, value in asked if value is not None]
    fixed = _FIXED[look.kind]
    return f"{fixed}{''.join(f' AND {one}' for one, _ in held)}", [value for _, value in held]


_CLOCKS: Mapping[HitKind, tuple[str, str, str]] = MappingProxyType(
    {
        "article": (
            "a.published_at", "a.published_at",
            "coalesce(a.known_at, a.modified_at, a.published_at)",
        ),
        "claim": ("a.published_at", "a.published_at", "a.known_at"),
        "finding": ("a.first_at", "a.last_at", "a.first_at"),
    }
)  # fmt: skip
_FIXED: Mapping[HitKind, str] = MappingProxyType(
    {"article": " AND a.usable = 1", "claim": " AND a.current = 1", "finding": ""}
)
_PLAIN: Mapping[HitKind, tuple[str, str]] = MappingProxyType(
    {
        "article": ("articles", "a.published_at DESC, a.id"),
        "claim": ("claim_index", "a.published_at DESC, a.claim_id"),
        "finding": ("finding_index", "a.position"),
    }
)
_JOINS: Mapping[HitKind, str] = MappingProxyType(
    {
        "article": "JOIN articles AS r ON r.number = found.hit",
        "claim": "JOIN claim_index AS i ON i.number = found.hit"
        " JOIN articles AS r ON r.id = i.article_id",
        "finding": "JOIN finding_index AS i ON i.number = found.hit"
        " JOIN findings AS r ON r.run_id = i.run_id AND r.position = i.position",
    }
)
_DETAIL: Mapping[HitKind, str] = MappingProxyType(
    {
        "article": "r.record",
        "claim": "r.record, (SELECT c.record FROM claims AS c WHERE c.id = i.claim_id"
        " ORDER BY c.extraction DESC LIMIT 1)",
        "finding": "r.record",
    }
)


def _excerpts(query: Query) -> re.Pattern[str] | None:
    """Return a pattern for the words asked for, however they end."""
    stems = [re.escape(word[: max(3, len(word) - 2)]) for word in query.words]
    return re.compile("|".join(stems), re.IGNORECASE) if stems else None


def _article_hit(row: Any, words: re.Pattern[str] | None) -> Hit:
    article = _ARTICLES.read(row[1])
    return Hit(
        kind="article",
        id=article.id,
        article_id=article.id,
        title=article.title,
        text=_excerpt(article.text, words),
        score=-row[0],
        published_at=article.published_at,
        outlet=article.outlet,
    )


def _claim_hit(row: Any, _: re.Pattern[str] | None) -> Hit:
    article, claim = _ARTICLES.read(row[1]), _CLAIMS.read(row[2])
    return Hit(
        kind="claim",
        id=claim.id,
        article_id=article.id,
        title=article.title,
        text=claim.evidence.quote,
        score=-row[0],
        published_at=article.published_at,
        speaker=claim.speaker,
        outlet=article.outlet,
    )


def _finding_hit(row: Any, _: re.Pattern[str] | None) -> Hit:
    finding = _FINDINGS.read(row[1])
    answers = "; ".join(answer.text for answer in finding.answers)
    return Hit(
        kind="finding",
        id=finding.id,
        article_id=finding.articles[0] if finding.articles else "",
        title=finding.question.text,
        text=answers,
        score=-row[0],
        published_at=finding.last_known_at,
        speaker=", ".join(dict.fromkeys(n for a in finding.answers for n in a.claimants)) or None,
    )


def _excerpt(text: str, words: re.Pattern[str] | None) -> str:
    """Return a stretch of the text around the first word asked for, else its start."""
    found = words.search(text) if words else None
    if found is None or found.end() < EXCERPT_CHARS:
        return f"{text[:EXCERPT_CHARS]}{'…' if len(text) > EXCERPT_CHARS else ''}"
    start = text.rfind(" ", 0, max(0, found.start() - EXCERPT_CHARS // 3)) + 1
    end = start + EXCERPT_CHARS
    return f"…{text[start:end]}{'…' if len(text) > end else ''}"


_READERS: Mapping[HitKind, Callable[[Any, re.Pattern[str] | None], Hit]] = MappingProxyType(
    {"article": _article_hit, "claim": _claim_hit, "finding": _finding_hit}
)
