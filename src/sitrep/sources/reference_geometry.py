"""Dated GeoJSON (RFC 7946) to control layers, by a mapping; what cannot be used is one issue."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import msgspec
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sitrep.model.issues import Issue
from sitrep.model.reference import ControlLayer
from sitrep.sources.problems import BadInput, issue, subject
from sitrep.sources.reference_mapping import Mapping

_WGS84 = re.compile(r"(?i)crs:?84|epsg:{1,2}4326$|wgs ?84")
_AREAS = ("Polygon", "MultiPolygon")

Found = dict[tuple[date, str], list[BaseGeometry]]


def read_geometry(
    body: bytes, *, mapping: Mapping, path: str, parties: Collection[str]
) -> Iterator[ControlLayer | Issue]:
    """Yield the areas of one GeoJSON file as a layer for each day and holder, and its issues.

    A polygon that crosses itself is repaired and noted; features without an area are left out with
    an issue. Raises `BadInput` when nothing in the file can be used: no GeoJSON, no features, no
    day, another projection than WGS 84.
    """
    document = _document(body)
    found: Found = {}
    for number, feature in enumerate(document["features"]):
        where = subject(path, number)
        try:
            if not _wanted(feature, mapping):
                continue
            geometry, repaired = _area(feature)
            key = (_day(feature, mapping, path), _holder(feature, mapping, parties))
        except BadInput as problem:
            yield issue(where, problem.code, problem.reason)
            continue
        if repaired:
            reason = f"geometry: {repaired}; repaired"
            yield issue(where, "invalid-geometry", reason)
        found.setdefault(key, []).append(geometry)
    for (day, holder), parts in sorted(found.items()):
        whole = shapely.union_all(parts)
        yield ControlLayer(day=day, holder=holder, geometry=shapely.to_wkb(whole), file=path)


def _document(body: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise BadInput("not-geojson", f"is no JSON ({fault})") from fault
    kind = found.get("type") if isinstance(found, dict) else None
    if kind in _AREAS:
        found = {"features": [{"type": "Feature", "properties": {}, "geometry": found}]}
    elif kind == "Feature":
        found = {**found, "features": [found]}
    elif kind != "FeatureCollection" or not isinstance(found.get("features"), list):
        raise BadInput("not-geojson", "is no GeoJSON FeatureCollection, Feature or polygon")
    if not found["features"]:
        raise BadInput("no-features", "holds no features")
    _require_wgs84(found)
    return {"features": found["features"]}


def _require_wgs84(document: dict[str, Any]) -> None:
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    if name and not _WGS84.search(name):
        raise BadInput("other-projection", f"crs: is in {name}; convert it to WGS 84 (EPSG:4326)")


def _wanted(feature: object, mapping: Mapping) -> bool:
    properties = _properties(feature)
    return all(str(properties.get(name, "")) in values for name, values in mapping.where.items())


def _properties(feature: object) -> dict[str, Any]:
    if not isinstance(feature, dict):
        raise BadInput("not-geojson", "is no GeoJSON feature")
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _area(feature: dict[str, Any]) -> tuple[BaseGeometry, str]:
    """Return the polygons of a feature and, where they had to be repaired, what was wrong."""
    given = feature.get("geometry")
    if not isinstance(given, dict) or not given.get("coordinates"):
        raise BadInput("empty-geometry", "geometry: is empty")
    if given.get("type") not in _AREAS:
        raise BadInput("no-area", f"geometry: {given.get('type')!r} is no area")
    try:
        geometry = shape(given)
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError) as fault:
        raise BadInput("bad-geometry", f"geometry: cannot be read ({fault})") from fault
    if geometry.is_empty:
        raise BadInput("empty-geometry", "geometry: is empty")
    _require_degrees(geometry)
    if geometry.is_valid:
        return geometry, ""
    return _repaired(geometry), str(shapely.is_valid_reason(geometry))


def _require_degrees(geometry: BaseGeometry) -> None:
    west, south, east, north = geometry.bounds
    inside = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    if not inside:
        raise BadInput(
            "other-projection",
            f"geometry: {west:.0f}, {south:.0f} to {east:.0f}, {north:.0f} are no degrees; convert"
            " it to WGS 84 (EPSG:4326)",
        )


def _repaired(geometry: BaseGeometry) -> BaseGeometry:
    """Return the areas of a geometry made valid; lines and points that this leaves go."""
    parts = shapely.get_parts(shapely.make_valid(geometry))
    polygons = [part for part in parts if part.geom_type in _AREAS]
    if not polygons:
        raise BadInput("bad-geometry", "geometry: crosses itself so that no area is left")
    return shapely.union_all(polygons)


def _day(feature: dict[str, Any], mapping: Mapping, path: str) -> date:
    if mapping.day_property is not None:
        text = str(_properties(feature).get(mapping.day_property, ""))
        try:
            return date.fromisoformat(text[:10])
        except ValueError as fault:
            told = f"{text!r} is no ISO day" if text else "is missing"
            reason = f"{mapping.day_property}: {told}"
            raise BadInput("no-day", reason) from fault
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    match = re.search(mapping.day, name)
    if match is None:
        raise BadInput("no-day", f"name: {name!r} holds no day as the mapping describes it")
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError as fault:
        raise BadInput("no-day", f"name: {match[0]!r} is no day") from fault


def _holder(feature: dict[str, Any], mapping: Mapping, parties: Collection[str]) -> str:
    found = mapping.holder or ""
    if mapping.holder_property is not None:
        written = str(_properties(feature).get(mapping.holder_property, ""))
        found = mapping.holders.get(written, written) or found
    if found not in parties:
        field = mapping.holder_property or "holder"
        known = ", ".join(sorted(parties))
        raise BadInput("unknown-party", f"{field}: {found!r} is no party of the theatre ({known})")
    return found
