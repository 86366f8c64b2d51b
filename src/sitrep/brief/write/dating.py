"""The day, before the window, of a claim that stands outside its own sentence.

A report names the day once and goes on without it, and another report of the same thing names it
where the first did not. Such a day is written into the sentence, and the words that tell it are
cited too; the date gate reads the same (`brief/verify/dating.py`). Two days for one thing are none.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.verify.dates import DateRef
from sitrep.brief.verify.dating import (
    REACH,
    alike,
    days,
    occasion_names,
    occasions_on,
    retold,
    surnames,
)
from sitrep.brief.verify.evidence import Known
from sitrep.brief.verify.facts import bound
from sitrep.brief.verify.reading import Reading, may_come, read, saying
from sitrep.brief.write.days import MONTHS
from sitrep.brief.write.evidence import citation_of, told_at, unnumbered
from sitrep.brief.write.matters import Matters
from sitrep.brief.write.saying import told
from sitrep.model.brief import Citation
from sitrep.model.extraction import Claim, Event
from sitrep.model.findings import Finding
from sitrep.vocabulary.gates import gate_words

PRECISE = frozenset({"minute", "hour", "daypart", "day", "week"})
RUN = 12
"""Sentences before a claim in which its occasion is looked for."""
_LED = frozenset({"in", "during", "after", "at", "following", "before"})
_NEW = frozenset({"a", "an", "another", "new", "next", "second", "further", "future"})
_THE = frozenset({"the", "his", "her", "their"})


class Day(NamedTuple):
    """A day ("20 May") that a sentence elsewhere, `cited`, gives a claim.

    `verb` is what was done or said that day, as written; `occasion` the words in front of which the
    day stands instead ("call").
    """

    text: str
    cited: Citation
    verb: str = ""
    occasion: str = ""


class _Heard(NamedTuple):
    """A sentence as the gates read it, its citation and when it was told."""

    reading: Reading
    cited: Citation
    told_at: datetime | None


class Dating:
    """Finds the days of claims of old things whose own sentences name none."""

    def __init__(self, material: Material, matters: Matters, known: Known) -> None:
        self._claims, self._articles = material.claims, material.articles
        self._since = material.since
        self._matters = matters
        self._known = known
        self._heard: dict[tuple[str, int], _Heard] = {}
        self._found: dict[tuple[str, str], Day | None] = {}

    def of(self, claim: Claim, finding: Finding) -> Day | None:
        """Return the one day before the window that others give to what `claim` tells.

        None where they give none or several, or where the claim's own sentence has one.
        """
        key = (claim.id, finding.id)
        if key not in self._found:
            self._found[key] = None if _dated(claim) else self._look(claim, finding)
        return self._found[key]

    def _look(self, claim: Claim, finding: Finding) -> Day | None:
        mine = self._of_claim(claim).reading
        if self._since is None or days(mine):
            return None
        occasion = _occasion_in(mine)
        if occasion is not None:
            name, words = occasion
            return self._old(self._occasion(claim, name), occasion=words)
        if told(claim) and claim.attribution and claim.attribution.cue:
            again = tuple(self._again(claim, mine, finding, None))
            return self._old(again, verb=claim.attribution.cue.quote)
        event = _deed(claim)
        again = tuple(self._again(claim, mine, finding, event)) if event else ()
        return self._old(again, verb=event.trigger.quote) if event else None

    def _old(
        self, found: Sequence[tuple[date, Citation]], *, verb: str = "", occasion: str = ""
    ) -> Day | None:
        """Return the day on which all that was found agrees, if it was over before the window."""
        if len({day for day, _ in found}) != 1 or self._since is None:
            return None
        day, cited = found[0]
        if datetime.combine(day, time(12), UTC) >= self._since:
            return None
        year = f" {day.year}" * (day.year != self._since.year)
        return Day(f"{day.day} {MONTHS[day.month - 1]}{year}", cited, verb, occasion)

    def _occasion(self, claim: Claim, name: str) -> list[tuple[date, Citation]]:
        """Return the day of an occasion that the nearest sentence before dates: "Monday's call"."""
        for heard in self._before(claim):
            reading = heard.reading
            dated = [day for day in days(reading) if name in occasions_on(reading, day)]
            found = [one for day in dated for one in _as_told(heard, day, bounds=True)]
            if found or _another(reading, name):
                return found
        return []

    def _again(
        self, claim: Claim, mine: Reading, finding: Finding, event: Event | None
    ) -> Iterator[tuple[date, Citation]]:
        """Yield the days that other reports give the same deed, or the same words of a speaker."""
        begins = event.trigger.start - claim.evidence.start if event else 0
        at = next((i for i, token in enumerate(mine.tokens) if token.start >= begins), 0)
        for other in self._others(claim, finding):
            heard = self._of_claim(other)
            there = days(heard.reading)
            if len(there) != 1:
                continue
            if event is None:
                if alike(mine, heard.reading):
                    yield from _said_by(_speaker(claim, mine), heard)
            elif (
                any(_actual(one) and one.type == event.type for one in other.events)
                and saying(heard.reading, there[0]) is None
                and retold(mine, at, heard.reading, there[0].index)
            ):
                yield from _as_told(heard, there[0])

    def _others(self, claim: Claim, finding: Finding) -> list[Claim]:
        """Return the other claims with times that may tell the same: of the matter or finding."""
        found = {one.id: one for one in self._matters.beside(claim)}
        of_it = (self._claims.get(one) for one in finding.claims)
        found |= {one.id: one for one in of_it if one is not None and one.language == "en"}
        return [one for one in found.values() if one.id != claim.id and one.times]

    def _before(self, claim: Claim) -> Iterator[_Heard]:
        """Yield the sentences before a claim in its article, the nearest first."""
        article, start = self._articles[claim.article_id], claim.evidence.start
        spans = [(s.start, s.end) for s in article.sentences if s.kind == "body"]
        spans = [span for span in spans if start - REACH <= span[0] < start][-RUN:]
        for begin, end in reversed(spans):
            key = (article.id, begin)
            if key not in self._heard:
                quote, published = article.text[begin:end], article.published_at
                cited = unnumbered(article.id, begin, quote)
                self._heard[key] = _Heard(read(quote, self._known, published), cited, published)
            yield self._heard[key]

    def _of_claim(self, claim: Claim) -> _Heard:
        key = (claim.id, claim.evidence.start)
        if key not in self._heard:
            when = told_at(claim)
            cited = replace(citation_of(claim), told_at=when)
            reading = read(claim.evidence.quote, self._known, when)
            self._heard[key] = _Heard(reading, cited, when)
        return self._heard[key]


def _as_told(
    heard: _Heard, ref: DateRef, *, bounds: bool = False
) -> Iterator[tuple[date, Citation]]:
    """Yield the one day that a date of a sentence means; none for a window or a day to come.

    None too for a bound ("since Monday") unless `bounds` may be: "after Monday's call".
    """
    exact = [date(year, month, day) for year, month, day in ref.days if year and day]
    if may_come(heard.reading, ref) or ref.beside or len(exact) != 1:
        return
    passed = heard.told_at is not None and exact[0] <= heard.told_at.date()
    if passed and (bounds or not bound(heard.reading, ref)):
        yield exact[0], heard.cited


def _said_by(names: frozenset[str], heard: _Heard) -> Iterator[tuple[date, Citation]]:
    """Yield the days on which a sentence has one of `names` speak."""
    for day in days(heard.reading):
        source = saying(heard.reading, day)
        if source is not None and names & {*source.names, *surnames(source)}:
            yield from _as_told(heard, day)


def _speaker(claim: Claim, reading: Reading) -> frozenset[str]:
    """Return the names by which the gates know a claim's speaker."""
    attribution = claim.attribution
    if attribution is None or attribution.speaker is None:
        return frozenset()
    own = frozenset().union(*(source.names for source in reading.attributions[:1]))
    if attribution.speaker_id:
        return own | {f"@{attribution.speaker_id}"}
    return own | {attribution.speaker.split()[-1].lower()}


