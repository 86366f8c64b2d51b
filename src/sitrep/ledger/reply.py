"""A reply: what one claim says to one question."""

from dataclasses import dataclass

from sitrep.ledger.windows import Window
from sitrep.model.extraction import Claim, Event, Qualifier
from sitrep.model.findings import QuestionKind

NEGATED = "negated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One claim's answer to one question.

    `key` is the question's, or with `loose` the key of a block of questions that the words of the
    claims tell apart. `text` is the question in words, "" where none is sure. `answer` is short,
    for a table. `affirms` is False for a claim that does not bear `answer` out: `objection` says
    how, NEGATED where it tells by itself that something is not so and denies nobody's word.
    `recalled` is True where the sentence names it only to say when something else was. `vouched` is
    False where only an outlet carries it that nobody knows.
    `manner` is how an attack is said to have been made, "" where nobody says.
    `actors` are ids of who acts or decides. `weight` is the weight of the question's kind or
    event type, 0 to 1. `echo` is the number of other origins that carry a sentence like the
    claim's, `title` the share of its report's title that it states, `headlines` the number of other
    origins with the matter in a title, `novelty` is 1 for news and less for background.
    """

    claim: Claim
    kind: QuestionKind
    key: str
    text: str
    answer: str
    window: Window
    weight: float
    loose: bool = False
    affirms: bool = True
    objection: str = "denied"
    recalled: bool = False
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    place: str | None = None
    claimant: str = ""
    claimant_id: str | None = None
    origin: str = ""
    echo: int = 0
    title: float = 0.0
    headlines: int = 0
    novelty: float = 1.0
    side: str = ""
    vouched: bool = True
    manner: str = ""
    actors: tuple[str, ...] = ()
    event: Event | None = None
