"""How a brief names the outlet that reported a thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitrep.model.documents import Article
from sitrep.model.lineage import Lineage
from sitrep.vocabulary.types import UNVOUCHED, Outlet, Vocabulary

STANDING = {"A": 1.0, "B": 1.0, "C": 0.95, "D": 0.6, "E": 0.4, "F": 0.3}
"""What the word of an outlet of each grade is worth where several tell one thing (set by reading
which telling an editor would take on the development day)."""
SIGNED = "signed "
"""How lineage begins the reason of a report that an agency signs, in its dateline or byline. An
agency that "contributed" or is quoted did not write the sentence at hand."""


@dataclass(slots=True)
class Outlets:
    """Names outlets; a state-owned one with its owner's country at first mention.

    A report that an agency wrote is the agency's, whoever printed it.
    """

    vocabulary: Vocabulary
    lineage: Lineage
    named: set[str] = field(default_factory=set)
    _by_id: Mapping[str, Outlet] = field(default_factory=dict)
    _agency: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index outlets by every id they are known by, and articles by the agency behind them."""
        outlets = self.vocabulary.outlets
        self._by_id = {key: o for o in outlets.values() for key in (o.id, *o.ids)}
        self._agency = {
            article: origin.agency
            for origin in self.lineage.origins
            if origin.agency and any(reason.startswith(SIGNED) for reason in origin.reasons)
            for article in origin.articles
        }

    def outlet(self, article: Article) -> Outlet | None:
        """Return the outlet behind `article` as the vocabulary knows it.

        What an outlet that nobody knows signs with an agency's name is its own: anyone can.
        """
        publisher = self._by_id.get(article.source_id)
        agency = self._agency.get(article.id) if self.vouched(article) else None
        return self._by_id.get(agency or article.source_id) or publisher

    def vouched(self, article: Article) -> bool:
        """Return whether the publisher is known and its reliability can be judged.

        Nobody else is taken at their word on what others said (E and F, or not in the vocabulary).
        """
        publisher = self._by_id.get(article.source_id)
        return publisher is not None and publisher.reliability not in UNVOUCHED

    def standing(self, article: Article, side: str | None) -> float:
        """Return what an outlet's word is worth beside others', 0 to 1, by its Admiralty grade.

        A party's own outlet tells best what that party, `side`, says.
        """
        publisher = self._by_id.get(article.source_id)
        if publisher is None:
            return STANDING["F"]
        own = publisher.side is not None and publisher.side == side
        return 1.0 if own else STANDING[publisher.reliability]

    def name(self, article: Article) -> str:
        """Return "Russian state agency TASS" at first mention, "TASS" after it."""
        outlet = self.outlet(article)
        if outlet is None:
            return article.outlet
        if outlet.id in self.named or outlet.owner != "state":
            return outlet.name
        adjective = self._adjective(outlet.country)
        kind = "agency" if outlet.agency else "outlet"
        return f"{adjective} state {kind} {outlet.name}" if adjective else outlet.name

    def short(self, article: Article) -> str:
        """Return the outlet's bare name."""
        outlet = self.outlet(article)
        return outlet.name if outlet else article.outlet

    def naming(self, text: str) -> tuple[str, ...]:
        """Return the words by which `text` says itself which outlet it has its words from."""
        names = (outlet.name for outlet in self.vocabulary.outlets.values())
        wordings = (one for name in names for one in (f"told {name}", f"{name} reported"))
        return tuple(one for one in wordings if one in text)

    def note(self, article: Article) -> None:
        """Remember that `article`'s outlet has been named."""
        outlet = self.outlet(article)
        if outlet is not None:
            self.named.add(outlet.id)

    def side(self, article: Article) -> str | None:
        """Return the party that owns or directs the outlet, None for a third party."""
        outlet = self.outlet(article)
        return outlet.side if outlet else None

    def _adjective(self, country: str | None) -> str | None:
        for actor in self.vocabulary.actors.values():
            if actor.kind == "country" and actor.country == country and actor.demonyms:
                return actor.demonyms[0]
        return None
