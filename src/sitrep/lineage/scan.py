"""Map, Group, Map: each article's words, its publisher's furniture, its signature."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitrep.lineage.carried import Carried, carried
from sitrep.lineage.credits import CreditFinder
from sitrep.lineage.furniture import furnished, repeated, title_of
from sitrep.lineage.outlets import Outlets, Root
from sitrep.lineage.signature import Signature, signature
from sitrep.lineage.wording import Marks, Wording, wording
from sitrep.model.documents import Article
from sitrep.vocabulary.types import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """An article with what lineage reads in it; `furniture` marks words of `wording`."""

    article: Article
    publisher: Root
    wording: Wording
    furniture: Marks
    signature: Signature
    carried: Carried

    @property
    def wires(self) -> frozenset[str]:
        """The agencies whose report this is: the publisher itself, or those it credits."""
        own = {self.publisher.agency} if self.publisher.agency else set()
        return frozenset(own | {c.agency for c in self.carried.credits if c.wire})


def scan(articles: Iterable[Article], vocabulary: Vocabulary) -> dict[str, Scan]:
    """Return the scan of each article by its id, ids in order; an article given twice counts once.

    `wording` and `carried` see one article, `repeated` the articles of one publisher: these are the
    shards.
    """
    by_id = {article.id: article for article in articles}
    ordered = [by_id[id_] for id_ in sorted(by_id)]
    outlets, finder = Outlets.of(vocabulary), CreditFinder(vocabulary)
    publishers = {article.id: outlets.root_of(article) for article in ordered}
    wordings = {article.id: wording(article) for article in ordered}
    furniture = _furniture(ordered, publishers, wordings)
    return {
        article.id: Scan(
            article=article,
            publisher=publishers[article.id],
            wording=wordings[article.id],
            furniture=furniture[article.id],
            signature=signature(wordings[article.id], furniture[article.id]),
            carried=carried(article, finder, publisher=publishers[article.id].key),
        )
        for article in ordered
    }


def _furniture(
    articles: Iterable[Article], publishers: Mapping[str, Root], wordings: Mapping[str, Wording]
) -> dict[str, Marks]:
    by_publisher: dict[str, list[Article]] = {}
    for article in articles:
        by_publisher.setdefault(publishers[article.id].key, []).append(article)
    marks = {}
    for group in by_publisher.values():
        titles = {article.id: title_of(article) for article in group}
        runs = repeated([wordings[article.id] for article in group], titles)
        marks.update({id_: furnished(wordings[id_], runs) for id_ in titles})
    return marks
