"""What a brief has told so far, as a reader has it in mind: nothing twice, nothing unexplained."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Protocol

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.write.antecedents import dangling
from sitrep.brief.write.draft import Draft
from sitrep.brief.write.matters import Matters
from sitrep.brief.write.sameness import alike, content_words, one_name, repeats, without_dates
from sitrep.brief.write.titled import introduced
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import side_of
from sitrep.vocabulary.standing import standing_words
from sitrep.vocabulary.titles import titles

ALIKE_OF_OTHERS = 0.3
"""What one third party does or says twice is told once where it is so much alike: they are many."""
TELLING = 4
"""Sentences with fewer content words beside the names of the sides are compared with them."""
REPORTING = ("said", "reported")
_MEANWHILE = re.compile(r", (?:as|while|amid|after|with) [^“”]*$")
HARM = frozenset({"killed", "wounded", "missing"})
TOWN = 2
"""UCDP precision up to which a place is a town or a spot in one."""
DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
PLACING = frozenset({"country", "place"})
BODIES = frozenset({"organisation", "group", "force"})


class Sentence(Protocol):
    """A sentence that stands in the brief; `matter` is what `Told.matter` gave for it."""

    @property
    def text(self) -> str:
        """What is printed."""

    @property
    def claim(self) -> Claim:
        """What it tells."""

    @property
    def matter(self) -> frozenset[str]:
        """Its content words."""


class Told:
    """Judges a draft by the sentences before it."""

    def __init__(self, material: Material, matters: Matters) -> None:
        self._material = material
        self._matters = matters
        self._names: Mapping[str, str] = one_name(material.vocabulary)

    def matter(self, draft: Draft) -> frozenset[str]:
        """Return the content words of a draft without those that say who speaks or reports."""
        attribution = draft.claim.attribution
        told_by = [draft.resolved or "", self._material.articles[draft.claim.article_id].outlet]
        if attribution is not None:
            spans = (attribution.source, attribution.cue)
            told_by += [attribution.speaker or "", *(span.quote for span in spans if span)]
        said = content_words(without_dates(draft.text), self._names)
        return said - content_words(" ".join([*told_by, *REPORTING]), self._names)

    def repeats(self, draft: Draft, matter: frozenset[str], other: Sentence) -> bool:
        """Return whether a printed sentence tells what the draft tells.

        Alike words about different places tell two things; what one side says is not what the other
        says, however alike.
        """
        if self._again(draft.claim, other.claim):
            return True
        mine, theirs = self._apart(draft.claim, other.claim, (matter, other.matter))
        if alike(mine, theirs):
            return True
        here, there = _located(draft.claim), _located(other.claim)
        if here and there and here.isdisjoint(there):
            return False
        again = draft.claim.speaker == other.claim.speaker
        if again and repeats(self._core(draft), other.matter, one_speaker=True):
            return True
        return repeats(mine, theirs, one_speaker=again)

    def _core(self, draft: Draft) -> frozenset[str]:
        """Return the matter of a draft without what went on meanwhile (", as pressure grew")."""
        return self.matter(replace(draft, text=_MEANWHILE.sub("", draft.text)))

    def _apart(
        self, claim: Claim, other: Claim, matters: tuple[frozenset[str], frozenset[str]]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Return the matters of two sentences as they are compared.

        Between a person's word and what others say or do the names of the sides, which most
        sentences share, make nothing alike: that allies imposed sanctions is not a minister's word
        that his country may.
        """
        if claim.speaker == other.speaker or not (self._spoken(claim) or self._spoken(other)):
            return matters
        sides = frozenset(self._names.values())
        mine, theirs = (one - sides for one in matters)
        return (mine, theirs) if min(len(mine), len(theirs)) >= TELLING else matters

    def _spoken(self, claim: Claim) -> bool:
        """Return whether a claim is the word of a person whom the vocabulary knows."""
        actor = self._material.vocabulary.actors.get(claim.speaker_id or "")
        return claim.attribution is not None and actor is not None and actor.kind == "person"

    def _again(self, claim: Claim, other: Claim) -> bool:
        """Return whether two claims are one matter, or a third party's second word on it."""
        one = self._matters.one(claim, other) or _one_toll(claim, other)
        if claim.side == other.side and one:
            return True
        bystander = self.bystander(claim)
        if bystander is None or bystander != self.bystander(other):
            return False
        return self._matters.alike(claim, other) >= ALIKE_OF_OTHERS

    def bystander(self, claim: Claim) -> str | None:
        """Return the third party that speaks or acts in a claim: no party, mediator or outlet.

        Whoever speaks for a state is that state.
        """
        acting = (actor.entity_id for event in claim.events for actor in event.actors)
        actors = self._material.vocabulary.actors
        named = (actors[one] for one in (claim.speaker_id, *acting) if one and one in actors)
        actor = next((one for one in named if one.kind != "media"), None)
        theatre = self._material.theatre
        if actor is None or side_of(self._material.vocabulary, theatre, actor.id) is not None:
            return None
        who = actor.speaks_for or actor.id
        return None if {who, actor.id} & {*theatre.mediators} else who

    def unexplained(self, draft: Draft, read: Sequence[Sentence]) -> str:
        """Return a phrase of a draft that needs words before it, "" if none does.

        `read` are the sentences that a reader has read by then and may lean on.
        """
        claim = draft.claim
        named = {
            kinds: [mention.span.quote for mention in claim.mentions if mention.kind in kinds]
            for kinds in (PLACING, BODIES)
        }
        places = [*named[PLACING], *(place.span.quote for place in claim.places)]
        if stranger := _stranger(draft, read):
            return stranger
        words = frozenset().union(*(content_words(one.text) for one in read))
        return dangling(draft.text, told=words, places=places, bodies=named[BODIES])


