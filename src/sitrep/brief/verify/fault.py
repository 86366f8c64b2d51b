"""What a gate has against a sentence, before it is put into words for the caller."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitrep.brief.verify.evidence import GateName, GateSpan
from sitrep.brief.verify.reading import Reading


@dataclass(frozen=True, slots=True)
class Fault:
    """One gate's objection and the words it rests on."""

    gate: GateName
    reason: str
    spans: tuple[GateSpan, ...] = ()


def spans(reading: Reading, positions: Iterable[int]) -> tuple[GateSpan, ...]:
    """Return the places of the tokens at `positions` of `reading`, as offsets of its source."""
    found = []
    for position in positions:
        token = reading.tokens[position]
        found.append(
            GateSpan(
                start=reading.offset + token.start,
                end=reading.offset + token.end,
                text=reading.text[token.start : token.end],
                passage=reading.passage,
            )
        )
    return tuple(found)


def words(reading: Reading, positions: Iterable[int]) -> str:
    """Return the words at `positions` as written, for a reason."""
    return ", ".join(
        f"“{reading.text[reading.tokens[at].start : reading.tokens[at].end]}”" for at in positions
    )
