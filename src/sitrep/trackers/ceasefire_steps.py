"""What single sentences say of truces: the steps from which a tracker follows a proposal."""

from dataclasses import dataclass
from datetime import datetime

from sitrep.model.extraction import Claim
from sitrep.model.truces import Outcome, Stand, Worry


@dataclass(frozen=True, slots=True, kw_only=True)
class TruceMention:
    """A truce as a sentence names it: what tells it from others.

    `named` is a proposal of the theatre file; `labels` are words that name it ("easter"),
    `described` words that only describe it. `fresh` is True for "a ceasefire", which may be another
    than before, `new` for "a new truce", which is.
    """

    kind: str
    start: int
    end: int
    named: str | None = None
    labels: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    coverage: str | None = None
    length_days: float | None = None
    fresh: bool = False
    new: bool = False
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that a sentence says of a truce.

    `act` is a stand of `actors`, a way it fares ("in force"), "violation" (`actors` are accused),
    "worry", "terms" or "outcome".
    """

    claim: Claim
    mention: TruceMention
    act: str
    at: datetime
    actors: tuple[str, ...] = ()
    by: str = ""
    stand: Stand | None = None
    worry: Worry | None = None
    conditions: str = ""
    count: int | None = None
    means: tuple[str, ...] = ()
    starts: datetime | None = None
    ends: datetime | None = None
    truce_class: str | None = None
    form: str | None = None
    proposer: str | None = None
    mediators: tuple[str, ...] = ()
    transitive: bool = False
    outcome: Outcome | None = None

    @property
    def own(self) -> bool:
        """Whether the first actor says so, or the report itself: nobody else's word."""
        return (
            not self.actors or self.by in ("", self.actors[0]) or self.actors[0] in self.mediators
        )
