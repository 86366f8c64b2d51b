"""A sentence as the gates see it: tokens, dates, and who is said to have said which part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sitrep.brief.verify.attributions import Attribution, find_attributions
from sitrep.brief.verify.beside import Run, join_introductions
from sitrep.brief.verify.dates import DateRef, join_dates
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.names import join_names, join_numbers, join_stand_ins
from sitrep.brief.verify.tokens import Token, is_body, tokens
from sitrep.language.sentences import split
from sitrep.vocabulary.gates import gate_words


@dataclass(slots=True)
class Reading:
    """One sentence, read. `passage` is the position of its passage in the evidence.

    `tokens` has names, dates and numbers as one token each, `raw` every word and mark.
    """

    text: str
    tokens: list[Token]
    dates: list[DateRef]
    attributions: list[Attribution]
    body: list[int]
    raw: list[Token]
    passage: int | None = None
    offset: int = 0

    def region_of(self, position: int) -> Attribution | None:
        """Return the attribution whose own words (source, cue, tail) hold `position`."""
        for attribution in self.attributions:
            if attribution.region[0] <= position < attribution.region[1]:
                return attribution
        return None


def read(
    text: str,
    known: Known,
    published: datetime | None = None,
    stands_for: Mapping[str, str] | None = None,
    *,
    beside: Sequence[Run] = (),
) -> Reading:
    """Read one sentence; relative days are resolved against `published`.

    `beside` are introductions of people, which belong to their names.
    """
    found = tokens(text)
    refs = join_dates(found, published)
    join_numbers(found)
    join_names(found, known)
    join_introductions(found, beside)
    if stands_for:
        join_stand_ins(found, stands_for, known)
    live = [token for token in found if not token.skip]
    places = {id(token): place for place, token in enumerate(live)}
    dates = [replace(ref, index=places[id(found[ref.index])]) for ref in refs]
    attributions = find_attributions(live)
    body = [at for at, token in enumerate(live) if is_body(token)]
    return Reading(text, live, dates, attributions, body, found)


def readings_of(evidence: Evidence) -> list[Reading]:
    """Read all passages, sentence by sentence, in order."""
    return [
        reading
        for index, passage in enumerate(evidence.passages)
        for reading in _passage(index, passage, evidence.known)
    ]


def _passage(index: int, passage: Passage, known: Known) -> Iterator[Reading]:
    for start, end in split(passage.text):
        sentence = passage.text[start:end]
        reading = read(sentence, known, passage.published_at, passage.stands_for)
        reading.passage, reading.offset = index, start
        yield reading


def saying(reading: Reading, ref: DateRef) -> Attribution | None:
    """Return the attribution whose day a date is: "said on Tuesday", "on Tuesday, X said"."""
    for attribution in reading.attributions:
        first, last = attribution.region
        behind = reading.tokens[last : ref.index]
        led = reading.tokens[: ref.index]
        opens = ref.index < first <= ref.index + 2 and all(token.kind == "stop" for token in led)
        if first <= ref.index < last or opens:
            return attribution
        if last <= ref.index <= last + 1 and all(token.surface == "on" for token in behind):
            return attribution
    return None


def may_come(reading: Reading, ref: DateRef) -> bool:
    """Return whether a date is a weekday that may be the next one: the sentence looks ahead.

    Not where the day is that on which somebody said something.
    """
    ahead = gate_words().ahead
    return (
        ref.weekday is not None
        and saying(reading, ref) is None
        and any(token.key in ahead for token in reading.tokens)
    )