def _stranger(draft: Draft, read: Sequence[Sentence]) -> str:
    """Return the name of somebody of whom nobody has said who it is, "" if there is none.

    A full name counts where its bearer speaks: of others it may be a place's, taken for a person's.
    """
    for mention in draft.claim.mentions:
        full, short = mention.name, " " not in mention.span.quote
        surname = full.rsplit(" ", 1)[-1]
        unknown = mention.kind == "person" and mention.entity_id is None and full != surname
        if not unknown or surname not in draft.text or any(surname in one.text for one in read):
            continue
        speaks = full == draft.claim.speaker and not _of_body(surname)
        bare = full not in draft.text if short else speaks
        if bare and not introduced(draft.text, full):
            return mention.span.quote
    return ""


def _of_body(surname: str) -> bool:
    """Return whether the last word of a name shows that it is no person's ("hospital")."""
    words = standing_words()
    bodies = titles().bodies | {*words.definite_places, *words.definite_bodies}
    return surname.lower() in bodies


def _one_toll(claim: Claim, other: Claim) -> bool:
    """Return whether two claims count the same harm in one town, as a toll that rose.

    The days may be neighbours: "overnight" in one report, the day of the count in the next.
    """
    return any(
        mine[:2] == theirs[:2] and abs(mine[2] - theirs[2]) <= DAY
        for mine, theirs in product(_tolls(claim), _tolls(other))
    )


def _tolls(claim: Claim) -> list[tuple[str, str, date]]:
    """Return what harm a claim counts, in which town, and the last day of each count."""
    towns = [one.name for one in claim.places if one.use == "location" and one.precision <= TOWN]
    found: list[tuple[str, str, date]] = []
    for figure in claim.figures:
        end = figure.window.end - INSTANT if figure.window else claim.published_at
        if figure.kind in HARM and end is not None:
            found += [(figure.kind, town, end.date()) for town in towns]
    return found


def _located(claim: Claim) -> frozenset[str]:
    """Return the names of the places where something happens in a claim."""
    return frozenset(place.name for place in claim.places if place.use == "location")
