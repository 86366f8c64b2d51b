"""What became of what is counted: the verb or noun near a number gives its kind."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sitrep.extract.figures_counts import Count
from sitrep.extract.figures_lexicon import FigureLexicon, TriggerPattern
from sitrep.model.extraction import FigureKind

_FARTHEST = 12
"""Cost in words beyond which a verb says nothing about a number."""
_GAP = 120
"""Characters between a number and a verb beyond which they have nothing to do with each other."""
_WIDEST = 300
"""Characters that the longest wording of a trigger takes."""
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|got|gets)\s+(?:\w+ly\s+|also\s+|not\s+|reportedly\s+)?$",
)
_NUMBER_NEXT = re.compile(
    r"\s+(?:at least |more than |about |up to |another |over |some |as many as )?(?:\d|one\b|two\b|"
    r"three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens\b)",
)
_BREAK = re.compile(r"[;:.!?]|,? while |,? but |,? whereas |, а |, але ")
_ASIDE = re.compile(
    r", (?:including|among them|among whom|включая|в том числе|среди них|зокрема|у тому числі|"
    r"серед них) [^,;:.]{1,60},"
)
_LIST = re.compile(r"^\s*:")
_COMMA = re.compile(r"[,—(]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in the sentence; `side` says on which side of it the number stands."""

    trigger: TriggerPattern
    start: int
    end: int
    after: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a count, the words that gave it, and their distance in words."""

    kind: FigureKind
    words: str
    cost: float


class Surroundings:
    """The triggers and counts of one sentence, those near a place found without a look at all.

    A sentence may be a table of 100,000 words: what each count costs must not grow with it.
    """

    def __init__(self, hits: Sequence[Hit], counts: Sequence[Count]) -> None:
        ranked = sorted(enumerate(hits), key=lambda one: (one[1].start, one[0]))
        self._ranks = [rank for rank, _ in ranked]
        self._hits = [hit for _, hit in ranked]
        self._hit_starts = [hit.start for hit in self._hits]
        self._counts = sorted(counts, key=lambda made: made.start)
        self._count_starts = [made.start for made in self._counts]

    def hits(self, low: int, high: int) -> list[Hit]:
        """Return the triggers that start in [low, high), in the lexicon's order."""
        first, last = bisect_left(self._hit_starts, low), bisect_left(self._hit_starts, high)
        return [
            hit
            for _, hit in sorted(
                zip(self._ranks[first:last], self._hits[first:last], strict=True),
                key=lambda one: one[0],
            )
        ]

    def counts(self, low: int, high: int) -> Sequence[Count]:
        """Return the counts that start in [low, high), in text order."""
        first, last = bisect_left(self._count_starts, low), bisect_left(self._count_starts, high)
        return self._counts[first:last]


def find_triggers(text: str, lexicon: FigureLexicon) -> list[Hit]:
    """Return every trigger in the sentence `text`, for both sides, in the lexicon's order."""
    if not lexicon.any_trigger.search(text):
        return []
    hits: list[Hit] = []
    for trigger in lexicon.triggers:
        for match in trigger.before.finditer(text):
            passive = _PASSIVE.search(text[max(0, match.start() - 24) : match.start()])
            if passive is None:
                hits.append(Hit(trigger, match.start(), match.end(), after=False))
        hits.extend(
            Hit(trigger, match.start(), match.end(), after=True)
            for match in trigger.after.finditer(text)
        )
    return hits


def decide(text: str, made: Count, around: Surroundings) -> Verdict | None:
    """Return the kind that the nearest fitting trigger gives `made`; None if none fits.

    A verb that has an object of its own is farther.
    """
    best: Verdict | None = None
    category = made.noun.category if made.noun else None
    for hit in around.hits(made.lead - _WIDEST - _GAP, made.end + _GAP + 1):
        if category not in hit.trigger.on and not (category is None and hit.trigger.none):
            continue
        cost = _cost(text, made, hit, around)
        if cost is None:
            continue
        # A longer wording says more: "lost by electronic warfare" beats "lost".
        cost -= (hit.end - hit.start) / 100
        if best is None or cost < best.cost:
            best = Verdict(hit.trigger.kind, text[hit.start : hit.end], cost)
    if best is None or best.cost > (3 if category is None else _FARTHEST):
        return None
    return best


def _cost(text: str, made: Count, hit: Hit, around: Surroundings) -> float | None:
    if hit.after:
        left, right = made.end, hit.start
    else:
        left, right = hit.end, made.lead
    if made.number.end <= hit.start and hit.end <= made.end and not hit.after:
        # "five downed drones": the participle belongs to what is counted.
        return 0.5
    if right < left:
        return None
    gap, asides = _ASIDE.subn(" ", text[left:right])
    if not hit.after:
        # A list stands behind its verb and a colon: "shot down: five over Orel".
        gap = _LIST.sub(" ", gap)
    if len(gap) > _GAP or _BREAK.search(gap):
        return None
    cost = len(gap.split()) + 3.0 * len(_COMMA.findall(gap))
    between = sum(1 for other in around.counts(left, right) if other.start != made.start)
    between -= min(between, asides)
    if hit.after:
        # "killed 5 and wounded 12": the verb behind 5 has an object of its own.
        own = 6.0 if _NUMBER_NEXT.match(text, hit.end) else 0.0
        return cost + own + 2.0 * between
    return cost + 0.5 * between
