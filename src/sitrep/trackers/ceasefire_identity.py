"""Which proposal a sentence speaks of: the same one as before, or a new one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sitrep.trackers.ceasefire_steps import Step
from sitrep.vocabulary.types import Proposal, Theatre

_CLOSED = ("ended", "lapsed", "suspended")
_RUNNING = ("in force", "extended")
_STALE = timedelta(days=1100)
"""A truce not heard of for so long is not meant by "the ceasefire", unless it still runs."""
_LASTING = timedelta(days=3660)
_SAME = timedelta(days=4)
"""A truce first read of so near the date of one in the theatre file is that one."""
_RUNS = (*_CLOSED, "extended", "in force", "violation")
"""Steps of a truce that was agreed before."""
_MAKING = ("accepted", "accepted with conditions", "declared", "proposed")


@dataclass(slots=True, kw_only=True)
class Thread:
    """The steps of one proposal, in order, and what tells it from others."""

    kind: str
    first: datetime
    last: datetime
    proposal: Proposal | None = None
    labels: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    coverage: str | None = None
    length_days: float | None = None
    declarer: str | None = None
    fare: str = ""
    agreed: bool = False
    steps: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """Take a step in, with what its sentence says of the truce."""
        mention = step.mention
        self.last = step.at
        self.labels |= mention.labels
        self.described |= mention.described
        self.coverage = self.coverage or mention.coverage
        if mention.length_days is not None and not self.fare and step.act != "extended":
            self.length_days = self.length_days or mention.length_days
        if step.stand == "declared" and self.declarer is None:
            self.declarer = step.actors[0]
        if step.stand in ("accepted", "accepted with conditions"):
            self.agreed = True
        if step.act in (*_CLOSED, *_RUNNING):
            self.fare = step.act
        self.steps.append(step)


def threads(steps: Iterable[Step], theatre: Theatre) -> list[Thread]:
    """Return the proposals of `steps` (in order of time), by the day each was first read of."""
    found: list[Thread] = []
    named = {one.id: one for one in theatre.proposals}
    held: dict[tuple[str, int], Thread] = {}
    for step in steps:
        key = (step.claim.id, step.mention.start)
        thread = held.get(key)
        if thread is None:
            thread = _known(step, found) or _opened(step, found, theatre, named)
            held[key] = thread
        thread.add(step)
    return [
        one for one in found if any(step.act != "terms" or step.mediators for step in one.steps)
    ]


def _known(step: Step, found: list[Thread]) -> Thread | None:
    """Return the thread that a step belongs to, the latest of those that fit."""
    fitting = [one for one in found if _fits(step, one)]
    mention = step.mention
    if mention.named is not None:
        own = [one for one in fitting if one.proposal and one.proposal.id == mention.named]
        return own[-1] if own else None
    return max(fitting, key=lambda one: (_party(step, one), one.last), default=None)


def _fits(step: Step, thread: Thread) -> bool:
    mention = step.mention
    if mention.named is not None:
        return thread.proposal is not None and thread.proposal.id == mention.named
    if mention.kind != thread.kind and mention.kind == "corridor":
        return False
    runs = thread.fare in _RUNNING and not mention.fresh
    if step.at - thread.last > (_LASTING if runs else _STALE) or not _alike(step, thread):
        return False
    if step.act in (*_CLOSED, "extended") and not _was_agreed(thread):
        return False
    return not _another(step, thread)


def _was_agreed(thread: Thread) -> bool:
    """Tell whether there was anything that can end: not so what somebody merely called for."""
    if thread.agreed or thread.fare or thread.declarer or thread.proposal:
        return True
    return any(
        step.act != "terms" and (step.act != "stand" or step.stand == "open")
        for step in thread.steps
    )


def _alike(step: Step, thread: Thread) -> bool:
    """Tell whether nothing that a sentence says of its truce speaks against a thread.

    "Ended a two-month truce" tells how long it lasted, not for how long it was made.
    """
    mention = step.mention
    if mention.coverage and thread.coverage and mention.coverage != thread.coverage:
        return False
    known = thread.length_days or (thread.proposal.length_days if thread.proposal else None)
    open_ = mention.fresh or thread.fare not in (*_CLOSED, *_RUNNING)
    lasted = mention.fresh and step.act in (*_CLOSED, "violation")
    if open_ and not lasted and mention.length_days and known and mention.length_days != known:
        return False
    return not (mention.labels and thread.labels and not mention.labels & thread.labels)


def _another(step: Step, thread: Thread) -> bool:
    """Tell whether "a truce" that is made now is another than that of the thread."""
    mention, making = step.mention, step.stand in _MAKING or bool(step.mediators)
    same_report = any(one.claim.article_id == step.claim.article_id for one in thread.steps)
    if mention.fresh and thread.fare in _CLOSED and step.act in ("stand", "in force"):
        return not same_report
    if not mention.fresh or not making:
        return mention.fresh and step.act == "in force" and not _was_agreed(thread)
    if mention.new:
        return not (same_report and any(one.mention.new for one in thread.steps))
    if (
        thread.fare in _RUNNING
        and not thread.agreed
        and thread.declarer not in (None, *step.actors)
    ):
        return step.stand == "declared"
    if thread.fare in (*_CLOSED, *_RUNNING) or any(s.act == "violation" for s in thread.steps):
        return not same_report
    other = step.stand == "declared" and thread.declarer is not None
    return other and step.actors[0] != thread.declarer


def _party(step: Step, thread: Thread) -> int:
    """Return 1 where who acts or is accused has a part in a thread declared by one side."""
    if thread.declarer is None:
        return 0
    return int(bool({*step.actors, step.by} & {thread.declarer}))


def _opened(
    step: Step, found: list[Thread], theatre: Theatre, named: dict[str, Proposal]
) -> Thread:
    proposal = named.get(step.mention.named or "") or _listed(step, found, theatre)
    if proposal is not None:
        for known in found:
            if known.proposal is proposal:
                return known
    thread = Thread(
        kind=step.mention.kind,
        first=step.at,
        last=step.at,
        proposal=proposal,
        coverage=proposal.coverage if proposal else None,
    )
    found.append(thread)
    return thread


def _agreed_before(step: Step, theatre: Theatre) -> Proposal | None:
    coverage = step.mention.coverage or "all"
    known = [
        one
        for one in theatre.proposals
        if one.agreed is not None
        and one.agreed <= step.at.date()
        and step.at.date() - one.agreed <= _STALE
        and coverage == (one.coverage or "all")
    ]
    return max(known, key=lambda one: (one.agreed or date.min, one.id), default=None)


def _listed(step: Step, found: list[Thread], theatre: Theatre) -> Proposal | None:
    """Return the proposal of the theatre file that a nameless truce is.

    One that ends or is broken is the last agreed before; else it came up on the same days.
    """
    if step.act in _RUNS and (past := _agreed_before(step, theatre)) is not None:
        return past
    taken = {one.proposal.id for one in found if one.proposal}
    near = [
        one
        for one in theatre.proposals
        if one.kind in ("ceasefire", "corridor")
        and one.id not in taken
        and one.since is not None
        and abs(one.since - step.at.date()) <= _SAME
        and (step.mention.coverage or "all") == (one.coverage or "all")
        and (
            not step.mention.length_days
            or step.mention.length_days == (one.length_days or step.mention.length_days)
        )
    ]
    return near[0] if len(near) == 1 else None
