"""Writes schema_N.sql: a store as schema N wrote it, with one record of each kind it knew.

Run it for a new schema number only: `python tests/data/store/make_schemas.py N`. Files of earlier
numbers stay as they were written, for they stand for stores that people have.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sitrep.model.documents import Article, RawDocument, Sentence
from sitrep.model.extraction import Claim, Extraction, Span
from sitrep.model.findings import Answer, Finding, Grade, Question
from sitrep.model.ids import sha256
from sitrep.model.issues import RunManifest
from sitrep.model.review import Decision, Target, chained, identified, written
from sitrep.store.database import APPLICATION_ID
from sitrep.store.migrate import migrations

HERE = Path(__file__).parent
TEXT = "The ministry said eleven drones were shot down over the bay."
MORNING = datetime(2025, 3, 11, 8, tzinfo=UTC)


def quoted(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return "'" + text.replace("'", "''") + "'"


def row(table: str, *values: object) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join(map(quoted, values))});\n"


def article() -> Article:
    return Article(
        id="art-1",
        raw_id="raw-1",
        source_id="plain-wire",
        outlet="Plain Wire",
        title="Drones over the bay",
        text=TEXT,
        language="en",
        published_at=MORNING,
        date_basis="declared",
        sentences=(Sentence(start=0, end=len(TEXT)),),
    )


def claim() -> Claim:
    return Claim(
        id="clm-1",
        article_id="art-1",
        evidence=Span(article_id="art-1", start=0, end=len(TEXT), quote=TEXT),
        language="en",
        speaker="The ministry",
    )


def finding() -> Finding:
    return Finding(
        id="fnd-1",
        theatre="ukraine",
        track="strikes",
        question=Question(kind="count", key="intercepted:drone", text="Drones shot down"),
        answers=(Answer(text="11", value=11.0),),
        status="single-origin",
        grade=Grade(reliability="C", credibility=3),
        origins=1,
        sides=(),
        claims=("clm-1",),
        articles=("art-1",),
    )


def decision() -> Decision:
    target = Target(kind="article", id="art-1", text="Drones over the bay")
    return identified(
        Decision(
            action="withdraw", targets=(target,), by="A. Analyst", at=MORNING, reason="taken down"
        )
    )


def rows_of(number: int) -> str:
    """Return the rows that came with schema `number`."""
    if number == 1:
        digest = sha256(TEXT.encode())
        document = RawDocument(
            id="raw-1", source_id="plain-wire", media_type="text/plain", body_sha256=digest
        )
        return (
            f"INSERT INTO bodies VALUES ('{digest}', {len(TEXT)}, x'00');\n"
            + row("documents", "raw-1", "plain-wire", digest, document)
            + "INSERT INTO articles VALUES (1, 'art-1', 'raw-1', 'plain-wire',"
            + f" '2025-03-11T08:00:00.000000Z', NULL, {quoted(article())});\n"
        )
    if number == 2:
        return row("extractions", 1, "art-1", "v1", Extraction(article_id="art-1")) + row(
            "claims", 1, 0, "clm-1", claim()
        )
    if number == 3:
        manifest = RunManifest(
            run_id="run-1",
            as_of=None,
            code_version="0",
            settings_hash="s",
            input_hash="i",
            counts={},
        )
        return row("runs", 1, "run-1", "ukraine", manifest) + row(
            "findings", "run-1", 0, "fnd-1", finding()
        )
    if number == 5:
        entry = chained(written(decision()), None)
        return row(
            "decisions", entry.number, decision().id, entry.previous, entry.hash, entry.written
        )
    return ""


def dump(newest: int) -> str:
    steps = "".join(
        script + "\n" + rows_of(number) for number, script in migrations() if number <= newest
    )
    return f"PRAGMA application_id = {APPLICATION_ID};\n{steps}PRAGMA user_version = {newest};\n"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        (HERE / f"schema_{argument}.sql").write_text(dump(int(argument)), encoding="utf-8")
