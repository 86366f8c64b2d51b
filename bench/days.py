"""Briefs of the sample days: nuggets, words, what does not verify; and how varied they are.

Beside them stands what the first sentences of all the day's reports cover, however long.

    python -m bench.days [--keep FOLDER] [--show] [DAY...]

Each folder of tests/data/days gives one brief, its window the day in UTC, from a store of its own
and in one process. DAY picks folders by the beginning of their names (`ukraine`, `gaza-2025`).
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from bench import variety
from bench.nuggets import covered, sentences
from bench.summaries import as_brief, opening
from sitrep.brief.compose import compose
from sitrep.brief.render import json as as_json
from sitrep.brief.render import markdown
from sitrep.brief.verify.brief import verify
from sitrep.brief.write.evidence import own_names, who_is_who
from sitrep.engine.brief import material
from sitrep.engine.pipeline import analyse, ingest
from sitrep.language.engines import Engines
from sitrep.model.base import Record
from sitrep.model.brief import Brief
from sitrep.model.documents import Article
from sitrep.settings import Settings
from sitrep.store.sqlite import open_sqlite
from sitrep.vocabulary.load import load, theatre
from sitrep.vocabulary.types import Vocabulary

DAYS = Path(__file__).parents[1] / "tests" / "data" / "days"
OPENINGS = {"first sentences": 1, "first two sentences": 2, "all sentences": 1000}
"""What a brief is held against: so many sentences of every report of the day."""
SHOWN = 12
"""Repeated openings and phrases that are printed."""


class Written(Record, frozen=True, kw_only=True):
    """One day: its brief, how many faults `sitrep verify` finds in it, and the day's articles."""

    brief: Brief
    faults: int
    articles: tuple[Article, ...]


class Score(Record, frozen=True, kw_only=True):
    """Nuggets covered, by grade, in how many words."""

    vital: int = 0
    okay: int = 0
    words: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            vital=self.vital + other.vital,
            okay=self.okay + other.okay,
            words=self.words + other.words,
        )


def folders(wanted: Sequence[str], root: Path = DAYS) -> list[Path]:
    """Return the folders of days whose names begin with one of `wanted`; all without any."""
    found = sorted(path.parent for path in root.glob("*/reports.jsonl"))
    return [path for path in found if path.name.startswith(tuple(wanted) or "")]


def write(folder: Path, store: Path, vocabulary: Vocabulary) -> Written:
    """Make and check the brief of one day, "THEATRE-YYYY-MM-DD"; the store must be new."""
    name, _, day = folder.name.partition("-")
    since = datetime.fromisoformat(day).replace(tzinfo=UTC)
    until = since + timedelta(days=1)
    place = theatre(vocabulary, name)
    settings = Settings(store=store, theatre=name, executor="inline")
    with open_sqlite(store) as kept:
        read = ingest(
            [str(folder / "reports.jsonl")], store=kept, settings=settings, vocabulary=vocabulary
        )
        analysis = analyse(
            store=kept,
            settings=settings,
            theatre=place,
            vocabulary=vocabulary,
            engines=Engines(),
            since=since,
            until=until,
        )
    brief, _ = compose(material(analysis, theatre=place, vocabulary=vocabulary, read=read))
    faults = verify(
        brief,
        {article.id: article.text for article in analysis.articles},
        known=who_is_who(vocabulary, place, until.date()),
        own=own_names(vocabulary, place),
    )
    return Written(brief=brief, faults=len(faults), articles=analysis.articles)


def report(folder: Path, written: Written, *, show: bool) -> dict[str, Score]:
    """Print a day's line, with `show` its nuggets too; return the scores of brief and openings."""
    brief = msgspec.to_builtins(written.brief)
    wanted = json.loads((folder / "nuggets.json").read_text("utf-8"))
    reports = map(json.loads, (folder / "reports.jsonl").read_text("utf-8").splitlines())
    by_link = {record["link"]: record["id"] for record in reports}
    ids: dict[Any, Any] = {s["number"]: by_link.get(s["url"]) for s in brief["sources"]}
    ids |= {article.id: by_link.get(article.url) for article in written.articles}
    found = {nugget["id"]: covered(nugget, brief, ids) for nugget in wanted}
    scores = {"brief": scored(brief, wanted, ids)}
    for name, count in OPENINGS.items():
        plain = as_brief(list(opening(written.articles, count)))
        scores[name] = scored(plain, wanted, ids)
    print(f"{folder.name}: {line(scores['brief'], wanted)}; {written.faults} lines not verified")
    for nugget in wanted if show else ():
        print(f"  {nugget['id']} {nugget['importance']}: {nugget['text']}")
        print(f"      → {found[nugget['id']]}")
    return scores


def scored(brief: dict[str, Any], wanted: Sequence[dict[str, Any]], ids: dict[Any, Any]) -> Score:
    """Return what `brief` covers of `wanted`."""
    hits = [nugget["importance"] for nugget in wanted if covered(nugget, brief, ids)]
    length = sum(len(told.split()) for told in _told(brief))
    return Score(vital=hits.count("vital"), okay=hits.count("okay"), words=length)


def line(score: Score, wanted: Sequence[dict[str, Any]], days: int = 1) -> str:
    """Return a score in words, its length to a day."""
    of = [nugget["importance"] for nugget in wanted]
    vital, okay = of.count("vital"), of.count("okay")
    return (
        f"vital {score.vital} of {vital}, okay {score.okay} of {okay}; {score.words // days} words"
    )


def _told(brief: dict[str, Any]) -> list[str]:
    return [sentence["text"] for sentence in sentences(brief)]


def report_variety(told: variety.Sentences) -> None:
    """Print how much the wording repeats from day to day."""
    share, openings = variety.openings(told)
    print(f"sentences that open as one of another day: {share:.2f}")
    for words, count in openings[:SHOWN]:
        print(f"  {count:3} {words}")
    print("phrases of four words in several days, without names and figures:")
    for phrase, count, days in variety.phrases(told)[:SHOWN]:
        print(f"  {count:3} in {days} days: {phrase}")
    verbs = variety.reporting_verbs(told, Engines())
    leading = ", ".join(f"{verb} {count}" for verb, count in verbs.most_common(SHOWN))
    print(f"reporting verbs: {len(verbs)} ({leading})")
    print(f"mean sentence: {variety.mean_length(told):.1f} words")


def keep(written: Written, folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(as_json.render(written.brief), "utf-8")
    (folder / f"{name}.md").write_text(markdown.render(written.brief), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("days", nargs="*", metavar="DAY", help="days by how their names begin")
    parser.add_argument("--keep", type=Path, help="folder for the briefs, in JSON and Markdown")
    parser.add_argument("--show", action="store_true", help="print every nugget and what covers it")
    options = parser.parse_args()
    chosen = folders(options.days)
    if not chosen:
        raise SystemExit(f"no day of {DAYS} begins with {' or '.join(options.days)}")
    vocabulary = load()
    told, days, nuggets = {}, [], []
    with tempfile.TemporaryDirectory() as temporary:
        for folder in chosen:
            written = write(folder, Path(temporary) / f"{folder.name}.sqlite", vocabulary)
            days.append(report(folder, written, show=options.show))
            nuggets += json.loads((folder / "nuggets.json").read_text("utf-8"))
            told[folder.name] = _told(msgspec.to_builtins(written.brief))
            if options.keep:
                keep(written, options.keep, folder.name)
    for name in days[0]:
        total = sum((day[name] for day in days), Score())
        print(f"{name}: {line(total, nuggets, len(days))} a day")
    report_variety(told)


if __name__ == "__main__":
    main()
