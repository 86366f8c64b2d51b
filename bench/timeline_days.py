"""The timeline on the editors' daily lists of April to June 2025, each item read as a report.

Every item on the wars in Ukraine and Gaza is fed, in memory, as a report of its day's evening
through extractor, ledger and timeline; all items of a day together. An item is held when an entry
from it has its day (or the day before), half of the actors or more that the editors link and the
vocabulary knows (by the side for which they speak), and, where they link places smaller than a
state, one of them. Odd days of the month were read while the words were written; even ones are
held out.

    python -m bench.timeline_days [--show] [--odd]
"""

import argparse
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bench.data import require
from sitrep.extract.extractor import Extractor
from sitrep.extract.gazetteer import COUNTRY, Gazetteer
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.ledger.build import build
from sitrep.lineage.trace import trace
from sitrep.model.documents import Article, Sentence
from sitrep.model.ids import make_id
from sitrep.model.timeline import TimelineEntry
from sitrep.trackers.timeline import timeline
from sitrep.vocabulary.load import load, theatre
from sitrep.vocabulary.types import Vocabulary

LISTS = "timeline/current-events-2025-04_2025-06.tar.gz"
HEADS = {"ukraine": r"Russian invasion of Ukraine|Russo-Ukrainian [Ww]ar", "gaza": r"Gaza war"}
_ITEM = re.compile(r"^(\s*)\* (.*)$")
_LINK = re.compile(r'\[([^\]]*)\]\(https?://(?:[^()\s]|\([^()]*\))*(?: "([^"]*)")?\)')
_SOURCES = re.compile(r"\s*\[\(.*$")


@dataclass(slots=True)
class Item:
    """One line of a day's list: its words, and the titles that its editors link."""

    theatre: str
    day: date
    text: str
    titles: list[str]
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


def items() -> Iterator[Item]:
    """Yield the items that name a source, by day."""
    with tarfile.open(require(LISTS)) as archive:
        for name in sorted(archive.getnames()):
            file = archive.extractfile(name)
            if file is not None and (day := re.search(r"\d{4}-\d\d-\d\d", name)):
                yield from _of_day(file.read().decode(), date.fromisoformat(day[0]))


def _of_day(text: str, day: date) -> Iterator[Item]:
    heads: list[tuple[int, str]] = []
    for line in text.splitlines():
        found = _ITEM.match(line)
        if found is None:
            continue
        depth = len(found[1])
        heads = [one for one in heads if one[0] < depth]
        top = _LINK.sub(r"\1", heads[0][1]) if heads else ""
        heads.append((depth, found[2]))
        for name, pattern in HEADS.items():
            if re.search(pattern, top) and "[(" in line:
                words = _SOURCES.sub("", found[2])
                titles = [title for _, title in _LINK.findall(words) if title]
                yield Item(name, day, _LINK.sub(r"\1", words), titles)


def keyed(item: Item, names: dict[str, str], places: Gazetteer) -> None:
    """Fill in which linked titles are actors of the vocabulary, and which are smaller places."""
    for title in item.titles:
        plain = re.sub(r"\s*[(,].*$", "", title)
        if plain.casefold() in names:
            item.actors.add(names[plain.casefold()])
        elif (found := places.find([plain])[0]) and all(one.kind != COUNTRY for one in found):
            item.places.add(plain.casefold())


def sides(vocabulary: Vocabulary) -> dict[str, str]:
    """Return for each name in lower case the head of those for whom it speaks."""
    names: dict[str, str] = {}
    for actor in vocabulary.actors.values():
        head, seen = actor, {actor.id}
        while head.speaks_for and head.speaks_for not in seen:
            seen.add(head.speaks_for)
            head = vocabulary.actors[head.speaks_for]
        for name in (actor.name, *actor.aliases, *actor.demonyms):
            names.setdefault(name.casefold(), head.id)
    return names


def report(item: Item) -> Article:
    """Return an item as a report of its day, 20:00 UTC, under its first sentence as the title."""
    at = datetime(item.day.year, item.day.month, item.day.day, 20, tzinfo=UTC)
    return Article(
        id=make_id("art", item.day.isoformat(), item.text),
        raw_id="raw",
        source_id="reuters",
        outlet="Reuters",
        title=item.text[slice(*split(item.text)[0])],
        text=item.text,
        language="en",
        published_at=at,
        date_basis="declared",
        sentences=tuple(Sentence(start=s, end=e) for s, e in split(item.text)),
    )


def told(
    day: list[Item], name: str, vocabulary: Vocabulary, extractor: Extractor, engines: Engines
) -> dict[str, list[TimelineEntry]]:
    """Return the entries of a day's items by the id of the report."""
    place = theatre(vocabulary, name)
    articles = {a.id: a for a in (report(item) for item in day)}
    claims = [c for a in articles.values() for c in extractor.claims(a, extractor.extract(a))]
    lineage = trace(list(articles.values()), vocabulary=vocabulary, encoder=engines.encoder)
    findings = build(
        claims, articles=articles, lineage=lineage, theatre=place, vocabulary=vocabulary
    )
    found: dict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in timeline(findings, {c.id: c for c in claims}, vocabulary):
        for one in entry.articles:
            found[one].append(entry)
    return found


def judged(item: Item, entries: list[TimelineEntry], names: dict[str, str]) -> list[str]:
    """Return what the entries lack of an item: entry, day, actors, place."""
    if not entries:
        return ["entry"]
    days = (item.day, item.day - timedelta(days=1))
    dated = [one for one in entries if any(one.day <= day <= one.last for day in days)]
    if not dated:
        return ["day"]
    who = {names.get(a.casefold(), a) for one in dated for a in (*one.actors, *one.said_by)}
    lacks = [] if 2 * len(item.actors & who) >= len(item.actors) else ["actors"]
    where = " | ".join((one.place or "").casefold() for one in dated)
    bare = {re.sub(r" (oblast|governorate|district|region)$", "", one) for one in item.places}
    if item.places and not any(one in where for one in bare):
        lacks.append("place")
    return lacks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what is missed")
    parser.add_argument("--odd", action="store_true", help="only the days of development")
    options = parser.parse_args()
    vocabulary, engines, places = load(), Engines(), Gazetteer.load()
    extractor, names = Extractor(engines, vocabulary), sides(vocabulary)
    days: dict[tuple[date, str], list[Item]] = defaultdict(list)
    for item in items():
        if item.day.day % 2 or not options.odd:
            keyed(item, names, places)
            days[item.day, item.theatre].append(item)
    counts: dict[str, Counter[str]] = {"odd": Counter(), "even": Counter()}
    for (day, name), some in sorted(days.items()):
        found = told(some, name, vocabulary, extractor, engines)
        for item in some:
            lacks = judged(item, found[report(item).id], names)
            counts["odd" if day.day % 2 else "even"].update(lacks or ["held"])
            counts["odd" if day.day % 2 else "even"]["items"] += 1
            if lacks and options.show and day.day % 2:
                print(day, name, lacks, item.actors, item.places, item.text[:400])
                for e in found[report(item).id]:
                    print("     ", e.day, e.kind, e.actors, e.place, "|", e.words[:120])
    for half, count in counts.items():
        if count["items"]:
            share = count["held"] / count["items"]
            print(half, f"held {count['held']} of {count['items']} = {share:.3f}", dict(count))


if __name__ == "__main__":
    main()
