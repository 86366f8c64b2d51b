"""Articles to origins and stories: the lineage stage."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.carried import carried
from sitrep.lineage.copies import blocks, copies
from sitrep.lineage.features import Features, features
from sitrep.lineage.origins import UNDATED, Evidence, origins
from sitrep.lineage.outlets import Outlets
from sitrep.lineage.signature import Signature, signature
from sitrep.lineage.stories import Meaning, group
from sitrep.model.documents import Article
from sitrep.model.ids import make_id
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
    by_id = {article.id: article for article in sorted(articles, key=lambda article: article.id)}
    signatures = {id_: signature(article) for id_, article in by_id.items()}
    links = copies(blocks(signatures.values()).values(), signatures)
    stories = _stories(by_id, links, encoder)
    evidence = _evidence(by_id, signatures, links, stories, vocabulary)
    return Lineage(origins=origins(evidence), stories=stories, links=links)


def _stories(
    articles: Mapping[str, Article], links: Sequence[Link], encoder: Encoder
) -> tuple[Story, ...]:
    items = [features(article) for article in articles.values()]
    meaning = Meaning(
        rows={item.article_id: row for row, item in enumerate(items)},
        matrix=encoder.encode([item.encoded for item in items]),
    )
    groups = group(items, meaning, [(link.left, link.right) for link in links])
    made = [_story([articles[id_] for id_ in ids]) for ids in groups]
    return tuple(sorted(made, key=lambda story: story.id))


def _story(articles: Sequence[Article]) -> Story:
    lead = min(articles, key=lambda article: (article.partial, -len(article.text), article.id))
    times = sorted(article.published_at for article in articles if article.published_at)
    return Story(
        id=make_id("sty", lead.id),
        label=lead.title,
        lead=lead.id,
        articles=tuple(sorted(article.id for article in articles)),
        first_at=times[0] if times else None,
        last_at=times[-1] if times else None,
    )


def _evidence(
    articles: Mapping[str, Article],
    signatures: Mapping[str, Signature],
    links: Sequence[Link],
    stories: Sequence[Story],
    vocabulary: Vocabulary,
) -> Evidence:
    outlets = Outlets.of(vocabulary)
    publishers = {id_: outlets.root_of(article) for id_, article in articles.items()}
    judged = {
        id_: carried(article, vocabulary, publisher=publishers[id_].key)
        for id_, article in articles.items()
    }
    credited = {agency for item in judged.values() for agency in item.agencies}
    return Evidence(
        articles=articles,
        publishers=publishers,
        carried=judged,
        credited={agency: outlets.root(agency) for agency in sorted(credited)},
        copies=links,
        stories={id_: story.id for story in stories for id_ in story.articles},
        sizes={id_: len(item.shingles) for id_, item in signatures.items()},
    )
