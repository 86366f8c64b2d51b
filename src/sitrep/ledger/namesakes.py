"""A town and the region that is named for it: which of them a sentence is about."""

import re
from collections.abc import Iterable

from sitrep.model.extraction import Claim, Place
from sitrep.vocabulary.places import place_words
from sitrep.vocabulary.questions import QuestionWords
from sitrep.vocabulary.types import Actor, Theatre

_TOWN = 2
"""UCDP precision up to which a place is a town or near one."""
_REGIONS = (3, 4)
_HERE = "@"
"""Stands in a sentence for the place asked about."""

Named = tuple[str | None, str]
"""Country, and a name without the word for its kind in lower case."""


class Namesakes:
    """Which of two namesakes is meant, from the claims of one theatre.

    "Troops left Kursk" is of the region where the sentence speaks of what only a region has, where
    its own report names the region, or where no report at all speaks of the town as a town. A
    sentence that says it is the town is of the town.
    """

    def __init__(self, claims: Iterable[Claim], words: QuestionWords, theatre: Theatre) -> None:
        """Note which regions `claims` name, in which reports, and which towns as such."""
        self._of_theatre = {
            name.casefold(): place.name
            for place in theatre.places
            if place.kind in ("region", "settlement")
            for name in (place.name, *place.aliases)
        }
        self._town = re.compile("|".join(words.town))
        self._wide = re.compile("|".join(words.region))
        self._regions: dict[Named, str] = {}
        self._in_report: set[tuple[str, Named]] = set()
        self._towns: set[Named] = set()
        self._namesakes: set[Named] = set()
        for claim in sorted(claims, key=lambda claim: claim.id):
            for place in claim.places:
                self._note(claim, place)

    def domain(self, actor: Actor) -> str | None:
        """Return the region or town of the theatre that a person's office is of, None for others.

        "Governor of Kursk Region" speaks of the Kursk region, not of the country.
        """
        named = (office.title.rpartition(" of ")[2].casefold() for office in actor.offices)
        return next((self._of_theatre[one] for one in named if one in self._of_theatre), None)

    def site(self, place: Place, claim: Claim) -> str:
        """Return the name of what `claim` is about where it names `place`."""
        named = _named(place)
        region = self._region(named)
        if place.precision in _REGIONS:
            return region or place.name
        if region is None or place.precision > _TOWN:
            return place.name
        text = _marked(place, claim)
        if self._town.search(text):
            return place.name
        wide = self._wide.search(text) or (claim.article_id, named) in self._in_report
        return region if wide or named not in self._towns else place.name

    def _region(self, named: Named) -> str | None:
        """Return the name of a region; one that its town bears too has the word beside it."""
        region = self._regions.get(named)
        bare = region is not None and region.casefold() == named[1]
        return f"{region} region" if bare and named in self._namesakes else region

    def _note(self, claim: Claim, place: Place) -> None:
        named = _named(place)
        if place.precision in _REGIONS:
            self._regions.setdefault(named, place.name)
            self._in_report.add((claim.article_id, named))
        elif place.precision <= _TOWN:
            self._namesakes.add(named)
            if self._town.search(_marked(place, claim)):
                self._towns.add(named)


def _named(place: Place) -> Named:
    words = place.name.casefold().split()
    while len(words) > 1 and words[-1] in place_words().first_order:
        words.pop()
    return place.country, " ".join(words)


def _marked(place: Place, claim: Claim) -> str:
    """Return the sentence in lower case with the place as a mark."""
    start, end = (at - claim.evidence.start for at in (place.span.start, place.span.end))
    quote = claim.evidence.quote.replace("’", "'")
    return f"{quote[:start]}{_HERE}{quote[end:]}".casefold()
