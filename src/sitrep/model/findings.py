"""The ledger's answers, with those who give them."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.diplomacy import Envoy, Held, Vote
from sitrep.model.extraction import Track
from sitrep.model.meetings import Meeting
from sitrep.model.truces import Truce

Status = Literal[
    "corroborated", "contested", "single-origin", "one-sided", "superseded", "withdrawn"
]
QuestionKind = Literal[
    "count", "control", "decision", "meeting", "visit", "attack", "statement", "sanction", "event"
]  # fmt: skip


REPORTED = "Reported by "
"""How a question's text begins that quotes the first words of a report, having none of its own."""


TAKEN_BACK = "its source has taken it back"
"""The last reason of the grade of what its own source withdrew."""


UNSAID = "how is not said"
"""The answer of those who tell of an attack beside accounts of how it was made: it is no side."""


class Question(Record, frozen=True, kw_only=True):
    """What a finding answers.

    `key` is equal for claims that answer the same question about the same thing, scope and time;
    `text` is the question in words ("Drones shot down over Russia on the night of 20–21 May").
    """

    kind: QuestionKind
    key: str
    text: str

    @property
    def worded(self) -> bool:
        """Whether `text` reads as a question of its own."""
        return self.kind != "statement" and not self.text.startswith(REPORTED)


class Answer(Record, frozen=True, kw_only=True):
    """One answer to a question and the claims for and against it.

    `origins` are ids of the independent origins that give it, `unvouched` those of them that no
    known outlet carries; `sides` the parties whose officials or media give it, "third" for anyone
    else, of the origins that count. `claimants` are the names of those who say it.
    """

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    claimants: tuple[str, ...] = ()
    claims_for: tuple[str, ...] = ()
    claims_against: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    unvouched: tuple[str, ...] = ()

    @property
    def vouched(self) -> tuple[str, ...]:
        """The origins that a known outlet carries."""
        return tuple(one for one in self.origins if one not in self.unvouched)

    @property
    def counted(self) -> int:
        """The number of independent origins: all those that nobody knows are one, or add none."""
        return len(self.vouched) or min(1, len(self.origins))


class Grade(Record, frozen=True, kw_only=True):
    """An Admiralty grade (AJP-2.1) with its reasons: reliability A–F, credibility 1–6."""

    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: Literal[1, 2, 3, 4, 5, 6]
    reasons: tuple[str, ...] = ()


class Finding(Record, frozen=True, kw_only=True):
    """A question with its answers as known at one time.

    `answers` come best supported first. `origins` counts independent origins over all answers;
    those that no known outlet carries are one together, and add nothing where others are.
    `unvouched` are the claims that only outlets carry which nobody knows.
    `importance` is 0 to 1 with named `reasons`. `supersedes` is the id of the finding it replaces.
    An analyst may have `pinned` it (first on its track) or `hidden` it (kept, never printed).
    """

    id: str
    theatre: str
    track: Track
    question: Question
    answers: tuple[Answer, ...]
    status: Status
    grade: Grade
    origins: int
    sides: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    unvouched: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    place: str | None = None
    happened_from: datetime | None = None
    happened_to: datetime | None = None
    first_known_at: datetime | None = None
    last_known_at: datetime | None = None
    importance: float = 0.0
    reasons: tuple[str, ...] = ()
    supersedes: str | None = None
    pinned: bool = False
    hidden: bool = False


class TrackerState(Record, frozen=True, kw_only=True):
    """The state of one thing that a tracker follows, with the findings behind it.

    `tracker` is "ceasefire", "strikes", "control" or "diplomacy"; `key` the thing followed
    ("proposal:30-day-ceasefire", "launched:drone:russia"); `value` the state in a word or number of
    the field; `text` the same for readers. `previous` is the value before, None for a first state.
    `truce` is the whole state of a proposal, in the states whose key names a proposal alone;
    `meeting` that of a meeting or visit, `envoy`, `vote` and `position` those of envoys, votes and
    positions.
    """

    tracker: Literal["ceasefire", "strikes", "control", "diplomacy"]
    key: str
    text: str
    value: str
    as_of: datetime | None
    findings: tuple[str, ...]
    previous: str | None = None
    truce: Truce | None = None
    meeting: Meeting | None = None
    envoy: Envoy | None = None
    vote: Vote | None = None
    position: Held | None = None


Word = Literal[
    "almost no chance", "very unlikely", "unlikely", "roughly even", "likely", "very likely",
    "almost certain",
]  # fmt: skip


class Odds(Record, frozen=True, kw_only=True):
    """How probable an event is by a base rate: 0 to 1, its ICD 203 word, and what it rests on.

    `event` names what would be seen ("another night of at least 100"); `basis` gives the numbers,
    the reference class and its source.
    """

    event: str
    probability: float
    word: Word
    basis: str


class Indicator(Record, frozen=True, kw_only=True):
    """A sign to watch: what would be seen, and the claims that make it one to watch.

    With `as_told` the first claim's own sentence says it best; `text` is for where none can be
    written from it, "" for none.
    """

    text: str
    claims: tuple[str, ...]
    as_told: bool = False
    odds: Odds | None = None


class Clause(Record, frozen=True, kw_only=True):
    """What one actor makes of a proposal, as a clause ("Sudria has accepted it")."""

    actor: str
    text: str
    claims: tuple[str, ...]
    findings: tuple[str, ...]


class Standing(Record, frozen=True, kw_only=True):
    """Where a proposal stands: a clause for each who has a position, and who has been silent.

    `silence` is a sentence on the parties of whom the reports read carry no word on it, "" where
    every party is heard; `by` is the day of the last report behind the clauses (UTC).
    """

    clauses: tuple[Clause, ...]
    silence: str = ""
    by: datetime | None = None


class Scenario(Record, frozen=True, kw_only=True):
    """One course events may take; `probability` (0–1) and `word` (ICD 203) only on a base rate."""

    name: str
    text: str
    claims: tuple[str, ...]
    indicators: tuple[Indicator, ...] = ()
    probability: float | None = None
    word: Word | None = None
    basis: str = "no basis for a probability"


class Outlook(Record, frozen=True, kw_only=True):
    """The open question that the trackers leave, and two ways it may go.

    `standing` is where the weightiest proposal for a truce stands, None where no report tells.
    """

    question: str
    claims: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    standing: Standing | None = None
    confidence: Literal["low", "moderate", "high"] = "low"
    confidence_reason: str = ""
    resolves_on: datetime | None = None
    score: float | None = None
