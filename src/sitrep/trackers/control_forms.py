"""The control tracker as GeoJSON (RFC 7946) and as a map."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import shapely
from shapely.geometry import mapping as geometry_of
from shapely.geometry.base import BaseGeometry

from sitrep.drawing import map as drawn_map
from sitrep.drawing.svg import standalone
from sitrep.model.findings import Finding, TrackerState
from sitrep.model.pictures import MapMark, TheatreMap
from sitrep.model.reference import Reference
from sitrep.trackers.control_area import AreaChange, area_changes, area_days
from sitrep.trackers.control_map import MapVerdict, spot, verdicts
from sitrep.trackers.control_pictures import WEEK, credits_of, latest, map_areas
from sitrep.trackers.sheet import Sheet
from sitrep.vocabulary.wording import actor_name, party_country

Feature = dict[str, Any]


def geojson(sheet: Sheet) -> str:
    """Return a FeatureCollection: reported states as points, held areas, gains and losses.

    States carry value, text, as_of, findings and what each map says to them. Areas carry km2 and
    the change over a day and seven days; changes of the last seven days carry km2 and the
    settlements in or near them. Coordinates are degrees WGS 84 with five decimals.
    """
    features = [*_states(sheet)]
    for reference in sheet.references:
        features += [*_held(reference, sheet.last_day), *_changes(reference, sheet)]
    sources = [
        {"name": one.name, "source": one.source, "licence": one.licence}
        for one in sheet.references
        if one.layers
    ]
    lines = ",\n".join(msgspec.json.encode(feature).decode() for feature in features)
    named = msgspec.json.encode(sources).decode()
    return f'{{"type":"FeatureCollection","sources":{named},"features":[\n{lines}\n]}}\n'


def picture(sheet: Sheet) -> str:
    """Return the map as one SVG file: reported places, held areas, gains and losses of the week."""
    found = [(state, finding, spot(finding, sheet.claims)) for state, finding in _pairs(sheet)]
    marks = tuple(
        MapMark(
            name=place.name, lat=place.lat, lon=place.lon, kind="ground",
            findings=state.findings, note=state.text,
        )
        for state, _, place in found
        if place is not None and place.lat is not None and place.lon is not None
    )  # fmt: skip
    areas = map_areas(sheet.references, sheet.theatre, sheet.last_day)
    told = [*(mark.note for mark in marks), *(area.label for area in areas)]
    drawing = TheatreMap(
        title=f"Control, {sheet.theatre.name}",
        alternative=". ".join(told) or "No report of control and no map.",
        region=sheet.theatre.region,
        parties=tuple(party_country(one.actor, sheet.theatre) for one in sheet.theatre.parties),
        marks=marks,
        areas=areas,
        credits=credits_of(sheet.references),
    )
    return standalone(drawn_map.draw(drawing, "control"))


def _pairs(sheet: Sheet) -> Iterator[tuple[TrackerState, Finding]]:
    findings = {finding.id: finding for finding in sheet.findings}
    for state in sheet.states:
        for name in state.findings:
            if name in findings:
                yield state, findings[name]


def _states(sheet: Sheet) -> Iterator[Feature]:
    judged: dict[str, list[MapVerdict]] = {}
    for verdict in verdicts(sheet.findings, sheet.claims, sheet.theatre, sheet.references):
        judged.setdefault(verdict.finding, []).append(verdict)
    for state, finding in _pairs(sheet):
        place = spot(finding, sheet.claims)
        located = place is not None and place.lat is not None and place.lon is not None
        point = {"type": "Point", "coordinates": [place.lon, place.lat]} if located else None  # type: ignore[union-attr]
        yield _feature(
            point,
            kind="state",
            key=state.key,
            place=finding.place,
            value=state.value,
            text=state.text,
            as_of=state.as_of.isoformat() if state.as_of else None,
            claimants=[answer.claimants for answer in finding.answers],
            findings=state.findings,
            maps=[
                {"source": one.source, "day": one.day, "verdict": one.verdict, "reason": one.reason}
                for one in judged.get(finding.id, [])
            ],
        )


def _held(reference: Reference, until: date | None) -> Iterator[Feature]:
    days = {(one.day, one.holder): one for one in area_days(reference.layers, until)}
    for layer in latest(reference, until):
        area = days[layer.day, layer.holder]
        yield _feature(
            _rounded(shapely.from_wkb(layer.geometry)),
            kind="held",
            holder=layer.holder,
            day=layer.day,
            km2=round(area.km2, 1),
            change_day=_one(area.change),
            since=area.since,
            change_week=_one(area.week),
            source=reference.name,
        )


def _changes(reference: Reference, sheet: Sheet) -> Iterator[Feature]:
    layers = latest(reference, sheet.last_day)
    if not layers:
        return
    day = layers[0].day
    found = area_changes(reference.layers, sheet.settlements, since=day - WEEK, until=day)
    for change in found:
        yield _feature(
            _rounded(shapely.from_wkb(change.geometry)),
            kind=change.kind,
            holder=change.holder,
            text=told(change, sheet),
            day=change.day,
            since=change.since,
            km2=round(change.km2, 2),
            near=[{"name": near.name, "km": near.km} for near in change.near],
            source=reference.name,
        )


def told(change: AreaChange, sheet: Sheet) -> str:
    """Return a change in words: "Russia gained 12.3 km² near Pokrovsk, by 21 May"."""
    near = change.near[0] if change.near else None
    where = f" {'at' if near.km == 0 else 'near'} {near.name}" if near else ""
    party = actor_name(change.holder, sheet.theatre)
    return (
        f"{party} {change.kind} {change.km2:,.1f} km²{where}, by {change.day.day} {change.day:%B}"
    )


def _feature(geometry: object, **properties: object) -> Feature:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _rounded(geometry: BaseGeometry) -> Feature:
    rounded: Feature = geometry_of(shapely.transform(geometry, lambda points: points.round(5)))
    return rounded


def _one(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
