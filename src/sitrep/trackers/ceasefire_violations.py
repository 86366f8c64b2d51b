"""Who is said to have broken a truce, by whom, how often and how, from single sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from sitrep.language.numerals import find_numbers
from sitrep.trackers.ceasefire_mentions import nearest
from sitrep.trackers.ceasefire_steps import Step, TruceMention
from sitrep.trackers.marks import EVERYBODY, Cast, Marked, ids
from sitrep.trackers.subjects import subject
from sitrep.vocabulary.ceasefire import ACTORS, CeasefirePatterns

_OBJECT = re.compile(rf"^[^‹.;]{{0,14}}(?P<who>{ACTORS})")
_BY = re.compile(rf"^[^.;]{{0,50}}\bby (?:the )?(?P<who>{ACTORS})")
_COUNTED = re.compile(r"\b(recorded|registered|documented|counted|logged|reported|observed)\b")
_MAY = re.compile(r"\b(if|would|could|may|might|should|will|unless|whether)\W+(\w+\W+){0,3}$")
_FAR = 70


class Breaches:
    """Reads the violations that a sentence alleges."""

    def __init__(self, words: CeasefirePatterns, cast: Cast) -> None:
        self._words, self._cast = words, cast
        self._each_other = re.compile(rf"^[^.;‹]{{0,6}}{words['each_other'].pattern}")

    def of(
        self, sentence: Marked, mentions: Sequence[TruceMention], current: TruceMention | None
    ) -> Iterator[Step]:
        """Yield a step for each side accused and each accuser."""
        text, accused = sentence.text, False
        for match in self._words["accuse"].finditer(text):
            found = self._accused(sentence, match, mentions, current)
            for step in found:
                accused = True
                yield step
        if not accused and not self._words["denied"].search(text):
            yield from self._told(sentence, mentions)

    def _accused(
        self,
        sentence: Marked,
        match: re.Match[str],
        mentions: Sequence[TruceMention],
        current: TruceMention | None,
    ) -> list[Step]:
        """Return the steps of "A accused B of breaking the truce"."""
        text, end = sentence.text, match.end()
        breach = self._words["breach"].search(text, end, end + 140)
        if breach is None:
            return []
        about = self._about(mentions, breach, current)
        if about is None:
            return []
        accusers = subject(sentence, match.start(), end, self._cast)
        if self._each_other.match(text[end:]):
            both = accusers if len(accusers) > 1 else about.between or self._cast.parties
            return [self._step(sentence, about, two, one) for one, two in permutations(both, 2)]
        objects = _OBJECT.match(text[end:])
        if objects is None:
            return []
        against = ids(objects["who"], self._cast)
        if EVERYBODY in objects["who"]:
            against = about.between or self._between(mentions) or self._cast.parties
        return [
            self._step(sentence, about, one, by)
            for by in accusers or ("",)
            for one in against
            if one != by
        ]

    def _told(self, sentence: Marked, mentions: Sequence[TruceMention]) -> Iterator[Step]:
        """Yield the steps of "B broke the truce" as its speaker's word."""
        text = sentence.text
        for breach in self._words["breach"].finditer(text):
            about = self._about(mentions, breach, None)
            if about is None or _MAY.search(text[: breach.start()]):
                continue
            if about.start - breach.end() > 30 or breach.start() - about.end > 40:
                continue
            by = self._cast.speaker(sentence.claim)
            against = self._against(sentence, breach, about)
            for one in against:
                if one != by:
                    yield self._step(sentence, about, one, by)
            return

    def _against(
        self, sentence: Marked, breach: re.Match[str], about: TruceMention
    ) -> tuple[str, ...]:
        text = sentence.text
        named = _BY.match(text[max(breach.end(), about.end) :])
        noun = re.match(r"(violation|breach(es)?\b)", breach[0]) is not None
        if noun and named is not None:
            return tuple(one for one in ids(named["who"], self._cast))
        counted = _COUNTED.search(text[max(0, breach.start() - _FAR) : breach.start()])
        if noun and counted is not None:
            return ("",)
        found = subject(sentence, breach.start(), breach.end(), self._cast)
        return tuple(one for one in found if one in self._cast.parties)

    def _about(
        self,
        mentions: Sequence[TruceMention],
        breach: re.Match[str],
        current: TruceMention | None,
    ) -> TruceMention | None:
        found = nearest(mentions, breach.start(), breach.end(), after=_FAR, before=2 * _FAR)
        if found is None and re.match(r"\W+it\b", breach.string[breach.end() :]):
            return current
        return found

    def _between(self, mentions: Sequence[TruceMention]) -> tuple[str, ...]:
        return next((one.between for one in mentions if one.between), ())

    def _step(self, sentence: Marked, about: TruceMention, against: str, by: str) -> Step:
        published = sentence.claim.published_at
        assert published is not None
        return Step(
            claim=sentence.claim,
            mention=about,
            act="violation",
            at=published,
            actors=(against,),
            by=by,
            count=self._count(sentence.text),
            means=tuple(
                name
                for name, pattern in self._words.groups["means"].items()
                if pattern.search(sentence.text)
            ),
        )

    def _count(self, text: str) -> int | None:
        """Return how many times: "2,935 times", "more than 120 attacks", "five places"."""
        for number in find_numbers(text):
            if re.match(rf" ([\w-]+ )?{self._words['times'].pattern}\b", text[number.end :]):
                return int(number.value)
        return None
