"""Which findings a brief tells, and in which part: the weightiest that give a sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitrep.brief.plan.outline import (
    CORE,
    FIGHTING,
    FINDINGS_TRIED,
    FURTHER_TRACKS,
    MAIN_TRACKS,
    TITLES,
    Budget,
    Outline,
)
from sitrep.brief.points import Point, Points
from sitrep.brief.write.edits import words
from sitrep.brief.write.sentences import Form, Printed, Writer
from sitrep.brief.write.shorten import opens_on_told
from sitrep.model.base import Record
from sitrep.model.extraction import Claim, Track
from sitrep.model.findings import Finding
from sitrep.vocabulary.tracks import named

KEY_POINTS = 3
BUDGET = Budget()
_COMPARED = 60
"""Findings that are looked through for key points, the weightiest first."""
FILLING = 90
"""Findings tried for the room that is left, the weightiest first."""
OFTENER = 4
"""A party that speaks in so many more sentences than the other waits for what is left of the room
(set by reading the briefs of the development day)."""
RUMOURS = 2
"""Sentences that may rest on outlets which nobody knows, beside the reports of known ones."""
BYSTANDERS = 2
"""Sentences that one state or body may have that is neither party nor mediator."""
MOST_HEARD, HEARD_AT_MOST = 3, 5
"""Sentences that one person's word may have, and where there is room that nobody else fills."""
_SHORTEST = 12
"""With less room than this many words nothing more is tried."""
_OVER = 8
"""The last sentence may take so many words more than are left."""


class Selected(Record, frozen=True, kw_only=True):
    """The sentences of each paragraph, the most important first; no paragraph is empty."""

    lead: tuple[tuple[Printed, ...], ...]
    analysis: tuple[tuple[Track, tuple[Printed, ...]], ...]


