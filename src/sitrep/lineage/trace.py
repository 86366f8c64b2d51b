"""Articles to origins and stories: the lineage stage."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sitrep.language.threads import one_thread
from sitrep.lineage.components import components
from sitrep.lineage.copies import blocks, copies
from sitrep.lineage.features import Features, features
from sitrep.lineage.origins import Evidence, origins, wire_links
from sitrep.lineage.outlets import Outlets
from sitrep.lineage.scan import Scan, scan
from sitrep.lineage.shelf import Report
from sitrep.lineage.stories import backing, copied, grouped, merits, story
from sitrep.lineage.storybook import assigned
from sitrep.lineage.telling import Tellings, tellings
from sitrep.lineage.translations import translations
from sitrep.model.documents import Article
from sitrep.model.lineage import Lineage, Link, Story
from sitrep.vocabulary.types import Vocabulary


class Encoder(Protocol):
    """`sitrep.language.encode.Encoder`, or anything that encodes as it does."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one L2-normalised row for each text, in order."""
        ...


def trace(
    articles: Sequence[Article],
    *,
    vocabulary: Vocabulary,
    encoder: Encoder,
    in_order: bool = False,
) -> Lineage:
    """Return the origins and stories of `articles` and the links they rest on.

    Each article is in exactly one story and in at least one origin. Neither the order of `articles`
    nor an article given twice changes the result. With `in_order` the stories grow as the articles
    were published, and keep their ids as later ones come: for a store of many days.
    """
    with one_thread():
        return drawn(read(articles, vocabulary, encoder), vocabulary, in_order=in_order)


def reports(
    articles: Sequence[Article], *, vocabulary: Vocabulary, encoder: Encoder
) -> list[Report]:
    """Return `articles` as a story book takes them, in order of publication."""
    return read(articles, vocabulary, encoder).reports()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Articles as lineage reads them: their scans, copies, features, and a vector for each."""

    scans: Mapping[str, Scan]
    links: Sequence[Link]
    items: Sequence[Features]
    rows: NDArray[np.float32]

    def reports(self) -> list[Report]:
        """Return the articles as a story book takes them, in order of publication."""
        return _reports(self.scans, self.links, self.items, self.rows)


def read(articles: Sequence[Article], vocabulary: Vocabulary, encoder: Encoder) -> Reading:
    """Return the articles with what origins and stories are drawn from."""
    scans = scan(articles, vocabulary)
    links = _copies(scans)
    items = _features(scans, links)
    rows = encoder.encode([item.encoded for item in items])
    return Reading(scans=scans, links=links, items=items, rows=rows)


def drawn(reading: Reading, vocabulary: Vocabulary, *, in_order: bool = False) -> Lineage:
    """Return the origins and stories of the articles read; `in_order` as in `trace`."""
    scans, links = reading.scans, reading.links
    if in_order:
        stories = assigned(reading.reports())
    else:
        stories = _stories(scans, links, tellings(reading.items, reading.rows))
    evidence = _evidence(scans, links, stories, vocabulary)
    found = origins(evidence)
    return Lineage(origins=found, stories=stories, links=(*links, *wire_links(found, evidence)))


def _copies(scans: Mapping[str, Scan]) -> tuple[Link, ...]:
    signatures = {id_: item.signature for id_, item in scans.items()}
    found = copies(blocks(signatures.values()).values(), signatures)
    return tuple(sorted((*found, *translations(scans)), key=lambda link: (link.left, link.right)))


def _wires(scans: Mapping[str, Scan], links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Return the agencies whose report each article is, by its own credit or that of a copy."""
    edges = [(link.left, link.right) for link in links if link.relation != "contains"]
    return {
        id_: frozenset[str]().union(*(scans[other].wires for other in group))
        for group in components(scans, edges)
        for id_ in group
    }


def _features(scans: Mapping[str, Scan], links: Sequence[Link]) -> list[Features]:
    wires = _wires(scans, links)
    return [
        features(item.article, item.wording, item.furniture, wires=wires[id_])
        for id_, item in scans.items()
    ]


def _reports(
    scans: Mapping[str, Scan],
    links: Sequence[Link],
    items: Sequence[Features],
    rows: NDArray[np.float32],
) -> list[Report]:
    """Return the articles in order of publication; those without a date come last."""
    together: dict[str, list[str]] = {}
    for left, right in copied(links, _sizes(scans)):
        together.setdefault(left, []).append(right)
        together.setdefault(right, []).append(left)
    backed = _backing(scans)
    found = [
        Report(
            features=item,
            meaning=row,
            title=scans[item.article_id].article.title,
            backing=backed[item.article_id],
            together=tuple(sorted(together.get(item.article_id, ()))),
        )
        for item, row in zip(items, rows, strict=True)
    ]
    return sorted(found, key=_published)


def _published(report: Report) -> tuple[float, str]:
    when = report.features.published_at
    return (when.timestamp() if when else math.inf, report.features.article_id)


def _sizes(scans: Mapping[str, Scan]) -> dict[str, int]:
    return {id_: len(item.signature.shingles) for id_, item in scans.items()}


def _backing(scans: Mapping[str, Scan]) -> dict[str, float]:
    return {
        id_: backing(item.article, item.signature.words, item.publisher)
        for id_, item in scans.items()
    }


def _stories(scans: Mapping[str, Scan], links: Sequence[Link], told: Tellings) -> tuple[Story, ...]:
    articles = {id_: item.article for id_, item in scans.items()}
    backed = _backing(scans)
    places = {id_: place for place, id_ in enumerate(told.ids)}
    made = [
        story(ids, articles, merits(ids, told.meanings[[places[id_] for id_ in ids]], backed))
        for ids in grouped(told, copied(links, _sizes(scans)))
    ]
    return tuple(sorted(made, key=lambda story: story.id))


def _evidence(
    scans: Mapping[str, Scan],
    links: Sequence[Link],
    stories: Sequence[Story],
    vocabulary: Vocabulary,
) -> Evidence:
    outlets = Outlets.of(vocabulary)
    credited = {credit.agency for item in scans.values() for credit in item.carried.credits}
    return Evidence(
        scans=scans,
        credited={agency: outlets.root(agency) for agency in sorted(credited)},
        copies=links,
        stories={id_: story.id for story in stories for id_ in story.articles},
    )
