"""States in the forms that `sitrep track` writes: JSON Lines, CSV, and each tracker's own."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

import msgspec

from sitrep.model.findings import TrackerState
from sitrep.vocabulary.types import Theatre

Form = Callable[[Sequence[TrackerState], Theatre], str]
"""States of one tracker, by key, to a text that ends with a line break."""

COLUMNS = ("tracker", "key", "as_of", "value", "text", "findings")


def json_lines(states: Sequence[TrackerState], theatre: Theatre) -> str:  # noqa: ARG001 - a Form
    """Return one JSON object a line, each a `TrackerState`."""
    return "".join(msgspec.json.encode(state).decode() + "\n" for state in states)


def comma_separated(states: Sequence[TrackerState], theatre: Theatre) -> str:  # noqa: ARG001 - a Form
    """Return CSV (RFC 4180) with a header; several finding ids stand in one cell, by spaces."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for state in states:
        when = state.as_of.isoformat() if state.as_of else ""
        found = " ".join(state.findings)
        rows.writerow((state.tracker, state.key, when, state.value, state.text, found))
    return out.getvalue()


GENERAL: Mapping[str, Form] = {"json": json_lines, "csv": comma_separated}
"""Forms of every tracker; an own form of the same name goes before."""

OWN: Mapping[str, Mapping[str, Form]] = {
    "ceasefire": {},
    "strikes": {},
    "control": {},
    "diplomacy": {},
}
"""Forms that one tracker alone has."""


def form(tracker: str, name: str) -> Form | None:
    """Return the form called `name` of a tracker, None where it has none."""
    return OWN[tracker].get(name) or GENERAL.get(name)


def names(tracker: str) -> tuple[str, ...]:
    """Return the names of a tracker's forms beside "table"."""
    return tuple(dict.fromkeys((*GENERAL, *OWN[tracker])))
