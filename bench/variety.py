"""How much the wording of several briefs repeats itself.

A name is a word with a capital that does not open its sentence; phrases that hold a name or a
figure are left out, since two days on one war share those by right.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sitrep.language.engines import Engines
from sitrep.vocabulary.reporting import reporting

OPENING, PHRASE = 3, 4
"""Words of a sentence's opening and of a repeated phrase."""

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_ELSEWHERE = 2

Sentences = Mapping[str, Sequence[str]]
"""The sentences of each day's brief."""


def words(sentence: str) -> list[str]:
    """Return the words and figures of a sentence as written."""
    return _WORD.findall(sentence)


def openings(days: Sentences) -> tuple[float, list[tuple[str, int]]]:
    """Return the share of sentences that open as one of another day does, and those openings.

    Each opening comes with the number of its sentences, the most frequent first.
    """
    told = [(day, " ".join(words(s)[:OPENING]).lower()) for day in days for s in days[day]]
    where: dict[str, set[str]] = {}
    for day, opening in told:
        where.setdefault(opening, set()).add(day)
    again = Counter(opening for _, opening in told if len(where[opening]) >= _ELSEWHERE)
    return again.total() / len(told) if told else 0.0, again.most_common()


def phrases(days: Sentences) -> list[tuple[str, int, int]]:
    """Return the phrases that stand in several days: words, times, days; most frequent first."""
    times: Counter[str] = Counter()
    where: dict[str, set[str]] = {}
    for day, told in days.items():
        for phrase in (phrase for sentence in told for phrase in _phrases(sentence)):
            times[phrase] += 1
            where.setdefault(phrase, set()).add(day)
    return [
        (phrase, count, len(where[phrase]))
        for phrase, count in times.most_common()
        if len(where[phrase]) >= _ELSEWHERE
    ]


def _phrases(sentence: str) -> Iterator[str]:
    found = words(sentence)
    for at in range(len(found) - PHRASE + 1):
        phrase = found[at : at + PHRASE]
        if not any(_is_name_or_figure(word, at + n) for n, word in enumerate(phrase)):
            yield " ".join(phrase).lower()


def _is_name_or_figure(word: str, at: int) -> bool:
    return any(sign.isdigit() for sign in word) or (at > 0 and word[0].isupper())


def reporting_verbs(days: Sentences, engines: Engines) -> Counter[str]:
    """Return how often each reporting verb stands in the briefs, by lemma; parsed for the purpose.

    Words inside quotation marks count too.
    """
    known = reporting().verbs
    found: Counter[str] = Counter()
    for doc in engines.parser.parse([s for told in days.values() for s in told]):
        found.update(t.lemma_ for t in doc if t.pos_ == "VERB" and t.lemma_ in known)
    return found


def mean_length(days: Sentences) -> float:
    """Return the mean number of words to a sentence."""
    counts = [len(words(sentence)) for told in days.values() for sentence in told]
    return sum(counts) / len(counts) if counts else 0.0
