"""Figures in a report: numbers with what they count and what became of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sitrep.extract.figures_counts import Count, count
from sitrep.extract.figures_kinds import Surroundings, Verdict, decide, find_triggers
from sitrep.extract.figures_lexicon import (
    MARKUP,
    FigureLexicon,
    Noun,
    figure_lexicon,
    folded,
)
from sitrep.extract.figures_pairs import OF_THEM, breakdowns, joined
from sitrep.extract.figures_parts import shared_out
from sitrep.extract.figures_singles import with_singles
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import RECORD
from sitrep.language.numerals import Number, find_numbers
from sitrep.model.extraction import Figure, FigureKind, TimeRef

_PEOPLE = frozenset({"person", "military", "prisoner", "remains"})
_EARLIER = 12
"""Counts before "all of them" among which the one is that they were."""
_LONGEST = 120
"""Characters of a count, and between two that stand in one list."""
_WINDOWED = frozenset({"minute", "hour", "daypart", "day", "week", "month", "year", "season"})
_OF_CLASS: dict[tuple[FigureKind, str], FigureKind] = {
    ("intercepted", "vehicle"): "vehicles",
    ("launched", "strike"): "strikes",
}
_INHERITED = ("intercepted", "lost", "hit", "launched")


def find_figures(reading: Reading, times: Sequence[TimeRef]) -> tuple[Figure, ...]:
    """Return the figures in the sentences of `reading`, in text order.

    `times` are those of the same reading: numbers in them are dates, and they are the windows that
    counts cover. A number without a noun ("38 were lost") counts what the one before it did.
    """
    lexicon = figure_lexicon(reading.article.language)
    if lexicon is None:
        return ()
    figures: list[Figure] = []
    carried: Count | None = None
    starts = [time.span.start for time in times]
    for sentence in reading.sentences:
        here = times[_first(starts, times, sentence.start) : bisect_right(starts, sentence.end)]
        found = _Sentence(reading, sentence, here, lexicon)
        figures.extend(found.figures(carried))
        carried = found.last_weapon
    return shared_out(figures, reading, lexicon)


def _first(starts: Sequence[int], times: Sequence[TimeRef], at: int) -> int:
    place = bisect_right(starts, at)
    while place > 0 and times[place - 1].span.end > at:
        place -= 1
    return place


class _Sentence:
    """The figures of one sentence."""

    def __init__(
        self,
        reading: Reading,
        sentence: ReadSentence,
        times: Sequence[TimeRef],
        lexicon: FigureLexicon,
    ) -> None:
        self.reading = reading
        self.sentence = sentence
        self.text = folded(sentence.text)
        self.times = times
        self.starts = [time.span.start for time in times]
        self.windows = [
            time for time in times if time.granularity in _WINDOWED and RECORD not in time.reasons
        ]
        self.window_starts = [time.span.start for time in self.windows]
        self.lexicon = lexicon
        self.last_weapon: Count | None = None
        self.last_kind: FigureKind | None = None

    def figures(self, carried: Count | None) -> list[Figure]:
        """Return the figures; `carried` is the weapon that the sentence before counted last."""
        text = self.text
        numbers = [number for number in self._numbers() if not self._in_time(number)]
        counts = [
            made
            for number in numbers
            if (made := count(self.sentence.text, text, number, self.lexicon)) is not None
        ]
        counts = joined(text, counts, self.lexicon)
        counts = self._with_all(counts, carried)
        if not any(made.kind is None for made in counts) and not self.lexicon.single.search(text):
            plain = Surroundings((), ())
            return [figure for made in counts if (figure := self._figure(made, plain, None))]
        hits = find_triggers(text, self.lexicon)
        if hits:
            raw = self.sentence.text
            counts = with_singles(raw, counts, hits, self.lexicon, self._numbered)
        counts = breakdowns(text, counts)
        around = Surroundings(hits, counts)
        found = (self._figure(made, around, carried) for made in counts)
        return [figure for figure in found if figure is not None]

    def _numbers(self) -> tuple[Number, ...]:
        return find_numbers(self.sentence.text.translate(MARKUP), self.reading.article.language)

    def _in_time(self, number: Number) -> bool:
        start = number.start + self.sentence.start
        first = _first(self.starts, self.times, start)
        last = bisect_right(self.starts, start)
        return any(t.span.start <= start < t.span.end for t in self.times[first:last])

    def _with_all(self, counts: list[Count], carried: Count | None) -> list[Count]:
        """Add "all the drones" and "all of them": as many as were counted before."""
        added: list[Count] = []
        starts = [made.start for made in counts]
        for match in self.lexicon.everything.finditer(self.text):
            start, end = match.span()
            nearby = counts[bisect_right(starts, start - _LONGEST) : bisect_right(starts, end)]
            if any(made.lead < end and start < made.end for made in nearby):
                continue
            before = counts[: bisect_right(starts, start)][-_EARLIER:]
            earlier = [m for m in before if m.noun is not None and m.noun.weapon and m.end <= start]
            whole = earlier[-1] if earlier else carried
            weapon = self.lexicon.singles[int(match.lastgroup[1:])] if match.lastgroup else None
            if whole is None or (weapon and whole.noun and whole.noun.weapon != weapon):
                continue
            number = Number(start=start, end=end, value=whole.number.value, words=True)
            reasons = ("all of them", "number from the count before")
            added.append(
                replace(
                    whole,
                    lead=start,
                    start=start,
                    end=end,
                    number=number,
                    total=False,
                    part_of=None,
                    reasons=reasons,
                )
            )
        return sorted([*counts, *added], key=lambda made: made.start)

    def _numbered(self, at: int) -> bool:
        """Tell whether a number stands in the three words before `at`."""
        lead = " ".join(self.sentence.text[:at].split()[-3:])
        return bool(find_numbers(lead, self.reading.article.language))

    def _figure(self, made: Count, around: Surroundings, carried: Count | None) -> Figure | None:
        whole = made.part_of
        verdict = None if made.kind else self._verdict(made, around)
        kind = self._kind(whole or made, verdict)
        if verdict is None and whole is None and self._goes_on(made, around):
            kind = self.last_kind
            made = replace(made, reasons=(*made.reasons, "like the count before"))
        if kind is None:
            return None
        noun = made.noun or (whole.noun if whole else None)
        reasons = made.reasons
        if noun is None and verdict is not None and kind in _INHERITED:
            before = self.last_weapon or carried
            if before is None:
                return None
            noun = before.noun
            reasons = (*reasons, "weapon from the count before")
        if noun is not None and noun.weapon:
            self.last_weapon = replace(made, noun=noun)
            self.last_kind = kind
        if verdict is not None:
            reasons = (*reasons, f"trigger:{verdict.words.lower()}")
        offset = self.sentence.start
        return Figure(
            span=self.reading.span(made.start + offset, made.end + offset),
            kind=kind,
            value=made.value,
            low=made.low,
            high=made.high,
            unit=made.unit or _unit(noun, kind),
            counted=made.counted,
            weapon=noun.weapon if noun else None,
            qualifier=made.qualifier,
            window=self._window(made),
            score=_score(made, verdict),
            reasons=reasons,
        )

    def _verdict(self, made: Count, around: Surroundings) -> Verdict | None:
        """Decide by the whole of a share; some of those counted may have an end of their own."""
        own = decide(self.text, made, around) if OF_THEM in made.reasons else None
        return own or decide(self.text, made.part_of or made, around)

    def _goes_on(self, made: Count, around: Surroundings) -> bool:
        """Tell whether `made` continues a list: "three drones over A, seven drones over B"."""
        last = self.last_weapon
        if last is None or self.last_kind is None or made.noun is None or made.total:
            return False
        if (
            made.noun.weapon is None
            or made.lead - last.end >= _LONGEST
            or around.hits(last.end, made.lead)
        ):
            return False
        return not set(self.text[last.end : made.lead]) & set(".!?")

    def _kind(self, made: Count, verdict: Verdict | None) -> FigureKind | None:
        if made.kind is not None:
            return made.kind
        if made.total and made.noun is not None and made.noun.weapon:
            return "launched"
        category = made.noun.category if made.noun else ""
        if verdict is not None:
            return _OF_CLASS.get((verdict.kind, category), verdict.kind)
        return self.lexicon.bare.get(category, "other") if category else None

    def _window(self, made: Count) -> TimeRef | None:
        """Return the nearest time of the sentence that can be what the count covers."""
        at = made.start + self.sentence.start
        place = bisect_right(self.window_starts, at)
        near = self.windows[max(0, place - 1) : place + 1]
        return min(near, key=lambda t: (abs(t.span.start - at), t.span.start), default=None)


def _unit(noun: Noun | None, kind: FigureKind) -> str | None:
    if noun is not None and noun.category in _PEOPLE:
        return "people"
    return "people" if kind in {"killed", "wounded", "missing"} and noun is None else None


def _score(made: Count, verdict: Verdict | None) -> float:
    """Score how sure the kind is: units decide alone, verbs less the farther they stand."""
    if made.kind is not None:
        return 1.0
    if verdict is None or made.part_of is not None:
        return 0.5
    return round(max(0.5, 1.0 - 0.04 * max(0.0, verdict.cost)), 3)
