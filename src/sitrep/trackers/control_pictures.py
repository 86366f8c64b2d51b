"""Held, gained and lost areas as values that a map can draw."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import shapely
from shapely.geometry.base import BaseGeometry

from sitrep.model.pictures import AreaKind, MapArea
from sitrep.model.reference import ControlLayer, Reference
from sitrep.trackers.control_area import AreaChange, area_changes, polygons
from sitrep.vocabulary.types import Theatre
from sitrep.vocabulary.wording import actor_name

WEEK = timedelta(days=7)
_COARSE = 0.01
"""Degrees: a third of a pixel on the map of a theatre."""


def latest(reference: Reference, until: date | None) -> list[ControlLayer]:
    """Return the layers of the newest map up to `until` (included), one for each holder."""
    known = [layer for layer in reference.layers if until is None or layer.day <= until]
    newest = max((layer.day for layer in known), default=None)
    return [layer for layer in known if layer.day == newest]


def week_of(reference: Reference, until: date | None) -> tuple[AreaChange, ...]:
    """Return the gains and losses of the seven days to the newest map up to `until`."""
    layers = latest(reference, until)
    if not layers:
        return ()
    day = layers[0].day
    return area_changes(reference.layers, since=day - WEEK, until=day)


def map_areas(
    references: Sequence[Reference], theatre: Theatre, until: date | None, *, changes: bool = True
) -> tuple[MapArea, ...]:
    """Return what each map source draws on its newest map up to `until`, and the week's changes."""
    found: list[MapArea] = []
    for reference in references:
        for layer in latest(reference, until):
            party = actor_name(layer.holder, theatre)
            when = f"{layer.day.day} {layer.day:%B %Y}"
            label = f"Held by {party}: {reference.claimant}, {when}"
            found.append(_area("held", label, [shapely.from_wkb(layer.geometry)]))
        if changes:
            found += _changed(week_of(reference, until), theatre)
    return tuple(area for area in found if area.polygons)


def _changed(changes: Sequence[AreaChange], theatre: Theatre) -> Iterable[MapArea]:
    for kind in ("gained", "lost"):
        of_kind = [one for one in changes if one.kind == kind]
        for holder in sorted({one.holder for one in of_kind}):
            own = [one for one in of_kind if one.holder == holder]
            km2 = sum(one.km2 for one in own)
            label = f"{kind.title()} by {actor_name(holder, theatre)} in the week: {km2:,.0f} km²"
            yield _area(kind, label, [shapely.from_wkb(one.geometry) for one in own], fine=True)


def _area(kind: str, label: str, parts: Sequence[BaseGeometry], *, fine: bool = False) -> MapArea:
    whole = shapely.union_all(list(parts))
    drawn = whole if fine else whole.simplify(_COARSE)
    named: AreaKind = "held" if kind == "held" else "gained" if kind == "gained" else "lost"
    return MapArea(
        kind=named,
        label=label,
        polygons=tuple(
            tuple(
                tuple((round(float(x), 3), round(float(y), 3)) for x, y in ring.coords)
                for ring in (part.exterior, *part.interiors)
            )
            for part in polygons(drawn)
        ),
    )


def credits_of(references: Sequence[Reference]) -> tuple[str, ...]:
    """Return a line for each map source: its name, source and licence."""
    return tuple(
        f"Control: {one.name}, {one.source}, {one.licence}" for one in references if one.layers
    )
