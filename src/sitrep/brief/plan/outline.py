"""The parts of a brief and the findings that may fill them."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from sitrep.model.base import Record
from sitrep.model.extraction import Track
from sitrep.model.findings import Finding, QuestionKind

MAIN_TRACKS: tuple[Track, ...] = ("ground", "diplomacy", "strikes")
FURTHER_TRACKS: tuple[Track, ...] = ("prisoners", "humanitarian", "sanctions", "aid", "other")
FIGHTING: tuple[Track, ...] = ("ground", "strikes")
"""Tracks that take in what their stories tell beside the fighting itself."""
TITLES: dict[str, str] = {
    "ground": "Ground",
    "diplomacy": "Diplomacy",
    "strikes": "Strikes",
    "prisoners": "Prisoners",
    "humanitarian": "Humanitarian",
    "sanctions": "Sanctions",
    "aid": "Aid",
    "other": "Other developments",
}
FINDINGS_TRIED = 25
"""How many findings of a track are tried for one place before the place stays empty."""
PER_STORY = 4
"""Sentences that one story may have on one track: a long report has many, a brief few. What is
contested is told all the same."""
SENTENCES = 32
"""So many sentences a full brief has; where the day has few stories each may have more of them."""
GONE = frozenset({"superseded", "withdrawn"})
"""What no part of a brief tells as news."""
LEAST_IMPORTANCE, LEAST_ASIDE = 0.15, 0.2
"""Findings below this share of the day's most important one are not told: a thin track stays
short. Off the main tracks more is asked of them."""

FLOOR = 0.15
"""Importance below which nothing is told, however little else there is, but what a track is about:
a thin hour gives a short brief (set on an early window of the development day and on six sample
days)."""
LEADING, FLOOR_OF_DETAIL = 0.3, 0.09
"""Importance from which a finding makes its story one of the day's, and the floor for the rest of
such a story: what was agreed, hit or said in detail (set on the same)."""
CORE: dict[Track, frozenset[QuestionKind]] = {
    "ground": frozenset({"control"}),
    "diplomacy": frozenset({"decision"}),
    "strikes": frozenset({"count"}),
}
"""What a track is about first: who holds what, who decided what, how many flew."""


class Budget(Record, frozen=True, kw_only=True):
    """How much a brief may say; an editor's brief stays under 900 words.

    `words` are those of key points, lead and analysis, `whole` those with the outlook; headline,
    quotation and tables come beside them. The other numbers count sentences. A main track is sure
    of `least` where it has them.
    """

    words: int = 735
    whole: int = 900
    lead_ground: int = 3
    lead_diplomacy: int = 4
    least: int = 2
    main_track: int = 7
    further_track: int = 3


class Outline:
    """Hands out findings, pinned ones first, then the most important, each at most once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        live = [f for f in findings if f.status not in GONE]
        most = max((f.importance for f in live), default=0.0)
        leading = {f.stories[:1] for f in live if f.importance >= LEADING and f.stories}
        weighty = (f for f in live if f.pinned or f.importance >= _least(f, most, leading))
        self._ranked = sorted(weighty, key=lambda f: (not f.pinned, -f.importance, f.id))
        self._tracks: dict[str, Track] = {}
        for finding in self._ranked:
            for story in finding.stories[:1]:
                self._tracks.setdefault(story, finding.track)
        stories = {finding.stories[:1] for finding in self._ranked}
        self._per_story = max(PER_STORY, SENTENCES // max(1, len(stories)))
        self._used: set[str] = set()
        self._told: Counter[tuple[str, str]] = Counter()

    def of(self, *tracks: Track, tried: int = FINDINGS_TRIED) -> Iterator[Finding]:
        """Yield up to `tried` unused findings of `tracks`, of all if none is named, in order."""
        given = 0
        for finding in self._ranked:
            if finding.id in self._used or (tracks and finding.track not in tracks):
                continue
            crowded = any(self._told[matter] >= self._per_story for matter in _matter(finding))
            if crowded and not finding.pinned and finding.status != "contested":
                continue
            if given == tried:
                return
            given += 1
            yield finding

    def leading(self, finding: Finding) -> Track:
        """Return the track of the weightiest finding of a finding's story, its own without one."""
        found = (self._tracks.get(story) for story in finding.stories[:1])
        return next((track for track in found if track), finding.track)

    def loosen(self) -> None:
        """Let each story have twice as many sentences: there is room that others do not fill."""
        self._per_story *= 2

    def use(self, finding: Finding) -> None:
        """Mark `finding` as printed."""
        self._used.add(finding.id)
        self._told.update(_matter(finding))


def _least(finding: Finding, most: float, leading: Container[tuple[str, ...]]) -> float:
    """Return the importance that `finding` must have beside the weightiest, which has `most`."""
    core = finding.question.kind in CORE.get(finding.track, ())
    detail = finding.stories[:1] in leading
    share = (LEAST_IMPORTANCE if detail or finding.track in MAIN_TRACKS else LEAST_ASIDE) * most
    return share if core else max(share, FLOOR_OF_DETAIL if detail else FLOOR)


def _matter(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return the finding's main story on its track, () where it has none."""
    return tuple((story, finding.track) for story in finding.stories[:1])