def _deed(claim: Claim) -> Event | None:
    """Return the first thing that is told to have been done, None if there is none."""
    done = [event for event in claim.events if _actual(event)]
    return min(done, key=lambda event: event.trigger.start, default=None)


def _actual(event: Event) -> bool:
    return event.polarity == "affirmed" and event.modality == "actual"


def _dated(claim: Claim) -> bool:
    """Return whether a claim's sentence says when, more closely than by a month."""
    return any(one.granularity in PRECISE for one in claim.times)


def _occasion_in(reading: Reading) -> tuple[str, str] | None:
    """Return the occasion that a sentence takes as known ("after the phone call"), and its words.

    The words are those behind "the".
    """
    for at, token in enumerate(reading.tokens):
        name = occasion_names().get(token.key)
        if name is None or token.quoted:
            continue
        before = [one.surface for one in reading.tokens[max(0, at - 3) : at]]
        size = int(before[-1:] != [] and before[-1] in gate_words().occasion_kinds)
        led = before[: len(before) - size][-2:]
        if len(led) == 2 and led[0] in _LED and led[1] in _THE:
            return name, reading.text[reading.tokens[at - size].start : token.end]
    return None


def _another(reading: Reading, name: str) -> bool:
    """Return whether a sentence tells of another such occasion: "a call", "the next call"."""
    tokens = reading.tokens
    return any(
        occasion_names().get(token.key) == name
        and not _NEW.isdisjoint(one.surface for one in tokens[max(0, at - 3) : at])
        for at, token in enumerate(tokens)
    )
