"""Names of people and bodies: full name and office at first mention, then short."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from msgspec.structs import replace

from sitrep.brief.write.bodies import bodies
from sitrep.brief.write.edits import Edit, words
from sitrep.brief.write.introductions import Introductions
from sitrep.brief.write.titled import explained, introduced, len_address, title_before
from sitrep.model.extraction import Claim, Mention, Span
from sitrep.vocabulary.actors import family_name, office_at, side_of
from sitrep.vocabulary.spelling import one_spelling
from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Actor, Theatre, Vocabulary

QUALIFIERS = ("acting", "former", "interim", "deputy", "then")
"""Words of a title that say that its holder does not quite hold the office."""
POSSESSIVE = ("'s", "’s", "'", "’")
_GIVEN = re.compile(r"(?:^|\s)[A-Z][\w.’'-]+ $")
"""A given name that is not taken for part of the name behind it."""


@dataclass(slots=True)
class Names:
    """Remembers whom a brief has named; `day` is the day for which offices hold."""

    vocabulary: Vocabulary
    day: date | None
    theatre: Theatre | None = None
    strangers: Introductions | None = None
    named: set[str] = field(default_factory=set)
    _surnames: Mapping[str, Actor] = field(init=False)
    _shared: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Find the names that tell nobody apart, and whose the others are."""
        people = [one for one in self.vocabulary.actors.values() if one.kind == "person"]
        self._shared = shared_names(self.vocabulary)
        named = {short_name(actor): actor for actor in people}
        self._surnames = {name: one for name, one in named.items() if name not in self._shared}

    def edits(
        self, claim: Claim, skip: Sequence[tuple[int, int]] = (), *, plain: bool = False
    ) -> Iterator[Edit]:
        """Yield edits that give each person of the claim the right form of name.

        `skip` are stretches that stay as they are: quotations, and words already replaced. With
        `plain` offices are short: the evidence's own where it has fewer words than ours
        ("Governor"), and those of the theatre's parties without their state ("President").
        """
        seen = set(self.named)
        for mention, actor in self._people(claim):
            start, end = mention.span.start, mention.span.end
            if not claim.evidence.start <= start < end <= claim.evidence.end:
                continue
            if any(start < b and a < end for a, b in skip):
                continue
            edit = self._edit(claim, mention, actor, first=actor.id not in seen, plain=plain)
            seen.add(actor.id)
            if edit is not None:
                yield edit

    def note(self, claim: Claim, printed: str) -> None:
        """Remember everyone whom the `printed` words of `claim` introduce.

        Who is named in a quotation alone is introduced the next time, and so is a body whose
        letters alone are printed.
        """
        people = [actor for _, actor in self._people(claim)]
        speaker = self.whose(claim)
        if speaker is not None and speaker.kind == "person":
            people.append(speaker)  # the words of a quotation do not name their speaker
        for actor in people:
            if actor.name.split()[-1] in printed and self._introduced(actor, printed):
                self.named.add(actor.id)
        found = bodies(claim, self.vocabulary)
        self.named.update(actor.id for _, actor in found if actor.name in printed)

    def _people(self, claim: Claim) -> Iterator[tuple[Mention, Actor]]:
        """Yield the people whom a claim names, with those whose office speaks ("X's office")."""
        for mention in claim.mentions:
            actor = self._person(mention) if mention.kind == "person" else None
            if actor is not None and actor.kind == "person":
                yield mention, actor
            elif mention.kind == "organisation":
                yield from self._owner(mention)

    def _person(self, mention: Mention) -> Actor | None:
        learned = self.strangers.who(mention) if self.strangers else None
        return learned or self.vocabulary.actors.get(mention.entity_id or "")

    def whose(self, claim: Claim) -> Actor | None:
        """Return who speaks in a claim: an actor of the vocabulary or a stranger with an office."""
        told = claim.attribution
        known = self.vocabulary.actors.get(claim.speaker_id or "")
        if known is not None or self.strangers is None or told is None or not told.speaker:
            return known
        return self.strangers.named(told.speaker)

    def cited(self, claim: Claim, printed: str) -> Iterator[Span]:
        """Yield the words of reports that tell who is who in `printed`, and are not the claim's."""
        evidence = claim.evidence.quote.replace("'", "’")
        speaker = self.whose(claim)
        people = [*(actor for _, actor in self._people(claim)), *([speaker] if speaker else ())]
        for actor in {actor.id: actor for actor in people}.values():
            if self.strangers is None or not self.strangers.introduces(actor):
                continue
            for plain in (False, True):
                full = self.full(actor, plain=plain).rstrip(",").replace("'", "’")
                if full in printed and full not in evidence:
                    yield self.strangers.span(actor, claim.article_id, plain=plain)
                    break

    def _owner(self, mention: Mention) -> Iterator[tuple[Mention, Actor]]:
        """Yield the person after whom a text calls an office, as mentioned there."""
        owner = mention.span.quote.split(" ", 1)[0]
        actor = self._surnames.get(owner[:-2]) if owner.endswith(("'s", "’s")) else None
        if actor is not None:
            end = mention.span.start + len(owner)
            span = replace(mention.span, end=end, quote=owner)
            yield replace(mention, span=span, kind="person", entity_id=actor.id), actor

    def _introduced(self, actor: Actor, printed: str) -> bool:
        """Return whether the words give the person's office, or there is none to give."""
        full = self.full(actor)
        if full.rstrip(",") in printed or full == actor.name:
            return True
        return introduced(printed, actor.name)

    def speaker(self, actor: Actor) -> str:
        """Return how to name `actor` as a speaker here: with office if not yet named."""
        if actor.kind != "person":
            body = actor.name.split()[-1].lower() in titles().bodies or " of " in actor.name
            article = body or f"the {actor.name}" in actor.aliases
            return f"the {actor.name}" if article else actor.name
        return self.short(actor) if actor.id in self.named else self.full(actor)

    def short(self, actor: Actor) -> str:
        """Return how to name a person who has been introduced: by office where two bear the name.

        Without an office known for the day it is the full name.
        """
        name = short_name(actor)
        if name not in self._shared:
            return name
        office = office_at(actor, self.day) if self.day else None
        return f"the {office.short}" if office and office.short else actor.name

    def full(self, actor: Actor, *, plain: bool = False) -> str:
        """Return "Kremlin spokesman Dmitry Peskov": the office held on the day, then the name.

        With `plain` an office of a party to the conflict goes without its state.
        """
        office = office_at(actor, self.day) if self.day else None
        if behind := self.strangers.behind(actor, plain=plain) if self.strangers else "":
            return f"{actor.name}, {behind},"
        if not office or not office.short or actor.name.startswith(office.short):
            return actor.name
        return f"{self._of_party(actor, office.short) if plain else office.short} {actor.name}"

    def _of_party(self, actor: Actor, title: str) -> str:
        """Return "President" for "Ukrainian President", other titles as they are."""
        side = side_of(self.vocabulary, self.theatre, actor.id) if self.theatre else None
        party = self.vocabulary.actors.get(side or "")
        forms = (*party.demonyms, party.name, party.short or party.name) if party else ()
        left = (title.removeprefix(f"{form} ") for form in forms)
        return min(left, key=len, default=title)

    def _dated(self, actor: Actor) -> bool:
        office = office_at(actor, self.day) if self.day else None
        return office is not None and (office.since is not None or office.until is not None)

    def _holds(self, actor: Actor, title: str) -> bool:
        """Return whether a lower-case `title` gives the office on the day in fewer words."""
        office = office_at(actor, self.day) if self.day else None
        if office is None or not office.short or words(title) >= words(office.short):
            return False
        own = map(one_spelling, f"{office.title} {office.short}".lower().split())
        return set(map(one_spelling, title.split())) <= {*own, "the"}

    def _stranger(
        self, claim: Claim, mention: Mention, actor: Actor, *, first: bool, plain: bool
    ) -> Edit | None:
        """Return the edit for somebody whom only reports introduce; their own words stand."""
        quote, offset = claim.evidence.quote, claim.evidence.start
        before, after = quote[: mention.span.start - offset], quote[mention.span.end - offset :]
        written = mention.span.quote
        tail = next((mark for mark in POSSESSIVE if written.endswith(mark)), "")
        led = title_before(before)
        told = introduced(f"{before}{actor.name}{after}", actor.name)
        given = " " not in written and before[-1:] == " " and not led and _GIVEN.search(before)
        if given or (told and not first):
            return None
        possessed = tail and self.strangers and self.strangers.behind(actor)
        full = actor.name if told or possessed else self.full(actor, plain=plain)
        text = full if first else self.short(actor)
        cut = 0 if text == actor.name else led
        if text + tail == written and not cut:
            return None
        return Edit(start=mention.span.start - cut, end=mention.span.end, text=text + tail)

    def _edit(
        self, claim: Claim, mention: Mention, actor: Actor, *, first: bool, plain: bool
    ) -> Edit | None:
        if self.strangers and self.strangers.introduces(actor):
            return self._stranger(claim, mention, actor, first=first, plain=plain)
        evidence = claim.evidence
        start, end = mention.span.start - evidence.start, mention.span.end - evidence.start
        before, written = evidence.quote[:start].replace("\xa0", " "), mention.span.quote
        tail = next((mark for mark in POSSESSIVE if written.endswith(mark)), "")
        if " " not in written and actor.short is None and short_name(actor) in self._shared:
            return None  # a surname that two people bear: the words around it must do
        led = title_before(before, _office_words(actor))
        known = explained(before[: len(before) - led], evidence.quote[end:])
        if first:
            full = actor.name if known else self.full(actor, plain=plain)
            titled = led > len_address(before)
            held = before[len(before) - led :].lower()
            qualified = any(w in held.split() and w not in full.lower() for w in QUALIFIERS)
            ours = self._holds(actor, held)
            enough = plain if ours else not self._dated(actor)
            if titled and (enough or qualified):
                full = actor.name  # the evidence's title: ours may hold on another day
            kept = titled and full == actor.name
            text, cut = full, len_address(before) if kept else led
        elif known:
            return None
        else:
            text, cut = self.short(actor), led
        if cut > len_address(before):
            cut += _possessive(before[: len(before) - cut])
        of = _of_country(claim, mention, actor)
        if text + tail == written and not cut and not of:
            return None
        return Edit(start=mention.span.start - cut, end=mention.span.end + of, text=text + tail)


