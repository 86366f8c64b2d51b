"""What the ledger knows beside the claims: sides, origins, stories, outlets and word lists."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from sitrep.ledger.bodies import Bodies
from sitrep.ledger.cues import Cues
from sitrep.ledger.learned import Learned
from sitrep.ledger.namesakes import Namesakes
from sitrep.ledger.traced import roots, stories
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.lineage import Lineage, Origin
from sitrep.vocabulary.actors import side_of
from sitrep.vocabulary.questions import QuestionWords
from sitrep.vocabulary.slavic import inflected
from sitrep.vocabulary.types import UNVOUCHED, Actor, Outlet, Theatre, Vocabulary

THIRD = "third"
"""The side of everyone who is no party."""


class Context(Cues):
    """Read-only answers about one theatre and one set of articles."""

    def __init__(  # noqa: PLR0913 - what the ledger reads, each named at the call
        self,
        *,
        articles: Mapping[str, Article],
        lineage: Lineage,
        theatre: Theatre,
        vocabulary: Vocabulary,
        words: QuestionWords,
        learned: Mapping[str, Learned] | None = None,
        claims: Iterable[Claim] = (),
    ) -> None:
        self.learned = learned or {}
        self.articles = articles
        self.theatre = theatre
        self.vocabulary = vocabulary
        super().__init__(words)
        self.namesakes = Namesakes(claims, words, theatre)
        self.parties = tuple(party.actor for party in theatre.parties)
        self._roots = roots(lineage.origins)
        self._stories = stories(lineage.stories)
        self._sides: dict[str, str | None] = {}

    def side(self, actor_id: str | None) -> str | None:
        """Return the party whose word `actor_id` speaks, None for others."""
        if actor_id is None:
            return None
        if actor_id not in self._sides:
            self._sides[actor_id] = side_of(self.vocabulary, self.theatre, actor_id)
        return self._sides[actor_id]

    def opponent(self, party: str) -> str | None:
        """Return the other party where there are two; with more, nobody can tell."""
        others = [other for other in self.parties if other != party]
        return others[0] if len(others) == 1 else None

    def name(self, actor_id: str) -> str:
        """Return the actor's name for readers, the id in words where it is unknown."""
        known = self.actor(actor_id) or self.vocabulary.outlets.get(actor_id)
        return known.name if known else actor_id.replace("-", " ")

    def actor(self, actor_id: str | None) -> Actor | None:
        """Return the actor of that id."""
        return self.vocabulary.actors.get(actor_id) if actor_id else None

    def stories(self, article_id: str) -> tuple[str, ...]:
        """Return the ids of the article's stories, sorted."""
        return tuple(story.id for story in self._stories.get(article_id, ()))

    def root(self, article_id: str) -> Origin | None:
        """Return the origin that stands for all that an article goes back to."""
        return self._roots.get(article_id)

    def story(self, article_id: str) -> str:
        """Return the id of the article's first story, the article's own where it has none."""
        return next(iter(self.stories(article_id)), article_id)

    def title(self, article_id: str) -> str:
        """Return the title of an article, "" where it is unknown."""
        article = self.articles.get(article_id)
        return article.title if article else ""

    def outlet(self, article_id: str) -> Outlet | None:
        """Return the outlet of an article, None where the vocabulary does not know it."""
        article = self.articles.get(article_id)
        if article is None:
            return None
        found = self._outlets.get(article.source_id) or self._outlets.get(article.outlet)
        return found or self._outlets.get(article.outlet.casefold())

    def vouched(self, article_id: str) -> bool:
        """Tell whether the publisher of an article is known, and of reliability A to D.

        The learned letter goes before the file's. Whom a report is signed with or quotes vouches
        for nothing: anyone can put up a page and words in a minister's mouth.
        """
        publisher = self.outlet(article_id)
        if publisher is None:
            return False
        record = self.learned.get(publisher.id)
        letter = record.letter if record is not None else publisher.reliability
        return letter not in UNVOUCHED

    def speaker(self, claim: Claim) -> str | None:
        """Return the id of who speaks: a state's body rather than the state, where it is named."""
        known = self.actor(claim.speaker_id)
        source = claim.attribution.source if claim.attribution else None
        if source is not None and (known is None or known.kind == "country"):
            return self.bodies.named(source.quote) or claim.speaker_id
        return claim.speaker_id

    def origin(self, claim: Claim) -> str:
        """Return the key of the origin that a claim goes back to.

        A named speaker is one origin however many outlets quote them ("speaker:…"); a medium that
        is quoted, and an outlet's own voice or its unnamed sources, are that outlet ("outlet:…"),
        or the agency or article that its report was taken from. Two reports of one outlet are not
        independent of one another.
        """
        if claim.attribution is not None and _named(claim):
            if claim.speaker_id in self.vocabulary.outlets:
                return f"outlet:{claim.speaker_id}"
            return f"speaker:{self.speaker(claim) or claim.speaker.casefold()}"
        return self.article_origin(claim.article_id)

    def article_origin(self, article_id: str) -> str:
        """Return the key of the origin of an article's own words."""
        origin = self._roots.get(article_id)
        if origin is not None and origin.agency:
            known = self._outlets.get(origin.agency) or self._outlets.get(origin.agency.casefold())
            return f"outlet:{known.id if known else origin.agency.casefold()}"
        root = origin.root if origin is not None else article_id
        outlet = self.outlet(root)
        article = self.articles.get(root) or self.articles.get(article_id)
        return f"outlet:{outlet.id if outlet else article.source_id if article else root}"

    def claim_side(self, claim: Claim) -> str:
        """Return the party that a claim's source speaks for, "third" for others."""
        if claim.attribution is not None and _named(claim):
            speaker = self.speaker(claim)
            known = claim.side or self.side(speaker)
            # Nobody knows whose an unknown speaker is: in a party's medium they count as its own.
            return known or (THIRD if speaker else self.article_side(claim.article_id))
        return self.article_side(claim.article_id)

    def article_side(self, article_id: str) -> str:
        """Return the party whose state or leaders own the outlet of an article's own words."""
        origin, outlet = self._roots.get(article_id), self.outlet(article_id)
        side = (origin.side if origin else None) or (outlet.side if outlet else None)
        return side if side in self.parties else THIRD

    def outlet_name(self, claim: Claim) -> str:
        """Return the name of the outlet that carries a claim."""
        outlet, article = self.outlet(claim.article_id), self.articles.get(claim.article_id)
        return outlet.name if outlet else article.outlet if article else claim.speaker

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies of the vocabulary by the words of their names."""
        return Bodies(self.vocabulary)

    @cached_property
    def demonyms(self) -> Mapping[str, str]:
        """Words such as "Ukrainian" in lower case, with the party they point to."""
        return {
            form: party
            for party in self.parties
            for actor in (self.vocabulary.actors.get(party),)
            if actor is not None
            for word in (*actor.demonyms, actor.name)
            for form in inflected(word.casefold())
        }

    @cached_property
    def metonyms(self) -> Mapping[str, str]:
        """Places, in lower case, that stand for a party when they speak, with the party."""
        return {
            word.casefold(): party
            for party in self.parties
            for actor in (self.vocabulary.actors.get(party),)
            if actor is not None
            for word in actor.metonyms
        }

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ISO codes of the parties' countries."""
        parties = (self.vocabulary.actors.get(party) for party in self.parties)
        return frozenset(actor.country for actor in parties if actor and actor.country)

    @cached_property
    def _outlets(self) -> Mapping[str, Outlet]:
        named: dict[str, Outlet] = {}
        for outlet in sorted(self.vocabulary.outlets.values(), key=lambda outlet: outlet.id):
            for name in (outlet.id, *outlet.ids, outlet.name, outlet.name.casefold()):
                named.setdefault(name, outlet)
        return named


def _named(claim: Claim) -> bool:
    """Tell whether the speaker is somebody: "officials" and "sources" are the outlet's own."""
    return claim.speaker_id is not None or claim.speaker[:1].isupper()
