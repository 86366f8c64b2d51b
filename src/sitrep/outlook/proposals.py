"""Who stands in the way of a truce and who favours it, and what hangs on that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitrep.outlook.evidence import Evidence
from sitrep.outlook.stands import ANNOUNCED, BLAMED, BOUND, Stand, kind_of

REFUSING = ("refused", "not accepted", "disputed", "conditions set", ANNOUNCED)
"""Positions that stand in the way of a settlement, the weightiest last."""
GIVING = {
    "accepted": "{actor} has accepted",
    "proposed": "{actor} has offered",
    "open": "{actor} says it is open to",
    "declared": "{actor} has declared",
}
"""Positions that favour one, as the rest of "the truce that …"."""


_ALONE = {
    "refused": "whether {party}, which has rejected {named}, changes its position",
    "proposed": "whether {other} accepts {named}, which {party} has offered",
}
"""What hangs on a party's position whatever the others hold."""
_SHORT = 6
"""A name of more words goes last in its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """The party that has yet to accept a proposal, its stand, and those of the others.

    `own` is None where the party has not answered; `favouring` is the stand of another party, or of
    a mediator, that made or accepted the proposal; `other` the party across, with its stand if any.
    """

    party: str
    own: Stand | None
    favouring: Stand | None
    other: str
    others: Stand | None

    @property
    def value(self) -> str:
        """The position of the party, "" where it has not answered."""
        return self.own.value if self.own else ""

    @property
    def stands(self) -> tuple[Stand, ...]:
        """The stands behind the question, each once."""
        told = (self.own, self.favouring, self.others)
        return tuple(dict.fromkeys(one for one in told if one is not None))

    @property
    def claims(self) -> tuple[str, ...]:
        """The best claim behind each stand."""
        return tuple(dict.fromkeys(one.claims[0] for one in self.stands))

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings behind the stands."""
        return tuple(dict.fromkeys(name for one in self.stands for name in one.findings))


def weightiest(held: Sequence[Stand], evidence: Evidence) -> Mapping[str, Stand]:
    """Return each actor's stand on the weightiest proposal, by actor.

    A stand on a proposal without a name ("a ceasefire") counts for every proposal of its kind.
    """
    return next(iter(_groups(held, evidence)), {})


def dispute(held: Sequence[Stand], evidence: Evidence) -> Dispute | None:
    """Return who stands where on the weightiest proposal that not every party has accepted."""
    disputes = (_open(near, evidence) for near in _groups(held, evidence))
    return next((found for found in disputes if found is not None), None)


def _groups(held: Sequence[Stand], evidence: Evidence) -> Iterator[Mapping[str, Stand]]:
    kinds = {one.id: one.kind for one in evidence.theatre.proposals}
    for proposal in dict.fromkeys(one.proposal for one in held):
        kind = kinds.get(proposal, kind_of(proposal))
        near: dict[str, Stand] = {}
        for one in held:
            theirs = kinds.get(one.proposal, kind_of(one.proposal))
            unnamed = one.proposal not in kinds or proposal not in kinds
            if one.proposal == proposal or (unnamed and theirs == kind):
                near.setdefault(one.actor, one)
        yield near


def _open(near: Mapping[str, Stand], evidence: Evidence) -> Dispute | None:
    parties = evidence.parties
    waiting = [one for one in parties if _value(near, one) not in ("accepted", "declared")]
    if not waiting:
        return None
    party = min(waiting, key=lambda one: (_order(_value(near, one)), parties.index(one)))
    across = next((one for one in parties if one != party), "")
    favour = (near[one] for one in (across, *sorted(near)) if one in near and one != party)
    favouring = next((one for one in favour if one.value in GIVING), None)
    own = near.get(party)
    if own is None and favouring is None:
        return None
    return Dispute(party=party, own=own, favouring=favouring, other=across, others=near.get(across))


def _order(value: str) -> int:
    """Order the parties that have not accepted: refusals first, then silence, then openness."""
    if value in REFUSING:
        return -1 - REFUSING.index(value)
    return {BLAMED: 0, "": 1}.get(value, 2)


def _value(near: Mapping[str, Stand], party: str) -> str:
    return near[party].value if party in near else ""


def question_text(found: Dispute, evidence: Evidence) -> str:
    """Return what the next days turn on, as the rest of "The next days turn on …"."""
    party, own, given = evidence.name(found.party), found.own, found.favouring
    if own is None:
        return f"whether {party} accepts {_offer(given, evidence) if given else 'it'}"
    if own.value in BOUND:
        return _of_conditions(found, own, evidence)
    if own.value == BLAMED:
        return _of_blame(found, own, evidence)
    if own.value in _ALONE:
        other = evidence.name(found.other) if found.other else "the other side"
        return _ALONE[own.value].format(party=party, other=other, named=own.named)
    if given is not None and own.value == given.value == "open":
        return _of_terms(own, given, evidence)
    return f"whether {party} accepts {_offer(given, evidence) if given else own.named}"


def _of_blame(found: Dispute, own: Stand, evidence: Evidence) -> str:
    party, other = evidence.name(found.party), evidence.name(found.other)
    if found.others is not None and found.others.value == BLAMED:
        told = "accuse each other of holding it up"
        return f"whether {party} and {other}, which {told}, agree on {own.named}"
    told = f"which {party} accuses the other side of holding up"
    return f"whether {party} and {other} agree on {own.named}, {told}"


def _of_terms(own: Stand, given: Stand, evidence: Evidence) -> str:
    """Return the terms of what both are open to, and what either ties it to."""
    both = f"{evidence.name(own.actor)} and {evidence.name(given.actor)}"
    named = max((given.named, own.named), key=len)
    tied = "".join(
        f", {evidence.name(one.actor)} {one.proviso}" for one in (own, given) if one.proviso
    )
    return f"the terms of {named} to which {both} both say they are open{tied}"


def _offer(given: Stand, evidence: Evidence) -> str:
    """Return the proposal with who favours it, a long one behind a colon."""
    words = GIVING[given.value].format(actor=evidence.name(given.actor))
    tied = f" {given.proviso}" if given.proviso else ""
    told = f", according to {evidence.called(given.teller)}" if given.teller else ""
    if len(given.named.split()) > _SHORT:
        return f"what {words}{tied}{told}: {given.named}"
    return f"{given.named}, which {words}{tied}{told}"


def _of_conditions(found: Dispute, own: Stand, evidence: Evidence) -> str:
    """Return the conditions, whose they are, and whether the party across accepts them."""
    party = evidence.name(found.party)
    told = own.conditions or f"conditions for {own.named}"
    told = f"the {told.split(' ', 1)[1]}" if told.startswith(("a ", "an ")) else told
    told = told if told.startswith("the ") else f"the {told}"
    set_by = f"{party} {'says it will set' if own.value == ANNOUNCED else 'has set'}"
    if not found.other:
        return f"{told} that {set_by}"
    other, others = evidence.name(found.other), found.others
    bearing = ""
    if others is not None and others.value in GIVING:
        words = GIVING[others.value].format(actor="which")
        bearing = f", {words} {'it' if others.named in told else others.named},"
    return f"{told} that {set_by}, and on whether {other}{bearing} accepts them"
