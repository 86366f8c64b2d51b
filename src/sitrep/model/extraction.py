"""What is found in an article: spans with their normalised values and reasons."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

Reasons = tuple[str, ...]

Stance = Literal[
    "asserts", "denies", "confirms", "alleges", "accuses", "warns", "threatens", "promises",
    "demands", "proposes", "accepts", "rejects", "reports", "withholds",
]  # fmt: skip
Hedge = Literal["certain", "probable", "possible", "doubtful"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "planned", "conditional", "hypothetical"]
Granularity = Literal["minute", "hour", "daypart", "day", "week", "month", "season", "year"]
MentionKind = Literal[
    "person", "organisation", "country", "force", "group", "place", "demonym", "office"
]
PlaceUse = Literal["location", "metonym", "adjective"]
FigureKind = Literal[
    "launched", "intercepted", "lost", "hit", "killed", "wounded", "captured", "missing",
    "displaced", "area", "distance", "money", "duration", "troops", "vehicles", "strikes",
    "prisoners", "sanctioned", "share", "other",
]  # fmt: skip
Qualifier = Literal["exact", "about", "at_least", "more_than", "up_to", "less_than", "range"]
TrimKind = Literal[
    "connective", "parenthetical", "relative", "appositive", "tail", "clause", "adverbial",
    "phrase", "short",
]  # fmt: skip
Track = Literal[
    "ground", "diplomacy", "strikes", "prisoners", "humanitarian", "sanctions", "aid", "other"
]  # fmt: skip


class Span(Record, frozen=True, kw_only=True):
    """`article.text[start:end] == quote`, always; code points."""

    article_id: str
    start: int
    end: int
    quote: str


class Mention(Record, frozen=True, kw_only=True):
    """A name in the text and the actor it stands for (`entity_id` of the vocabulary, or None)."""

    span: Span
    kind: MentionKind
    name: str
    entity_id: str | None = None
    country: str | None = None
    score: float = 1.0
    reasons: Reasons = ()


class Place(Record, frozen=True, kw_only=True):
    """A toponym resolved to a point: degrees WGS 84, ISO 3166-1 alpha-2, UCDP precision 1 to 7.

    `use` is "location" only when the text places something there; "Moscow said" is a metonym,
    "Ukrainian" an adjective: those are not pinned on a map.
    """

    span: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    country: str | None = None
    region: str | None = None
    precision: int = 1
    use: PlaceUse = "location"
    score: float = 1.0
    reasons: Reasons = ()


class TimeRef(Record, frozen=True, kw_only=True):
    """An expression of time as the half-open UTC interval [start, end)."""

    span: Span
    start: datetime
    end: datetime
    granularity: Granularity
    relative: bool = False
    reasons: Reasons = ()


class Figure(Record, frozen=True, kw_only=True):
    """A number and what it counts.

    `low` ≤ `value` ≤ `high`; None where open ("more than 5": low 5, high None). `unit` is an SI or
    vocabulary unit ("people", "km", "km2", "USD", "day"), `counted` the words for what is counted,
    `weapon` a vocabulary id ("drone", "missile"), `window` the time the count covers,
    `claimant` the speaker who gives it, by vocabulary id where known.
    """

    span: Span
    kind: FigureKind
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    counted: str | None = None
    weapon: str | None = None
    qualifier: Qualifier = "exact"
    window: TimeRef | None = None
    claimant: str | None = None
    claimant_id: str | None = None
    score: float = 1.0
    reasons: Reasons = ()


class Attribution(Record, frozen=True, kw_only=True):
    """Who is said to have said what.

    `source` is None for the outlet's own voice in a headline or an agentless passive ("it was
    reported"). `content` holds one or more spans. `speaker` is the name resolved through pronouns
    and
    offices, `speaker_id` the vocabulary id. `parent` is the position, in the same article's
    attributions, of the one whose content this stands in ("Peskov said Putin had told…").
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speaker: str | None = None
    speaker_id: str | None = None
    form: Literal["direct", "indirect", "mixed"] = "indirect"
    stance: Stance = "asserts"
    hedge: Hedge = "certain"
    parent: int | None = None
    score: float = 1.0
    reasons: Reasons = ()


class Participant(Record, frozen=True, kw_only=True):
    """An actor or target of an event: the words, the vocabulary id and the country, where known."""

    span: Span
    name: str
    entity_id: str | None = None
    country: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something done, of a PLOVER type and mode, with its ACLED sub-event.

    `span` covers the words that carry it (verb to objects), `trigger` the verb or noun.
    `attribution` is the position of the attribution it stands in, None for the outlet's own voice.
    """

    span: Span
    trigger: Span
    type: str
    mode: str | None = None
    acled: str | None = None
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeRef | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: int | None = None
    score: float = 1.0
    reasons: Reasons = ()


class Extraction(Record, frozen=True, kw_only=True):
    """All that was found in one article; the tuples are in text order."""

    article_id: str
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeRef, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()


class Trim(Record, frozen=True, kw_only=True):
    """Words [start, end) of an evidence sentence that can go and leave a sentence that still holds.

    Offsets are code points of the article. `kind` orders the cuts: a "relative" clause goes before
    a "phrase" does; "short" ones are for short forms alone. Nothing that limits the statement (a
    condition, an exception) is ever a trim.
    """

    start: int
    end: int
    kind: TrimKind


class Claim(Record, frozen=True, kw_only=True):
    """One source's statement at one place in one article: a sentence of evidence and what it says.

    `evidence` is the whole sentence, from which citations are taken. `attribution` is the outermost
    one in it (None: the outlet's own voice); `nested` the ones inside it. `speaker` is who answers
    for it: the attributed speaker, else the outlet; `side` is the party the speaker speaks for
    (None: a third party). `as_of` is when it happened, from the event, the
    figure's window or the sentence; None where nothing says. `theatres` are the ids of the theatres
    it
    concerns, with `relevance` from 0 to 1 for each, in the same order.
    """

    id: str
    article_id: str
    evidence: Span
    language: str
    attribution: Attribution | None = None
    nested: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeRef, ...] = ()
    mentions: tuple[Mention, ...] = ()
    speaker: str
    speaker_id: str | None = None
    side: str | None = None
    stance: Stance = "reports"
    hedge: Hedge = "certain"
    as_of: TimeRef | None = None
    published_at: datetime | None = None
    track: Track = "other"
    theatres: tuple[str, ...] = ()
    relevance: tuple[float, ...] = ()
    trims: tuple[Trim, ...] = ()
    reasons: Reasons = ()
