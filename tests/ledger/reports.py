"""Builds articles and claims of one's own words for the tests of ledger, trackers and outlook."""

import re
from datetime import UTC, date, datetime, timedelta

import msgspec

from sitrep.model.documents import Article
from sitrep.model.extraction import (
    Attribution,
    Claim,
    Event,
    Figure,
    Mention,
    Participant,
    Place,
    Span,
    TimeRef,
)
from sitrep.model.ids import make_id
from sitrep.model.lineage import Lineage, Origin
from sitrep.vocabulary.types import (
    Actor,
    Office,
    Outlet,
    Party,
    Proposal,
    Theatre,
    Vocabulary,
)

DAY = datetime(2025, 3, 12, tzinfo=UTC)
ABROAD = ("Farhaven",)
"""Places outside the theatre's region."""

ACTORS = (
    Actor(id="norland", name="Norland", kind="country", demonyms=("Norlandic",)),
    Actor(id="sudria", name="Sudria", kind="country", demonyms=("Sudrian",)),
    Actor(id="westmark", name="Westmark", kind="country"),
    Actor(
        id="norland-mod", name="Norland's Defence Ministry", kind="ministry", speaks_for="norland"
    ),
    Actor(id="sudria-air-force", name="Sudria's air force", kind="force", speaks_for="sudria"),
    Actor(
        id="anna-vale", name="Anna Vale", kind="person", speaks_for="norland",
        offices=(Office(title="President of Norland", of="norland"),),
    ),
    Actor(
        id="ole-brandt", name="Ole Brandt", kind="person", speaks_for="sudria",
        offices=(Office(title="President of Sudria", of="sudria"),),
    ),
    Actor(id="ann-miller", name="Ann Miller", kind="person", speaks_for="westmark"),
)  # fmt: skip
OUTLETS = (
    Outlet(id="wire", name="The Wire", agency=True, reliability="B"),
    Outlet(id="gazette", name="The Gazette", reliability="B"),
    Outlet(id="herald", name="The Herald", reliability="C"),
    Outlet(id="nna", name="NNA", owner="state", side="norland", agency=True, reliability="D"),
)
THEATRE = Theatre(
    id="border",
    name="Border war",
    title="Border brief",
    parties=(Party(actor="norland"), Party(actor="sudria")),
    mediators=("westmark",),
    region=(0, 0, 10, 10),
    actors=ACTORS,
    outlets=OUTLETS,
    proposals=(
        Proposal(
            id="30-day-ceasefire", name="30-day ceasefire", kind="ceasefire",
            aliases=("30-day truce",),
        ),
    ),
)  # fmt: skip
VOCABULARY = Vocabulary(
    theatres={"border": THEATRE},
    actors={actor.id: actor for actor in ACTORS},
    outlets={outlet.id: outlet for outlet in OUTLETS},
)


class Report:
    """One article of sentences; claims are made of them by naming the words that count."""

    def __init__(
        self, *sentences: str, outlet: str = "wire", hours: float = 20, title: str = ""
    ) -> None:
        self.title = title
        self.text = " ".join(sentences)
        self.at = DAY + timedelta(hours=hours)
        self.outlet = outlet
        self.id = make_id("art", outlet, self.text, self.at.isoformat())

    def article(self) -> Article:
        return Article(
            id=self.id, raw_id="raw", source_id=self.outlet, outlet=self.outlet, title=self.title,
            text=self.text, language="en", published_at=self.at,
        )  # fmt: skip

    def span(self, words: str, start: int = 0) -> Span:
        at = self.text.index(words, start)
        return Span(article_id=self.id, start=at, end=at + len(words), quote=words)

    def mentions(self, sentence: Span) -> tuple[Mention, ...]:
        found = []
        for actor in ACTORS:
            for name in (actor.name, *actor.demonyms):
                for match in re.finditer(rf"\b{re.escape(name)}\b", sentence.quote):
                    start = sentence.start + match.start()
                    found.append(
                        Mention(
                            span=self.span(name, start), kind="organisation", name=name,
                            entity_id=actor.id,
                        )
                    )  # fmt: skip
        return tuple(sorted(found, key=lambda mention: mention.span.start))

    def claim(
        self,
        sentence: str,
        *,
        by: str | None = None,
        stance: str = "asserts",
        figures: tuple[Figure, ...] = (),
        events: tuple[Event, ...] = (),
        places: tuple[str, ...] = (),
        as_of: TimeRef | None = None,
        track: str = "strikes",
    ) -> Claim:
        evidence = self.span(sentence)
        actor = VOCABULARY.actors.get(by) if by else None
        attribution = by and Attribution(
            source=None, cue=None, content=(evidence,), speaker=actor.name if actor else by,
            speaker_id=actor.id if actor else None, stance=stance,
        )  # fmt: skip
        return Claim(
            id=make_id("clm", self.id, evidence.start, evidence.end),
            article_id=self.id,
            evidence=evidence,
            language="en",
            attribution=attribution or None,
            speaker=(actor.name if actor else by) or self.outlet,
            speaker_id=actor.id if actor else None,
            side=side if (side := actor and actor.speaks_for) in ("norland", "sudria") else None,
            stance=stance if by else "reports",
            figures=figures,
            events=events,
            places=tuple(self.place(name) for name in places),
            mentions=self.mentions(evidence),
            as_of=as_of,
            published_at=self.at,
            track=track,
            theatres=("border",),
            relevance=(1.0,),
        )

    def figure(self, words: str, kind: str, value: float, **fields: object) -> Figure:
        return Figure(span=self.span(words), kind=kind, value=value, **fields)

    def place(self, name: str) -> Place:
        lat = 50.0 if name in ABROAD else 1.0
        return Place(span=self.span(name), name=name, lat=lat, lon=1.0)

    def event(
        self,
        trigger: str,
        type: str,  # noqa: A002 - the field's name
        *,
        actors: tuple[str, ...] = (),
        targets: tuple[str, ...] = (),
        **fields: object,
    ) -> Event:
        span = self.span(trigger)
        return Event(
            span=span, trigger=span, type=type,
            actors=tuple(self.participant(one) for one in actors),
            targets=tuple(self.participant(one) for one in targets), **fields,
        )  # fmt: skip

    def participant(self, actor_id: str) -> Participant:
        span = Span(article_id=self.id, start=0, end=0, quote="")
        return Participant(span=span, name=VOCABULARY.actors[actor_id].name, entity_id=actor_id)


def with_times(claim: Claim, *times: TimeRef) -> Claim:
    return msgspec.structs.replace(claim, times=times)


def night(day: int) -> TimeRef:
    """The night that ends on the morning of `day` March 2025."""
    end = datetime(2025, 3, day, 6, tzinfo=UTC)
    span = Span(article_id="art", start=0, end=0, quote="overnight")
    return TimeRef(span=span, start=end - timedelta(hours=10), end=end, granularity="daypart")


def whole_day(day: date) -> TimeRef:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    span = Span(article_id="art", start=0, end=0, quote="that day")
    return TimeRef(span=span, start=start, end=start + timedelta(days=1), granularity="day")


def lineage_of(*groups: tuple[Report, ...]) -> Lineage:
    """Lineage in which the reports of a group go back to its first one."""
    return Lineage(
        origins=tuple(
            Origin(
                id=make_id("org", group[0].id), name=group[0].outlet, root=group[0].id,
                articles=tuple(report.id for report in group),
            )
            for group in groups
        ),
        stories=(),
    )  # fmt: skip
