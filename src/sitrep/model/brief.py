"""The situation brief: the JSON form of these types is the contract."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.findings import Grade, Odds, Status, Word
from sitrep.model.pictures import Pictures


class Citation(Record, frozen=True, kw_only=True):
    """The exact words that carry a sentence: `article.text[start:end] == quote`.

    `source` is the number in the brief's list of sources (from 1). `prefix` and `suffix` are the
    words around it (W3C TextQuoteSelector). The rest is what the words alone do not tell, as the
    gates used it: the `outlet` as the sentence names it, the `speaker` who answers for the words,
    the words of the quote that stand for the speaker (`stand_in`: "he", "the minister"), whether
    the quote is speech whose quotation marks stand in sentences around it (`spoken`), and the day
    from which relative days are counted (`told_at`, UTC).
    """

    source: int
    article_id: str
    claim_id: str | None = None
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    outlet: str | None = None
    speaker: str | None = None
    stand_in: str | None = None
    spoken: bool = False
    told_at: datetime | None = None


class BriefSentence(Record, frozen=True, kw_only=True):
    """A printed sentence, its evidence, and the gates it passed.

    `writer` wrote it; where that is not the built-in one, `instead_of` is the built-in sentence
    that would stand here.
    """

    text: str
    citations: tuple[Citation, ...]
    findings: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    writer: str = "builtin"
    label: str | None = None
    instead_of: str | None = None


class Paragraph(Record, frozen=True, kw_only=True):
    """Sentences in order; `track` names the part of the analysis it belongs to."""

    track: str | None = None
    title: str | None = None
    sentences: tuple[BriefSentence, ...]


class BriefIndicator(Record, frozen=True, kw_only=True):
    """A sign to watch, in words, with the citations that make it one and the gates it passed.

    `odds` say how probable it is, where a base rate does.
    """

    text: str
    citations: tuple[Citation, ...]
    gates: tuple[str, ...] = ()
    odds: Odds | None = None


class BriefScenario(Record, frozen=True, kw_only=True):
    """One course events may take."""

    name: str
    sentences: tuple[BriefSentence, ...]
    indicators: tuple[BriefIndicator, ...]
    word: Word | None = None
    probability: float | None = None
    basis: str = "no basis for a probability"


class BriefOutlook(Record, frozen=True, kw_only=True):
    """What decides the coming days, two scenarios, and confidence in a sentence of its own."""

    question: tuple[BriefSentence, ...]
    scenarios: tuple[BriefScenario, ...]
    confidence: str


class Quotation(Record, frozen=True, kw_only=True):
    """One verbatim quotation with speaker, office, date and source.

    `date` is the day of the words where a report says it (`dated` "said"), else that of the report.
    """

    text: str
    speaker: str
    office: str | None = None
    date: datetime | None = None
    dated: Literal["said", "reported"] = "reported"
    citation: Citation


class ContestedAnswer(Record, frozen=True, kw_only=True):
    """What one side says."""

    text: str
    claimants: tuple[str, ...]
    origins: int
    citations: tuple[Citation, ...]


class ContestedRow(Record, frozen=True, kw_only=True):
    """A question with the answers that stand against each other, never merged."""

    question: str
    answers: tuple[ContestedAnswer, ...]
    grade: Grade
    finding: str


class Change(Record, frozen=True, kw_only=True):
    """A finding that is new, changed, superseded or withdrawn since the last brief.

    New findings stand here only where no part above tells them.
    """

    kind: str
    text: str
    status: Status
    finding: str
    citations: tuple[Citation, ...] = ()


class Comparison(Record, frozen=True, kw_only=True):
    """The last brief, with which this one was compared, and how much is different.

    `until` is when its window ended (UTC). `fresh` are the places of this brief ("key point 1")
    that tell what it did not know. `new` to `withdrawn` count all findings of each kind, printed
    or not.
    """

    brief: str
    until: datetime | None
    fresh: tuple[str, ...] = ()
    new: int = 0
    changed: int = 0
    superseded: int = 0
    withdrawn: int = 0


class Source(Record, frozen=True, kw_only=True):
    """A numbered source: what was read, and which other numbers are the same report."""

    number: int
    article_id: str
    outlet: str
    title: str
    url: str | None = None
    published_at: datetime | None = None
    date_basis: str = "none"
    sha256: str
    language: str
    partial: bool = False
    same_as: tuple[str, ...] = ()
    reliability: str = "F"


class LeftOut(Record, frozen=True, kw_only=True):
    """Why something was left out, and how often."""

    reason: str
    count: int


class StatusLine(Record, frozen=True, kw_only=True):
    """How a thing stands, in one line of a tracker: its label, the words, and what carries them."""

    label: str
    text: str
    citations: tuple[Citation, ...]
    findings: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()


class WriterUse(Record, frozen=True, kw_only=True):
    """How the drafts of a writer fared: `asked` is the sum of the four counts behind it.

    `model` says which model drafted. `printed` drafts passed every gate, `unchanged` ones were the
    built-in sentence, `refused` ones failed, and `missing` ones never came.
    """

    name: str
    model: str
    asked: int
    printed: int
    unchanged: int
    refused: int
    missing: int


class Method(Record, frozen=True, kw_only=True):
    """How the brief was made; the window is [since, until) in UTC."""

    theatre: str
    since: datetime | None
    until: datetime | None
    as_of: datetime | None
    documents_read: int
    articles: int
    on_theatre: int
    folded: int
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    version: str
    run_id: str
    writer: WriterUse | None = None


class Brief(Record, frozen=True, kw_only=True):
    """One situation brief.

    `compared` names the last brief, None where there was none: then nothing is called new.
    `status` says how the truce stands, None where no report tells; `pictures` are what a renderer
    may draw, each with its text alternative.
    """

    schema_version: str = "1"
    id: str
    theatre: str
    title: str
    language: str = "en"
    headline: BriefSentence
    key_points: tuple[BriefSentence, ...]
    lead: tuple[Paragraph, ...]
    analysis: tuple[Paragraph, ...]
    outlook: BriefOutlook
    quotation: Quotation | None
    contested: tuple[ContestedRow, ...]
    changes: tuple[Change, ...]
    sources: tuple[Source, ...]
    method: Method
    compared: Comparison | None = None
    status: StatusLine | None = None
    pictures: Pictures | None = None
