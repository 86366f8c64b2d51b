"""Invented outlets and reports, so that no test leans on a real newsroom's text."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from sitrep.language.encode import Encoder
from sitrep.language.sentences import split
from sitrep.model.documents import Article, Sentence
from sitrep.vocabulary.types import Outlet, Vocabulary

DATA = Path(__file__).parents[1] / "data" / "lineage"

AGENCIES = (
    Outlet(id="northwire", name="Northwire", agency=True, reliability="B"),
    Outlet(
        id="kna",
        name="Kestrel News Agency",
        credits=("/KNA/", "(KNA)", "KNA", "КНА"),
        agency=True,
        side="westland",
        reliability="D",
    ),
    Outlet(
        id="vesta", name="Vesta Press", credits=("(Vesta Press)",), agency=True, reliability="B"
    ),
    Outlet(id="capital-post", name="Capital Post", ids=("capitalpost.example",), reliability="C"),
)


DATELINE = re.compile(r"^[^a-z]{3,40}?(?:/KNA/\.|\([A-Z][\w ]+\) (?:--|—)) |^ЛЕНМАРК.*?— ")


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences as the text stage would mark them."""
    dateline = DATELINE.match(text)
    start = dateline.end() if dateline else 0
    body = (Sentence(start=start + s, end=start + e) for s, e in split(text[start:]))
    marked = (Sentence(start=0, end=start - 1, kind="dateline"),) if start else ()
    return (*marked, *body)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary(theatres={}, actors={}, outlets={outlet.id: outlet for outlet in AGENCIES})


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture(scope="session")
def make_article():
    def make(id_: str, text: str, **fields) -> Article:
        outlet = fields.pop("outlet", "Harbour Gazette")
        fields.setdefault("sentences", sentences(text))
        return Article(
            id=id_,
            raw_id=f"raw-{id_}",
            source_id=fields.pop("source_id", outlet.casefold()),
            outlet=outlet,
            text=text,
            title=fields.pop("title", ""),
            language=fields.pop("language", "en"),
            **fields,
        )

    return make


@pytest.fixture(scope="session")
def reports(make_article) -> dict[str, Article]:
    """The invented reports of tests/data/lineage/reports.jsonl by id."""
    made = {}
    for line in (DATA / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = datetime.fromisoformat(row["published"]) if "published" in row else None
        made[row["id"]] = make_article(
            row["id"],
            row["text"],
            outlet=row["outlet"],
            title=row["title"],
            byline=row.get("byline"),
            language=row["language"],
            published_at=published,
        )
    return made


@pytest.fixture(scope="session")
def pairs() -> list[dict]:
    lines = (DATA / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
