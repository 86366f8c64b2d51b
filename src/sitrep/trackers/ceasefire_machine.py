"""The states that one proposal goes through, step by step."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal
from typing import cast as typed

from msgspec.structs import replace

from sitrep.model.truces import (
    Coverage,
    Position,
    Said,
    Sides,
    Stand,
    Truce,
    TruceClass,
    TruceStatus,
)
from sitrep.trackers.ceasefire_corridors import together as all_told
from sitrep.trackers.ceasefire_counts import concerns, violations
from sitrep.trackers.ceasefire_identity import Thread
from sitrep.trackers.ceasefire_stands import YES, holders, status_of
from sitrep.trackers.ceasefire_steps import Step
from sitrep.trackers.marks import Cast

_FIRM: tuple[Stand, ...] = (*YES, "refused", "not accepted", "conditions set")
"""Positions of a party that another's word that it agreed does not change."""
_FARES = ("in force", "extended", "suspended", "lapsed", "ended")
_STRENGTH: Mapping[str, int] = {"preliminary": 1, "definitive": 2}
_PATIENCE = timedelta(days=1)


class Machine:
    """Keeps the state of one proposal as its steps come in."""

    def __init__(self, thread: Thread, cast: Cast, findings: Mapping[str, tuple[str, ...]]) -> None:
        self._thread, self._cast, self._findings = thread, cast, findings
        self._positions: dict[str, Position] = {}
        self._fare: TruceStatus | None = None
        self._said_by = ""
        self._starts: datetime | None = None
        self._ends: datetime | None = None
        self._ended: datetime | None = None
        self._class = "cessation of hostilities"
        self._form: str | None = None
        self._mediators: list[str] = []
        self._proposer = thread.proposal.proposer if thread.proposal else None
        self._said: dict[str, Said] = {}
        self._done: list[Step] = []

    @property
    def told(self) -> bool:
        """Whether any step says more than terms."""
        return any(step.act != "terms" or step.mediators for step in self._done)

    def take(self, step: Step) -> None:
        """Move on by one step."""
        self._done.append(step)
        before = self._fare
        if step.act == "stand":
            self._stand(step)
        elif step.act == "terms":
            self._terms(step)
        elif step.act in _FARES:
            self._fares(step)
        if self._fare != before or (self._fare and step.act == self._fare):
            self._said_by = self._sayer(step)

    def truce(self, at: datetime) -> Truce:
        """Return the proposal's state as known at `at`."""
        thread, proposal = self._thread, self._thread.proposal
        coverage = thread.coverage or (proposal.coverage if proposal else None) or "all"
        length = thread.length_days or (proposal.length_days if proposal else None)
        status, ended = self._status(at, length)
        return Truce(
            proposal=proposal.id if proposal else f"{thread.kind}-{thread.first:%Y-%m-%d}",
            name=proposal.name if proposal else self._name(),
            kind="corridor" if thread.kind == "corridor" else "ceasefire",
            status=status,
            said_by=self._sayers(status),
            own=self._own(status, at),
            sides=self._sides(),
            truce_class=typed("TruceClass", self._class),
            form="written" if self._form == "written" else "verbal" if self._form else None,
            coverage=typed("Coverage", coverage),
            proposer=self._proposer,
            mediators=tuple(self._mediators),
            length_days=length,
            starts=self._starts,
            ends=self._end(length),
            ended=ended,
            positions=tuple(self._positions[one] for one in sorted(self._positions)),
            violations=violations(self._done, at, self._findings),
            concerns=concerns(self._done, self._findings),
            outcome=all_told([one.outcome for one in self._done]),
            said_agreed=self._claims(),
        )

    def _status(self, at: datetime, length: float | None) -> tuple[TruceStatus, datetime | None]:
        ends = self._end(length)
        if self._fare in (None, "in force", "extended") and ends is not None and ends <= at:
            mine = self._fare is not None or self._declared()
            if mine and at - ends >= _PATIENCE:
                return "lapsed", ends
        if self._fare is not None:
            return self._fare, self._ended
        return self._by_positions(at), None

    def _by_positions(self, at: datetime) -> TruceStatus:
        stands = {one: position.stand for one, position in self._positions.items()}
        yes = [one for one in self._cast.parties if stands.get(one) in YES]
        if len(yes) > 1:
            begun = self._starts is not None and self._starts <= at
            if self._declared() and begun:
                return "in force"
            own = [one for one in yes if self._positions[one].own]
            theirs = len(own) > 1 or any(by in own for by in self._said)
            return "agreed" if theirs else "said to be agreed"
        return status_of(self._positions, self._cast.parties)[0]

    def _own(self, status: TruceStatus, at: datetime) -> bool:
        """Tell whether a status is more than what somebody says of a party's position."""
        if self._fare is not None or self._by_positions(at) != status:
            return True
        told, own = status_of(self._positions, self._cast.parties)
        return own or told != status

    def _sayers(self, status: TruceStatus) -> str:
        """Return whose word the status rests on: on how it fares, else on the last such stand."""
        if self._fare is not None:
            return self._said_by
        held = holders(self._positions.values(), status)
        last = max(held or self._positions.values(), key=lambda one: one.since, default=None)
        if last is not None:
            return last.said_by
        return next((self._sayer(one) for one in self._done if one.act != "terms"), "")

    def _declared(self) -> bool:
        return any(one.stand == "declared" for one in self._positions.values())

    def _end(self, length: float | None) -> datetime | None:
        if self._ends is None and length is not None and self._starts is not None:
            if self._fare == "extended":
                return None
            return self._starts + timedelta(days=length)
        return self._ends

    def _stand(self, step: Step) -> None:
        actor = step.actors[0]
        stand = step.stand or "open"
        before = self._positions.get(actor)
        if not step.own and stand in YES:
            self._claimed(step, stand)
            if before is not None and before.own and before.stand in _FIRM:
                return
        if before is not None and before.counts and self._word(step) in ("another", "stranger"):
            return
        own = before is None or before.own or not step.own
        if before is not None and own and not _moves(before.stand, stand):
            return
        if before is not None and before.stand == "declared" and stand == "accepted":
            return
        conditions = before.conditions if before else ()
        yes = before is not None and before.own and before.stand in YES
        if yes and stand == "conditions set":
            stand = "accepted with conditions"
        if step.conditions:
            conditions = (*conditions, step.conditions)
        self._positions[actor] = Position(
            actor=actor,
            stand=stand,
            since=step.at,
            said_by=self._sayer(step),
            own=step.own,
            word=self._word(step),
            conditions=conditions,
            findings=self._findings.get(step.claim.id, ()),
        )
        if step.form and stand in YES:
            self._form = step.form if self._form != "written" else self._form
        if stand == "proposed" and self._proposer is None:
            self._proposer = actor
        self._announced(step, stand)

    def _word(self, step: Step) -> Literal["own", "mediator", "another", "stranger"]:
        if step.own or step.by in self._cast.mediators:
            return "own" if step.own else "mediator"
        return "stranger" if self._cast.stranger(step.claim) == step.by else "another"

    def _claimed(self, step: Step, stand: Stand) -> None:
        """Keep the word of another that parties agreed; it is theirs only once they say so."""
        self._said[step.by] = Said(
            by=step.by,
            said_by=self._sayer(step),
            stand=stand,
            at=step.at,
            findings=self._findings.get(step.claim.id, ()),
        )

    def _claims(self) -> tuple[Said, ...]:
        """Return the words of others that parties agreed, disputed by a party's own word."""
        contrary = any(
            one.own and one.stand in _FIRM and one.stand not in YES
            for actor, one in self._positions.items()
            if actor in self._cast.parties
        )
        return tuple(replace(self._said[by], disputed=contrary) for by in sorted(self._said))

    def _announced(self, step: Step, stand: Stand) -> None:
        """A mediator that announces an agreement of parties is its mediator."""
        for by in (step.by, *step.mediators) if stand in YES else ():
            if by in self._cast.mediators and by not in self._cast.parties:
                self._mediate(by)

    def _mediate(self, actor: str) -> None:
        if actor not in self._mediators and actor not in self._positions:
            self._mediators.append(actor)

    def _terms(self, step: Step) -> None:
        if self._fare is None:
            self._starts = step.starts or self._starts
            self._ends = step.ends or self._ends
        if step.truce_class and _STRENGTH[step.truce_class] > _STRENGTH.get(self._class, 0):
            self._class = step.truce_class
        for actor in step.mediators:
            self._mediate(actor)
            for one in step.mention.between:
                if one in self._cast.parties:
                    self._positions.setdefault(one, self._agreed(one, step))
        self._proposer = step.proposer or self._proposer

    def _agreed(self, actor: str, step: Step) -> Position:
        return Position(
            actor=actor,
            stand="accepted",
            since=step.at,
            said_by=self._sayer(step),
            findings=self._findings.get(step.claim.id, ()),
        )

    def _fares(self, step: Step) -> None:
        act = typed("TruceStatus", step.act)
        if act == "in force":
            if self._fare is None or self._fare == "suspended":
                self._starts = step.starts or self._starts
                self._fare = act
            self._ends = step.ends or self._ends
        elif act == "extended":
            self._fare, self._ends = act, step.ends
        elif act == "suspended":
            self._fare = act
        elif self._ended is None or act == "ended":
            self._over(step, act)

    def _over(self, step: Step, act: TruceStatus) -> None:
        """A truce that is over at its term has lapsed, whatever the word."""
        due = self._end(self._thread.length_days)
        term = due is not None and step.at >= due and not step.transitive
        if self._fare in ("lapsed", "ended") and (term or act == "lapsed"):
            return
        self._fare = "lapsed" if term or act == "lapsed" else "ended"
        self._ended = step.starts or step.at

    def _sides(self) -> Sides | None:
        yes = [one for one, held in self._positions.items() if held.stand in YES]
        parties = [one for one in yes if one in self._cast.parties]
        if len(parties) > 2:
            return "multilateral"
        if len(parties) == 2:
            return "bilateral"
        return "unilateral" if self._declared() else None

    def _sayer(self, step: Step) -> str:
        return step.claim.speaker

    def _name(self) -> str:
        told = sorted(self._thread.labels) or sorted(self._thread.described)
        return " ".join((*told[:1], self._thread.kind))


def _moves(before: Stand, now: Stand) -> bool:
    """Tell whether a party's stand changes: an offer is no step back from a yes."""
    if now in ("open", "proposed"):
        return before in ("open", "proposed", "not accepted", "refused", "conditions set")
    return before != now or now in ("accepted with conditions", "conditions set")
