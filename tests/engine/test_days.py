"""The sample days: each gives a brief that is short, cites the day's reports alone and verifies."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from sitrep.brief.compose import compose
from sitrep.brief.verify.brief import reported, verify
from sitrep.brief.write.evidence import own_names, who_is_who
from sitrep.engine.brief import material
from sitrep.engine.pipeline import analyse, ingest
from sitrep.language.engines import Engines
from sitrep.settings import Settings
from sitrep.store.protocol import Store
from sitrep.vocabulary.load import theatre
from sitrep.vocabulary.types import Vocabulary

DAYS = sorted((Path(__file__).parents[1] / "data" / "days").glob("*-????-??-??"))
MOST_WORDS = 900


def by_name(day: Path) -> str:
    return day.name


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=by_name)
def test_day_gives_a_short_brief_that_verifies(
    day: Path, settings: Settings, store: Store, vocabulary: Vocabulary
) -> None:
    name, _, date = day.name.partition("-")
    place, path = theatre(vocabulary, name), day / "reports.jsonl"
    since = datetime.fromisoformat(date).replace(tzinfo=UTC)
    read = ingest([str(path)], store=store, settings=settings, vocabulary=vocabulary)
    analysis = analyse(
        store=store,
        settings=msgspec.structs.replace(settings, theatre=name),
        theatre=place,
        vocabulary=vocabulary,
        engines=Engines(),
        since=since,
        until=since + timedelta(days=1),
    )
    brief, _ = compose(material(analysis, theatre=place, vocabulary=vocabulary, read=read))
    texts = {article.id: article.text for article in analysis.articles}
    known = who_is_who(vocabulary, place, (since + timedelta(days=1)).date())
    assert verify(brief, texts, known=known, own=own_names(vocabulary, place)) == ()
    assert brief.key_points
    assert sum(len(one.text.split()) for _, _, one in reported(brief)) <= MOST_WORDS
    links = {json.loads(line)["link"] for line in path.read_text("utf-8").splitlines()}
    assert {source.url for source in brief.sources} <= links


@pytest.mark.parametrize("day", DAYS, ids=by_name)
def test_nuggets_name_reports_of_their_day(day: Path) -> None:
    reports = (day / "reports.jsonl").read_text("utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in reports]
    nuggets = json.loads((day / "nuggets.json").read_text("utf-8"))
    assert len(set(ids)) == len(ids)
    assert [nugget["importance"] for nugget in nuggets].count("vital") == 5
    assert len(nuggets) == 11
    for nugget in nuggets:
        assert nugget["supports"]
        assert set(nugget["supports"]) <= set(ids)