def _possessive(before: str) -> int:
    """Return the length of "his " and the like in front of a title that is written anew."""
    last = before.rstrip(" ").rsplit(" ", 1)[-1]
    return len(last) + 1 if last.lower() in {"his", "her", "its", "their"} else 0


def _of_country(claim: Claim, mention: Mention, actor: Actor) -> int:
    """Return the length of " of Ukraine" after the name: the office says it, or needs it not."""
    for other in claim.mentions:
        gap = claim.evidence.quote[
            mention.span.end - claim.evidence.start : other.span.start - claim.evidence.start
        ]
        if other.kind == "country" and gap == " of " and other.entity_id == actor.speaks_for:
            return other.span.end - mention.span.end
    return 0


def shared_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the short names that more than one person of the vocabulary bears."""
    people = (actor for actor in vocabulary.actors.values() if actor.kind == "person")
    borne = Counter(map(short_name, people))
    return frozenset(name for name, bearers in borne.items() if bearers > 1)


def short_name(actor: Actor) -> str:
    """Return the short form of a name: the file's, else the family name, "Leo XIV" whole."""
    family = family_name(actor.name)
    return actor.short or (actor.name if set(family) <= set("IVX") else family)


def _office_words(actor: Actor) -> frozenset[str]:
    """Return the lower-case words of every office the person has held."""
    told = " ".join(f"{office.title} {office.short or ''}" for office in actor.offices)
    return frozenset(told.lower().split())


def window_day(until: datetime | None, since: datetime | None) -> date | None:
    """Return the day whose offices hold in a brief: that of the end of its window."""
    moment = until or since
    return moment.date() if moment else None
