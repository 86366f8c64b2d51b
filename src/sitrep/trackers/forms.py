"""States in the forms that `sitrep track` writes: JSON Lines, CSV, and each tracker's own."""

import csv
import io
from collections.abc import Callable, Mapping
from importlib import import_module

import msgspec

from sitrep.trackers.sheet import Sheet

Form = Callable[[Sheet], str]
"""What one tracker found to a text that ends with a line break."""

COLUMNS = ("tracker", "key", "as_of", "value", "text", "findings")


def json_lines(sheet: Sheet) -> str:
    """Return one JSON object a line, each a `TrackerState`."""
    return "".join(msgspec.json.encode(state).decode() + "\n" for state in sheet.states)


def comma_separated(sheet: Sheet) -> str:
    """Return CSV (RFC 4180) with a header; several finding ids stand in one cell, by spaces."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for state in sheet.states:
        when = state.as_of.isoformat() if state.as_of else ""
        found = " ".join(state.findings)
        rows.writerow((state.tracker, state.key, when, state.value, state.text, found))
    return out.getvalue()


GENERAL: Mapping[str, Form] = {"json": json_lines, "csv": comma_separated}
"""Forms of every tracker; an own form of the same name goes before."""

OWN: Mapping[str, Mapping[str, str]] = {
    "ceasefire": {},
    "strikes": {
        "csv": "strikes_forms:table", "svg": "strikes_forms:picture",
        "png": "strikes_forms:picture",
    },
    "control": {
        "geojson": "control_forms:geojson", "svg": "control_forms:picture",
        "png": "control_forms:picture",
    },
    "diplomacy": {"ics": "diplomacy_calendar:ics"},
}  # fmt: skip
"""Forms that one tracker alone has, by module and function; a PNG is drawn from its SVG."""


def form(tracker: str, name: str) -> Form | None:
    """Return the form called `name` of a tracker, None where it has none."""
    own = OWN[tracker].get(name)
    if own is None:
        return GENERAL.get(name)
    module, function = own.split(":")
    found: Form = getattr(import_module(f"sitrep.trackers.{module}"), function)
    return found


def names(tracker: str) -> tuple[str, ...]:
    """Return the names of a tracker's forms beside "table"."""
    return tuple(dict.fromkeys((*GENERAL, *OWN[tracker])))
