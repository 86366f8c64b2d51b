"""Pairs of reports, file by file: same origin or not. The held-out files were not tuned on."""

from pathlib import Path

import pytest
import yaml

from sitrep.lineage.trace import trace

FILES = sorted((Path(__file__).parents[1] / "data" / "lineage" / "pairs").glob("*.yaml"))
FLOOR = 0.95


@pytest.fixture(scope="module")
def judged(make_article, vocabulary, encoder):
    """Return (file, kind, wanted, found) for every pair; the reports of a file come together."""
    rows = []
    for path in FILES:
        told = yaml.safe_load(path.read_text("utf-8"))
        articles = {
            id_: make_article(
                id_, report["text"], outlet=report["outlet"], title=report["title"],
                language=report.get("language", "en"), byline=report.get("byline"),
                published_at=report["at"],
            )
            for id_, report in told["reports"].items()
        }  # fmt: skip
        origins = trace(list(articles.values()), vocabulary=vocabulary, encoder=encoder).origins
        for pair in told["pairs"]:
            two = {pair["left"], pair["right"]}
            found = any(two <= set(origin.articles) for origin in origins)
            rows.append((path.stem, pair["kind"], pair["same_origin"], found))
    return rows


def rates(rows):
    found = [wanted for _, _, wanted, same in rows if same]
    wanted = [same for _, _, asked, same in rows if asked]
    return sum(found) / len(found), sum(wanted) / len(wanted)


def wrong(rows):
    return [(file, kind) for file, kind, wanted, found in rows if wanted != found]


def test_there_are_a_hundred_pairs_and_half_are_held_out(judged):
    held_out = [row for row in judged if row[0].startswith("held_out")]
    assert len(judged) >= 100
    assert len(held_out) >= 50


def test_same_origin_is_told_from_likeness(judged):
    precision, recall = rates([row for row in judged if not row[0].startswith("held_out")])
    assert precision >= FLOOR, wrong(judged)
    assert recall >= FLOOR, wrong(judged)


def test_same_origin_is_told_on_held_out_pairs(judged):
    precision, recall = rates([row for row in judged if row[0].startswith("held_out")])
    assert precision >= FLOOR, wrong(judged)
    assert recall >= FLOOR, wrong(judged)
