"""The shapes of vocabulary files; `sitrep.vocabulary.load` reads and checks them."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from sitrep.model.base import Record

ActorKind = Literal[
    "country", "government", "person", "force", "ministry", "agency", "organisation", "group",
    "media",
]  # fmt: skip
Reliability = Literal["A", "B", "C", "D", "E", "F"]
UNVOUCHED: frozenset[Reliability] = frozenset(("E", "F"))
"""Letters of outlets that nobody is taken at their word for: unreliable, or not to be judged."""


class Office(Record, frozen=True, kw_only=True):
    """An office and when it is held; `until` None: still held."""

    title: str
    short: str | None = None
    """The form before a name: "President", "Kremlin spokesman", "Belgorod governor"."""
    of: str | None = None
    """Id of the country or body."""
    since: date | None = None
    until: date | None = None
    shared: bool = False
    """Several people may hold it at once: deputies, aides, members of a delegation."""


class Actor(Record, frozen=True, kw_only=True):
    """Somebody who acts or speaks.

    `id` is unique over all files (the same id in two files is the same actor: aliases, offices
    and roles unite). `aliases` are other spellings, in any language; `demonyms` adjectives and
    people
    ("Ukrainian", "Ukrainians"); `metonyms` places and buildings that stand for it when they speak
    ("Moscow", "the Kremlin"). `speaks_for` is the id of the party or country whose word this is.
    `country` is ISO 3166-1 alpha-2; `members` are the ids of the states of a union.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    speaks_for: str | None = None
    short: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    members: tuple[str, ...] = ()
    gender: Literal["f", "m", "n"] | None = None


class Party(Record, frozen=True, kw_only=True):
    """A belligerent. `actor` is its actor id, which is also the name of the side everywhere.

    `controls` are names under which its area of rule is reported where another state is recognised.
    """

    actor: str
    allies: tuple[str, ...] = ()


class Outlet(Record, frozen=True, kw_only=True):
    """A publisher or agency.

    `ids` are feed names and domains by which its reports are known; `credits` how others credit
    it ("/TASS/", "(Reuters)"); `side` the party whose state owns or directs it.
    """

    id: str
    name: str
    ids: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    country: str | None = None
    owner: Literal["state", "public", "private", "party", "unknown"] = "unknown"
    side: str | None = None
    agency: bool = False
    reliability: Reliability = "F"


class NamedPlace(Record, frozen=True, kw_only=True):
    """A place that the gazetteer lacks or misplaces; degrees WGS 84.

    `precision` after UCDP: 1 exact, 2 near, 3 second-order division, 4 first-order, 6 country.
    """

    name: str
    lat: float
    lon: float
    country: str
    kind: Literal["settlement", "district", "region", "site", "sea", "area"] = "settlement"
    region: str | None = None
    precision: int = 1
    aliases: tuple[str, ...] = ()
    geonames_id: int | None = None


class Proposal(Record, frozen=True, kw_only=True):
    """A proposal that is negotiated: a truce, an exchange, a plan.

    `since` is the day on which it came up, `agreed` that on which it was agreed or declared, where
    it was: a truce without a name that is told to have ended is the last one agreed before.
    """

    id: str
    name: str
    kind: Literal["ceasefire", "peace plan", "exchange", "corridor", "other"]
    aliases: tuple[str, ...] = ()
    proposer: str | None = None
    mediator: str | None = None
    length_days: int | None = None
    coverage: Literal["all", "energy", "sea", "air", "local"] | None = None
    since: date | None = None
    agreed: date | None = None


class Rate(Record, frozen=True, kw_only=True):
    """A base rate: how often, on a day like this, the same came again.

    The reference class are the days [since, until] on which a published table has at least
    `at_least` of `kind` ("launched"), `weapon` and `target` (a party): `cases` of them, `followed`
    by another such day within `within_days`. `source` says whose table it is.
    """

    kind: str
    weapon: str
    target: str
    at_least: int
    within_days: int
    cases: int
    followed: int
    since: date
    until: date
    source: str


class Theatre(Record, frozen=True, kw_only=True):
    """One conflict: who fights, who mediates, where, and what it is called.

    `about` are words that, beside a party or place, show that a text is about this conflict;
    `not_about`
    words that show that it is not. `region` is the part of the map [west, south, east, north].
    `map_sources` are actors of neither side who draw who controls what; `rates` are what outlooks
    may state probabilities by.
    """

    id: str
    name: str
    title: str
    parties: tuple[Party, ...]
    mediators: tuple[str, ...] = ()
    map_sources: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    region: tuple[float, float, float, float]
    actors: tuple[Actor, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    rates: tuple[Rate, ...] = ()


class World(Record, frozen=True, kw_only=True):
    """Actors and outlets that many theatres share: states, their leaders, bodies, agencies."""

    actors: tuple[Actor, ...] = ()
    outlets: tuple[Outlet, ...] = ()


class Vocabulary(Record, frozen=True, kw_only=True):
    """Everything loaded: the theatres by id and, united over all files, actors and outlets by id.

    Word lists of one topic (reporting verbs, event types, weapons, units, probability words, loaded
    words) have
    their own module and loader in this package.
    """

    theatres: Mapping[str, Theatre]
    actors: Mapping[str, Actor]
    outlets: Mapping[str, Outlet]
