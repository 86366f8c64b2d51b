"""Days that another cited passage gives to what a sentence tells.

Where the evidence of a sentence has no day, a passage that is cited beside it may lend one: a
second telling of the same event or of the same statement, or a sentence before it that dates the
occasion ("Monday's phone call" for "in the call"). All of it is read off the words.
"""

from collections.abc import Sequence
from functools import cache

from sitrep.brief.verify.attributions import Attribution
from sitrep.brief.verify.cover import Clause
from sitrep.brief.verify.dates import DateRef
from sitrep.brief.verify.evidence import Passage
from sitrep.brief.verify.facts import bound
from sitrep.brief.verify.reading import Reading, may_come, saying
from sitrep.vocabulary.gates import gate_words

SHARE, SAID_AGAIN, DONE_AGAIN, BESIDE_THE_DAY = 0.5, 4, 5, 2
"""Two tellings have this share of the lesser's content words in common, so many at least of one
speaker's words and of one deed, and so many in the clause with the day (read off pairs of
development days)."""
REACH = 3000
"""Characters between a sentence and the one before it that dates its occasion."""
_TO_OCCASION = 14
_PHRASE = 3
"""Words between an occasion and its day: "a call of A and B on Monday", "Monday's long call"."""


class Lenders:
    """The passages of a sentence's evidence, by the days they can lend it."""

    def __init__(self, readings: Sequence[Reading], passages: Sequence[Passage]) -> None:
        self._readings = readings
        self._passages = passages

    def lend(self, sentence: Reading, ref: DateRef, clauses: Sequence[Clause]) -> bool:
        """Return whether a passage gives the day `ref` to what `sentence` tells, and none another.

        None may where the evidence has a day of its own.
        """
        laid = [clause.laid.evidence for clause in clauses]
        if not laid or any(days(reading) for reading in laid):
            return False
        if len(days(sentence)) != 1:
            return False
        told = [
            ref.fits(day)
            for reading in self._readings
            if not any(reading is own for own in laid)
            for day in days(reading)
            if not may_come(reading, day) and self._of_this(sentence, ref, reading, day, laid[0])
        ]
        return bool(told) and all(told)

    def _of_this(
        self, sentence: Reading, ref: DateRef, other: Reading, day: DateRef, own: Reading
    ) -> bool:
        """Return whether `day` of another passage is the day of what `ref` stands at."""
        occasion = dated_occasion(sentence, ref)
        if occasion is not None:
            return self._before(other, own) and occasion in occasions_on(other, day)
        if bound(sentence, ref) or bound(other, day) or len(days(other)) != 1:
            return False
        mine, theirs = saying(sentence, ref), saying(other, day)
        if mine is None or theirs is None:
            return mine is theirs and retold(sentence, ref.index, other, day.index)
        return bool(surnames(mine) & surnames(theirs)) and alike(sentence, other)

    def _before(self, other: Reading, own: Reading) -> bool:
        """Return whether one passage stands before the other in its article, and near it."""
        if other.passage is None or own.passage is None:
            return False
        there, here = self._passages[other.passage], self._passages[own.passage]
        if there.start is None or here.start is None or there.article_text != here.article_text:
            return False
        gap = here.start + own.offset - (there.start + other.offset)
        return there.article_text is not None and 0 < gap <= REACH


def days(reading: Reading) -> list[DateRef]:
    """Return the dates of a sentence that name single days; a weekday is the last one such.

    A window ("past 24 hours") is one too; months and years are not.
    """
    return [ref.last() for ref in reading.dates if any(day is not None for *_, day in ref.days)]


