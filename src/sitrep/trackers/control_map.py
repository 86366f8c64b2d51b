"""What a map of the day says to a report of control: it supports, contradicts or cannot judge."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

import shapely
from msgspec.structs import replace
from shapely.geometry.base import BaseGeometry

from sitrep.model.base import Record
from sitrep.model.extraction import Claim, Place
from sitrep.model.findings import Finding, TrackerState
from sitrep.model.reference import ControlLayer, Reference
from sitrep.trackers.control import holder
from sitrep.vocabulary.types import Theatre

Verdict = Literal["supports", "contradicts", "cannot judge"]
_OLDEST = timedelta(days=3)
"""A map older than this is no map of that day."""
_LINE_KM = 2.0
"""Nearer to the line than this a point cannot say: villages and drawn lines are that wide."""
_ADVANCE_KM = 10.0
"""So far from a place is near it, for a report of an advance "near" or "towards" it."""
_WEEK = timedelta(days=7)
_SETTLEMENT = 2
"""UCDP precision: 1 is a settlement, 2 near one; beyond are districts and regions."""
_KM = math.pi / 180 * 6371.0


class MapVerdict(Record, frozen=True, kw_only=True):
    """One map source beside one report of control; `reason` says what the map shows."""

    finding: str
    source: str
    day: date | None
    verdict: Verdict
    reason: str


def spot(finding: Finding, claims: Mapping[str, Claim]) -> Place | None:
    """Return the place of a finding with its coordinates, as its claims locate it."""
    for name in finding.claims:
        for place in claims[name].places if name in claims else ():
            if place.name == finding.place and place.lat is not None and place.lon is not None:
                return place
    return None


def verdicts(
    findings: Iterable[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    references: Sequence[Reference],
) -> tuple[MapVerdict, ...]:
    """Return what each map source says to each finding of control, in the order of the findings.

    A map is asked for the day of the report, and must not be more than three days older. It cannot
    judge regions, places without coordinates or in states that it does not cover, and points within
    two kilometres of its line.
    """
    return tuple(
        _verdict(finding, spot(finding, claims), theatre, reference)
        for finding in findings
        if finding.question.kind == "control"
        for reference in references
        if reference.layers
    )


def told_by_maps(
    states: Iterable[TrackerState], found: Iterable[MapVerdict]
) -> tuple[TrackerState, ...]:
    """Return the states with what the maps say to their findings behind the text.

    "…; The Map of 21 May supports this: Harbour lies 37 km inside its area".
    """
    by_finding: dict[str, list[MapVerdict]] = {}
    for verdict in found:
        by_finding.setdefault(verdict.finding, []).append(verdict)
    return tuple(_told(state, by_finding) for state in states)


def _told(state: TrackerState, by_finding: Mapping[str, list[MapVerdict]]) -> TrackerState:
    said = [
        f"{one.source}{f' of {one.day.day} {one.day:%B}' if one.day else ''}"
        f" {one.verdict} this: {one.reason}"
        for name in state.findings
        for one in by_finding.get(name, [])
    ]
    return replace(state, text="; ".join((state.text, *said))) if said else state


def _verdict(
    finding: Finding, place: Place | None, theatre: Theatre, reference: Reference
) -> MapVerdict:
    moment = finding.happened_to or finding.last_known_at
    layers = _layers(reference, moment.date() if moment else None)
    day = layers[0].day if layers else None
    verdict, reason = _judged(finding, place, theatre, (reference, layers))
    return MapVerdict(
        finding=finding.id, source=reference.claimant, day=day, verdict=verdict, reason=reason
    )


def _layers(reference: Reference, day: date | None) -> list[ControlLayer]:
    """Return the layers of the newest map of `day`, or of up to three days before."""
    known = [one for one in reference.layers if day and day - _OLDEST <= one.day <= day]
    newest = max((one.day for one in known), default=None)
    return [one for one in known if one.day == newest]


def _judged(
    finding: Finding,
    place: Place | None,
    theatre: Theatre,
    maps: tuple[Reference, list[ControlLayer]],
) -> tuple[Verdict, str]:
    reference, layers = maps
    party = holder(finding, theatre)
    obstacle = _obstacle(party, place, reference, layers)
    if obstacle or place is None or party is None:
        return "cannot judge", obstacle
    if finding.question.key.startswith("advance|"):
        return _advanced(party, place, reference, layers)
    held_by, km = _at(place, layers)
    if km < _LINE_KM:
        return "cannot judge", f"the line runs within {_LINE_KM:.0f} km of {place.name}"
    drawn = {layer.holder for layer in layers}
    if held_by is None and party not in drawn:
        return "supports", f"{place.name} lies outside the areas of the other side"
    if held_by == party:
        return "supports", f"{place.name} lies {km:.0f} km inside its area"
    where = f"in the area of {held_by}" if held_by else "outside its area"
    return "contradicts", f"{place.name} lies {km:.0f} km {where}"


def _obstacle(
    party: str | None, place: Place | None, reference: Reference, layers: list[ControlLayer]
) -> str:
    """Return why a map cannot judge, "" where it can."""
    if place is None:
        return "the reports do not locate the place"
    if party is None:
        return "the reports name no party that holds it"
    if place.precision > _SETTLEMENT:
        return f"{place.name} is an area, not a settlement"
    if not layers:
        return "there is no map of that day"
    if reference.covers and place.country and place.country not in reference.covers:
        return f"the map does not cover {place.name}"
    return ""


def _at(place: Place, layers: list[ControlLayer]) -> tuple[str | None, float]:
    """Return who holds a point on the map and its distance to the nearest line, in km."""
    scale = _scale(place)
    point = shapely.Point(_flat(place, scale))
    holder_there, nearest = None, math.inf
    for layer in layers:
        area = _in_km(shapely.from_wkb(layer.geometry), scale)
        if area.contains(point):
            holder_there = layer.holder
        nearest = min(nearest, float(area.boundary.distance(point)))
    return holder_there, nearest


def _advanced(
    party: str, place: Place, reference: Reference, layers: list[ControlLayer]
) -> tuple[Verdict, str]:
    """Return whether the party's area grew near a place in the week to the map."""
    day = layers[0].day
    new = [layer for layer in layers if layer.holder == party]
    old = [one for one in reference.layers if one.day == day - _WEEK and one.holder == party]
    if not new or not old:
        return "cannot judge", "there is no map of a week before"
    scale = _scale(place)
    grown = shapely.union_all([shapely.from_wkb(one.geometry) for one in new]).difference(
        shapely.union_all([shapely.from_wkb(one.geometry) for one in old])
    )
    km = _in_km(grown, scale).distance(shapely.Point(_flat(place, scale)))
    if not grown.is_empty and km <= _ADVANCE_KM:
        return "supports", f"its area grew within {max(km, 1):.0f} km of {place.name} in the week"
    return "cannot judge", f"no growth within {_ADVANCE_KM:.0f} km of {place.name} in the week"


def _scale(place: Place) -> tuple[float, float]:
    return _KM * math.cos(math.radians(place.lat or 0.0)), _KM


def _flat(place: Place, scale: tuple[float, float]) -> tuple[float, float]:
    return (place.lon or 0.0) * scale[0], (place.lat or 0.0) * scale[1]


def _in_km(geometry: BaseGeometry, scale: tuple[float, float]) -> BaseGeometry:
    """Return a geometry in km, true around the place that gave the scale."""
    return shapely.transform(geometry, lambda points: points * scale)
