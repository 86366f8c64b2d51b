"""Where a proposal stands by what parties made of it, and on whose word that rests."""

from collections.abc import Iterable, Mapping

from sitrep.model.truces import Position, Stand, TruceStatus

YES: tuple[Stand, ...] = ("accepted", "accepted with conditions", "declared")
_RANK: tuple[tuple[Stand, TruceStatus], ...] = (
    ("refused", "refused"),
    ("conditions set", "answered with conditions"),
    ("not accepted", "not accepted"),
    ("accepted", "accepted"),
    ("accepted with conditions", "answered with conditions"),
    ("open", "open"),
)
"""What a proposal is while not two parties have accepted it: the first of these that one holds."""


def status_of(held: Mapping[str, Position], parties: Iterable[str]) -> tuple[TruceStatus, bool]:
    """Return the status that positions of parties give, and whether it is more than hearsay.

    The party itself, a mediator or an outlet in its own voice gives a position; what the other
    party or a third one says of it is hearsay. What a person says of whom no file knows gives the
    status only where there is nothing else.
    """
    every = [held[one] for one in parties if one in held]
    told = [one for one in every if one.word != "stranger"]
    for among in (told, every):
        for stand, status in _RANK:
            found = [one.counts for one in among if one.stand == stand]
            if found:
                return status, any(found)
    return "proposed", True


def holders(held: Iterable[Position], status: TruceStatus) -> list[Position]:
    """Return the positions on which a status may rest, those that count alone where there are."""
    wanted = [stand for stand, told in _RANK if told == status] or list(YES)
    found = [one for one in held if one.stand in wanted]
    return [one for one in found if one.counts] or found
