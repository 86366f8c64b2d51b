"""The state of one proposal for a truce, as the reports read carry it."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

TruceStatus = Literal[
    "proposed", "open", "accepted", "not accepted", "answered with conditions", "refused",
    "said to be agreed", "agreed", "in force", "suspended", "extended", "lapsed", "ended",
]  # fmt: skip
Stand = Literal[
    "proposed", "declared", "open", "accepted", "accepted with conditions", "conditions set",
    "not accepted", "refused", "demanded",
]  # fmt: skip
Coverage = Literal["all", "energy", "sea", "air", "local"]
TruceClass = Literal["cessation of hostilities", "preliminary", "definitive"]
Sides = Literal["unilateral", "bilateral", "multilateral"]
Worry = Literal["regrouping", "monitoring", "guarantees"]


Outcome = Literal["worked", "disrupted", "disputed"]


class Position(Record, frozen=True, kw_only=True):
    """What one party or mediator made of a proposal, since when, with its conditions as quoted.

    `said_by` names who says so: the party's own speaker, or the outlet that reports the act;
    `own` is False where somebody else alone says so; `word` tells whose word that is, a "stranger"
    being a person whom no file knows.
    """

    actor: str
    stand: Stand
    since: datetime | None
    said_by: str
    own: bool = True
    word: Literal["own", "mediator", "another", "stranger"] = "own"
    conditions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is the actor's position, and not what somebody else says of it."""
        return self.word in ("own", "mediator")


class Said(Record, frozen=True, kw_only=True):
    """What somebody else says that a party has decided: a claim beside the party's own word.

    `by` is the actor answered for, `said_by` its speaker as named. It is `disputed` while a party
    that it speaks of has said otherwise itself.
    """

    by: str
    said_by: str
    stand: Stand
    at: datetime | None
    disputed: bool = False
    findings: tuple[str, ...] = ()


class Violations(Record, frozen=True, kw_only=True):
    """What one source alleges that one side did against a truce, up to the cut-off time.

    `against` and `by` are actor ids, "" where the report does not say. `count` is the latest number
    stated, `previous_count` the one stated before it; `alleged` and `alleged_before` are the
    reports of violations in the 24 hours before `cut_off` and in the 24 hours before those, after
    the manner of the daily reports of the OSCE Special Monitoring Mission.
    """

    against: str
    by: str
    count: int | None = None
    previous_count: int | None = None
    alleged: int = 0
    alleged_before: int = 0
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    cut_off: datetime | None = None
    findings: tuple[str, ...] = ()


class Concern(Record, frozen=True, kw_only=True):
    """A worry about a truce, who voices it, and the words."""

    worry: Worry
    by: str
    words: str
    findings: tuple[str, ...] = ()


class Truce(Record, frozen=True, kw_only=True):
    """A proposal with its terms, what each party made of it, and where it stands.

    `proposal` is the id in the theatre file, else its kind and the day first read of. `ends` is
    not included. `said_by` names who says that the status is so; `own` is False where it is no
    party, mediator or outlet, but what somebody else says of a party's position. `outcome` is what
    came of a corridor. `said_agreed` are those, none of the parties asked, who say that parties
    agreed. The class is that of the ETH/PRIO ceasefire data: a preliminary one has means of
    compliance, a definitive one ends the means of fighting.
    """

    proposal: str
    name: str
    kind: Literal["ceasefire", "corridor"]
    status: TruceStatus
    said_by: str
    own: bool = True
    sides: Sides | None = None
    truce_class: TruceClass = "cessation of hostilities"
    form: Literal["written", "verbal"] | None = None
    coverage: Coverage = "all"
    proposer: str | None = None
    mediators: tuple[str, ...] = ()
    length_days: float | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    ended: datetime | None = None
    positions: tuple[Position, ...] = ()
    violations: tuple[Violations, ...] = ()
    concerns: tuple[Concern, ...] = ()
    outcome: Outcome | None = None
    said_agreed: tuple[Said, ...] = ()