class Selector:
    """Chooses what a brief tells, part by part; each finding at most once."""

    def __init__(self, writer: Writer, outline: Outline, *, beside: int = 0) -> None:
        """`beside` are the words of the outlook, which count to those of the whole brief."""
        self._words = min(BUDGET.words, BUDGET.whole - beside)
        self._writer = writer
        self._outline = outline
        self._rumours = 0
        self._most_heard = MOST_HEARD

    def key_points(self) -> tuple[tuple[Printed, ...], tuple[str, ...]]:
        """Return three key points, the most important first, and notes on tracks without any."""
        weighing = Points(self._writer)
        points: list[Point] = []
        tracks: set[Track] = set()
        for _ in range(KEY_POINTS):
            found = weighing.of(self._outline.of(tried=_COMPARED))
            tracks |= {one.finding.track for one in found}
            if best := weighing.next(found, [one.printed for one in points]):
                points.append(best)
                self._take(best.printed)
        notes = [
            f"No key point on {TITLES[track].lower()}: no reporting carries one."
            for track in MAIN_TRACKS
            if track not in tracks
        ]
        if len(points) < KEY_POINTS:
            notes.append(f"Only {len(points)} of {KEY_POINTS} key points: too little reporting.")
        points.sort(key=lambda one: -one.order)
        return tuple(one.printed for one in points), tuple(notes)

    def _known_first(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings with those last that only outlets tell which nobody knows."""
        vouched = self._writer.trust.vouched
        return sorted(findings, key=lambda one: not (one.pinned or vouched(one.claims)))

    def _known(self, *tracks: Track, tried: int = FINDINGS_TRIED) -> list[Finding]:
        """Return findings of `tracks` that a paragraph may open on: known outlets tell them."""
        trust = self._writer.trust
        found = self._outline.of(*tracks, tried=tried)
        return [one for one in found if one.pinned or trust.carries(one.claims)]

    def rest(self, points: Sequence[Printed]) -> Selected:
        """Return what the lead and the analysis tell beside the key `points`.

        Each main track is sure of some sentences; the rest of the room goes to the weightiest
        findings, whatever their track.
        """
        ground = self._fill(self._known("ground", "strikes"), BUDGET.lead_ground, standing=True)
        talks = self._fill(self._known("diplomacy"), BUDGET.lead_diplomacy, standing=True)
        parts = {track: self._fill(self._core_first(track), BUDGET.least) for track in MAIN_TRACKS}
        parts["diplomacy"] += self._unheard()
        said = [*points, *ground, *talks, *(one for part in parts.values() for one in part)]
        self._fill_room(parts, self._words - _length(said))
        order = (*MAIN_TRACKS, *FURTHER_TRACKS)
        return Selected(
            lead=tuple(tuple(part) for part in (ground, talks) if part),
            analysis=tuple((track, tuple(parts[track])) for track in order if parts.get(track)),
        )

    def _unheard(self) -> list[Printed]:
        """Return a sentence of somebody who speaks for each party whose people are not heard yet.

        A bulletin of its army is no word of its leaders.
        """
        out: list[Printed] = []
        claims = self._writer.material.claims
        for party in self._writer.material.theatre.parties:
            if any(self._speaks(one.claim, party.actor) for one in self._writer.printed):
                continue
            found = [
                finding
                for finding in self._outline.of(tried=FILLING)
                if any(
                    self._speaks(claims[id_], party.actor)
                    for id_ in finding.claims
                    if id_ in claims
                )
            ]
            out += self._fill(found, 1)
        return out

    def _speaks(self, claim: Claim, party: str) -> bool:
        """Return whether a claim is the word of a person who speaks for a party."""
        actor = self._writer.material.vocabulary.actors.get(claim.speaker_id or "")
        return claim.side == party and actor is not None and actor.kind == "person"

    def _core_first(self, track: Track) -> list[Finding]:
        """Return findings of a main track, those that answer its own question before the rest."""
        found = self._known(track, tried=FILLING)
        return sorted(found, key=lambda one: one.question.kind not in CORE[track])

    def _fill_room(self, parts: dict[Track, list[Printed]], room: int) -> None:
        """Fill `room` words with the weightiest findings; a party heard far oftener waits."""
        waiting: list[Finding] = []
        for finding in self._known_first(self._outline.of(tried=FILLING)):
            if room < _SHORTEST:
                return
            if self._outweighs(finding.sides):
                waiting.append(finding)
            else:
                room -= self._add(finding, parts, room)
        self._most_heard = HEARD_AT_MOST
        self._outline.loosen()
        for finding in [*waiting, *self._known_first(self._outline.of(tried=FILLING))]:
            if room >= _SHORTEST:
                room -= self._add(finding, parts, room)

    def _add(self, finding: Finding, parts: dict[Track, list[Printed]], room: int) -> int:
        """Add the sentence of `finding` where its part has a place; return its words."""
        track = self._home(finding, parts)
        part = parts.setdefault(track, [])
        rumour = not self._writer.trust.carries(finding.claims)
        most = BUDGET.main_track if track in MAIN_TRACKS else BUDGET.further_track
        if len(part) >= most or (rumour and self._rumours == RUMOURS):
            return 0
        more = self._fill([finding], 1, room=room + _OVER)
        part += more
        self._rumours += rumour * len(more)
        return _length(more)

    def _home(self, finding: Finding, parts: Mapping[Track, Sequence[Printed]]) -> Track:
        """Return the track to tell a finding on: that of its report where it is on none itself.

        A report's title says what it is about, else its story does: what a general says of a town
        belongs to the fighting there, that a man killed abroad had been under sanctions to his
        death.
        """
        leading = self._outline.leading(finding)
        story = finding.stories[:1]
        beside = any(one.finding.stories[:1] == story for one in parts.get(leading, ()))
        if finding.track == "other":
            titled = self._titled(finding)
            told = leading in FIGHTING or (leading == "diplomacy" and beside)
            return titled or (leading if told else "other")
        aside = leading == "other" and beside and finding.track not in MAIN_TRACKS
        return "other" if aside else finding.track

    def _titled(self, finding: Finding) -> Track | None:
        """Return the main track that the title of a finding's first report names, None without.

        Violence that is no part of the fighting stays apart whatever the report has in its title.
        """
        if finding.question.kind in ("attack", "count"):
            return None
        article = self._writer.material.articles[finding.articles[0]]
        track = named(article.title)
        return track if track in MAIN_TRACKS else None

    def _outweighs(self, sides: Sequence[str]) -> bool:
        """Return whether only one party tells this and it has been heard far oftener."""
        parties = {party.actor for party in self._writer.material.theatre.parties}
        if len(sides) != 1 or sides[0] not in parties:
            return False
        heard = Counter(one.claim.side for one in self._writer.printed)
        return heard[sides[0]] - min(heard[party] for party in parties) >= OFTENER

    def _fill(
        self,
        findings: Iterable[Finding],
        most: int,
        form: Form = "sentence",
        *,
        standing: bool = False,
        room: int | None = None,
    ) -> list[Printed]:
        """Return up to `most` sentences, one for each of the first `findings` that give one.

        With `standing` none begins with what was told before it ("After the call, …"); none is
        longer than `room` words. What is passed over has not been told.
        """
        out: list[Printed] = []
        for finding in list(findings):
            if len(out) == most:
                break
            printed = self._writer.best(finding, form)
            if printed is None:
                continue
            leans = standing and opens_on_told(printed.text)
            long = room is not None and _length([printed]) > room
            if not (leans or long or self._heard_enough(printed)):
                out.append(self._take(printed))
        return out

    def _take(self, printed: Printed) -> Printed:
        """Return `printed`, from now on told."""
        self._writer.keep(printed)
        self._outline.use(printed.finding)
        return printed

    def _heard_enough(self, printed: Printed) -> bool:
        """Return whether whoever speaks or acts in a sentence has been told of often enough."""
        told = self._writer.told
        bystander = told.bystander(printed.claim)
        if bystander is not None:
            of_them = [
                one for one in self._writer.printed if told.bystander(one.claim) == bystander
            ]
            return len(of_them) >= BYSTANDERS
        speaker = printed.claim.speaker_id
        actor = self._writer.material.vocabulary.actors.get(speaker or "")
        if actor is None or actor.kind != "person":
            return False
        said = [one for one in self._writer.printed if one.claim.speaker_id == speaker]
        return len(said) >= self._most_heard


def _length(printed: Iterable[Printed]) -> int:
    return sum(words(one.text) for one in printed)
