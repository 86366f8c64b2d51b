"""Score the places of articles against GeoVirus and LGL (toponyms with offsets and coordinates).

Usage: python bench/geoparsing.py FOLDER [--limit N], where FOLDER holds lgl and
geovirus.xml.gz.
Recognition: F1 over spans that overlap, matched one to one. End to end: share of gold toponyms with
coordinates whose overlapping place lies within 161 km (missed ones count as wrong). Resolution:
the same share when the gold spans are given.
"""

import argparse
import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from sitrep.extract.gazetteer import Gazetteer
from sitrep.extract.names import NameFinder
from sitrep.extract.places import PlaceFinder
from sitrep.extract.places_context import kilometres
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.model.documents import Article
from sitrep.model.extraction import Place
from sitrep.vocabulary.load import load

WITHIN_KM = 161.0


@dataclass(frozen=True)
class Gold:
    """A gold toponym; `point` is None where the set gives no coordinates."""

    start: int
    end: int
    point: tuple[float, float] | None


@dataclass
class Score:
    """Counts that sum up to the three measures."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    located: int = 0
    near: int = 0
    given_near: int = 0

    def line(self) -> str:
        """Return the measures as one line."""
        located = max(1, self.located)
        f1 = 2 * self.matched / max(1, self.gold + self.found)
        recall, precision = self.matched / max(1, self.gold), self.matched / max(1, self.found)
        return (
            f"recognition F1 {f1:.3f} (P {precision:.3f} R {recall:.3f})  end to end within 161 km "
            f"{self.near / located:.3f}  resolution {self.given_near / located:.3f}"
            f"  (gold {self.gold}, with coordinates {self.located})"
        )


def read_set(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    raw = gzip.decompress(path.read_bytes()).decode("utf-8")
    # Both sets carry stray ampersands.
    root = ET.fromstring(re.sub(r"&(?!\w+;|#)", "&amp;", raw))  # noqa: S314 - as above
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        tags = (*article.iter("toponym"), *article.iter("location"))
        yield text, [_gold(text, tag) for tag in tags]


def _gold(text: str, tag: ET.Element) -> Gold:
    """Read a tag; some offsets are a little off, so the name is looked for around them."""
    start, end = int(tag.findtext("start") or 0), int(tag.findtext("end") or 0)
    name = tag.findtext("phrase") or tag.findtext("name") or ""
    places = [at for at in range(max(0, start - 20), start + 21) if text.startswith(name, at)]
    if name and places:
        start = min(places, key=lambda at: abs(at - start))
        end = start + len(name)
    return Gold(start, end, _point(tag))


def _point(tag: ET.Element) -> tuple[float, float] | None:
    lat, lon = tag.find(".//lat"), tag.find(".//lon")
    if lat is None or lon is None or not (lat.text or "").strip():
        return None
    return float(lat.text or 0), float(lon.text or 0)


def make_reading(number: int, text: str) -> Reading:
    article = Article(
        id=f"art-{number}", raw_id="", source_id="", outlet="", title="", text=text, language="en"
    )
    spans = split(text)
    docs = Engines().parser.parse([text[start:end] for start, end in spans])
    sentences = tuple(
        ReadSentence(start=start, end=end, text=text[start:end], doc=doc)
        for (start, end), doc in zip(spans, docs, strict=True)
    )
    return Reading(article=article, sentences=sentences)


def match(gold: Sequence[Gold], places: Sequence[Place]) -> list[tuple[Gold, Place]]:
    free = list(places)
    pairs = []
    for toponym in gold:
        for place in free:
            if place.span.start < toponym.end and toponym.start < place.span.end:
                pairs.append((toponym, place))
                free.remove(place)
                break
    return pairs


def near(point: tuple[float, float] | None, place: Place) -> bool:
    if point is None or place.lat is None or place.lon is None:
        return False
    return kilometres(point, (place.lat, place.lon)) <= WITHIN_KM


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=10_000)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    vocabulary = load()
    names, finder = NameFinder(vocabulary), PlaceFinder(vocabulary, Gazetteer.load())
    for name in ("geovirus", "lgl"):
        score = Score()
        articles = list(read_set(options.folder / f"{name}.xml.gz"))[: options.limit]
        for number, (text, gold) in enumerate(articles):
            reading = make_reading(number, text)
            mentions = names.find(reading)
            places = finder.find(reading, mentions)
            given = finder.resolve(reading, mentions, [(tag.start, tag.end) for tag in gold])
            pairs = match(gold, places)
            score.gold += len(gold)
            score.found += len(places)
            score.matched += len(pairs)
            score.located += sum(1 for tag in gold if tag.point)
            score.near += sum(1 for tag, place in pairs if near(tag.point, place))
            score.given_near += sum(
                1
                for tag, place in zip(gold, given, strict=True)
                if place and near(tag.point, place)
            )
            if options.errors:
                report(text, gold, places, pairs)
        print(f"{name:9}", score.line())


def report(
    text: str,
    gold: Sequence[Gold],
    places: Sequence[Place],
    pairs: Sequence[tuple[Gold, Place]],
) -> None:
    hit = {id(tag) for tag, _ in pairs}
    used = {id(place) for _, place in pairs}
    for tag in gold:
        if id(tag) not in hit:
            print(
                "missed",
                repr(text[max(0, tag.start - 30) : tag.end + 20]),
                text[tag.start : tag.end],
            )
    for place in places:
        if id(place) not in used:
            print("extra ", place.span.quote, place.reasons)
    for tag, place in pairs:
        if tag.point and not near(tag.point, place):
            print(
                "far   ",
                place.span.quote,
                place.name,
                place.country,
                place.region,
                place.reasons,
                tag.point,
            )


if __name__ == "__main__":
    main()