def retold(sentence: Reading, at: int, other: Reading, there: int) -> bool:
    """Return whether another sentence tells the same thing, with its day in the same clause.

    `at` is where the day stands or would stand in the sentence, `there` where it stands in the
    other: positions of tokens.
    """
    if not alike(sentence, other, DONE_AGAIN) or _of_a_noun(other, there):
        return False
    shared = shared_matter(sentence, other)
    names = {token.key for token in sentence.tokens if token.kind == "name"}
    numbers = {token.key for token in sentence.tokens if token.kind == "number"}
    theirs = {token.key for token in other.tokens if token.kind == "number"}
    if not shared & names or (theirs and numbers - theirs):
        return False
    beside = _clause_of(sentence, at) & _clause_of(other, there)
    return len(beside) >= BESIDE_THE_DAY and bool(beside - names)


def _of_a_noun(reading: Reading, at: int) -> bool:
    """Return whether the day at `at` is that of a noun: "the Monday talks", "his Monday call"."""
    led = reading.text[: reading.tokens[at].start].rstrip()
    behind = reading.text[reading.tokens[at].end :]
    owned = led.endswith(("'s", "’s")) or behind.startswith(("'s", "’s"))
    return owned or led.split(" ")[-1].lower() in gate_words().determiners


def alike(sentence: Reading, other: Reading, least: int = SAID_AGAIN) -> bool:
    """Return whether two sentences tell much the same, whoever is said to say it."""
    shared = shared_matter(sentence, other)
    lesser = min(len(_matter(sentence)), len(_matter(other)))
    return len(shared) >= max(least, SHARE * lesser)


def surnames(attribution: Attribution) -> set[str]:
    """Return the last words of the names of an attribution's source."""
    return {name.split()[-1] for name in attribution.names}


def shared_matter(sentence: Reading, other: Reading) -> set[str]:
    """Return the content words that two sentences have in common, attributions aside."""
    return _matter(sentence) & _matter(other)


def _matter(reading: Reading, start: int = 0, end: int | None = None) -> set[str]:
    """Return the content words between two positions that are not those of an attribution."""
    end = len(reading.tokens) if end is None else end
    return {
        reading.tokens[at].key
        for at in reading.body
        if start <= at < end and reading.region_of(at) is None
    }


def _clause_of(reading: Reading, at: int) -> set[str]:
    """Return the content words of the clause that the day at `at` stands in.

    ", when" right behind a day goes on with it: "met on 16 May, when they agreed …".
    """
    breaks = gate_words().clause_breaks
    surfaces = [token.surface for token in reading.tokens]
    start = next((i + 1 for i in range(at - 1, -1, -1) if surfaces[i] in breaks), 0)
    goes_on = at + 2 if surfaces[at + 1 : at + 3] == [",", "when"] else at
    end = next((i for i in range(goes_on + 1, len(surfaces)) if surfaces[i] in breaks), None)
    return _matter(reading, start, end)


@cache
def occasion_names() -> dict[str, str]:
    """Return for each word for an occasion (lemma) the first of its group."""
    return {word: group[0] for group in gate_words().occasions for word in group}


def dated_occasion(reading: Reading, ref: DateRef) -> str | None:
    """Return the occasion that a date stands before: "call" of "the 19 May phone call"."""
    led = reading.tokens[ref.index - 1].surface if ref.index else ""
    return _named_behind(reading, ref) if led in gate_words().determiners else None


def occasions_on(reading: Reading, day: DateRef) -> set[str]:
    """Return the occasions that a sentence puts on a day: "Monday's call", "talks on Friday"."""
    found = {_named_behind(reading, day)} - {None}
    breaks = gate_words().clause_breaks
    for at in range(day.index - 1, max(-1, day.index - _TO_OCCASION), -1):
        token = reading.tokens[at]
        if token.surface in breaks or token.kind in {"date", "mark"}:
            break
        if token.key in occasion_names():
            found.add(occasion_names()[token.key])
            break
    return {name for name in found if name is not None}


def _named_behind(reading: Reading, ref: DateRef) -> str | None:
    """Return the occasion within three words behind a date, with no mark or other word between."""
    for token in reading.tokens[ref.index + 1 : ref.index + 1 + _PHRASE]:
        if token.kind in {"mark", "stop", "date", "name"}:
            return None
        if token.key in occasion_names():
            return occasion_names()[token.key]
    return None
