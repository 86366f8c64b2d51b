"""Articles to origins and stories: the lineage stage."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.components import components
from sitrep.lineage.copies import blocks, copies
from sitrep.lineage.features import features
from sitrep.lineage.likeness import Telling, tellings
from sitrep.lineage.origins import Evidence, origins, wire_links
from sitrep.lineage.outlets import Outlets
from sitrep.lineage.scan import Scan, scan
from sitrep.lineage.stories import backing, copied, grouped, merits, story
from sitrep.model.documents import Article
from sitrep.model.lineage import Lineage, Link, Story
from sitrep.vocabulary.types import Vocabulary


class Encoder(Protocol):
    """`sitrep.language.encode.Encoder`, or anything that encodes as it does."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one L2-normalised row for each text, in order."""
        ...


def trace(articles: Sequence[Article], *, vocabulary: Vocabulary, encoder: Encoder) -> Lineage:
    """Return the origins and stories of `articles` and the links they rest on.

    Each article is in exactly one story and in at least one origin. Neither the order of `articles`
    nor an article given twice changes the result.
    """
    scans = scan(articles, vocabulary)
    signatures = {id_: item.signature for id_, item in scans.items()}
    links = copies(blocks(signatures.values()).values(), signatures)
    stories = _stories(scans, links, _tellings(scans, links, encoder))
    evidence = _evidence(scans, links, stories, vocabulary)
    found = origins(evidence)
    return Lineage(origins=found, stories=stories, links=(*links, *wire_links(found, evidence)))


def _wires(scans: Mapping[str, Scan], links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Return the agencies whose report each article is, by its own credit or that of a copy."""
    edges = [(link.left, link.right) for link in links if link.relation != "contains"]
    return {
        id_: frozenset[str]().union(*(scans[other].wires for other in group))
        for group in components(scans, edges)
        for id_ in group
    }


def _tellings(
    scans: Mapping[str, Scan], links: Sequence[Link], encoder: Encoder
) -> dict[str, Telling]:
    wires = _wires(scans, links)
    items = [
        features(item.article, item.wording, item.furniture, wires=wires[id_])
        for id_, item in scans.items()
    ]
    return tellings(items, encoder.encode([item.encoded for item in items]))


def _stories(
    scans: Mapping[str, Scan], links: Sequence[Link], told: Mapping[str, Telling]
) -> tuple[Story, ...]:
    sizes = {id_: len(item.signature.shingles) for id_, item in scans.items()}
    articles = {id_: item.article for id_, item in scans.items()}
    backed = {
        id_: backing(item.article, item.signature.words, item.publisher)
        for id_, item in scans.items()
    }
    made = [
        story(ids, articles, merits(ids, told, backed))
        for ids in grouped(told, copied(links, sizes))
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
