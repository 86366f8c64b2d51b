"""Envoys, votes and positions as the diplomacy tracker follows them."""

from datetime import date, datetime
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.truces import Said, Stand

EnvoyAct = Literal["appointed", "sent", "received", "recalled", "summoned", "expelled"]
VoteResult = Literal["scheduled", "postponed", "adopted", "rejected", "vetoed"]


class Envoy(Record, frozen=True, kw_only=True):
    """Somebody who is appointed, sent, received, recalled, summoned or expelled as an envoy.

    `envoy` is the vocabulary id, for a person without one the name in lower case with hyphens, ""
    where no name is given; `by` is who does it and `to` the state, or the name of the place, to
    which the envoy goes or belongs. `post` is the office in the words of the report.
    """

    act: EnvoyAct
    envoy: str
    name: str
    by: str
    to: str = ""
    post: str = ""
    day: date | None = None
    said_by: str = ""


class Vote(Record, frozen=True, kw_only=True):
    """A vote of a body on a motion (the words of the report), with its figures where told."""

    body: str
    motion: str
    result: VoteResult
    day: date
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    vetoed_by: str = ""
    said_by: str = ""


class Held(Record, frozen=True, kw_only=True):
    """An actor's position on an open question from `since` on.

    `question` is a proposal of the theatre file, a truce or a question of `diplomacy.yaml`. `own`
    is False where only others say that the actor holds it; `told_by_others` are claims of others
    that came after the actor's own word and do not change it. `words` are those of the report.
    """

    question: str
    actor: str
    stand: Stand
    since: datetime | None
    said_by: str
    words: str = ""
    own: bool = True
    previous: Stand | None = None
    previous_since: datetime | None = None
    told_by_others: tuple[Said, ...] = ()
