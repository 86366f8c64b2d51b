"""How large held areas are, and where they grew and shrank from one map of a source to the next."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from sitrep.model.base import Record
from sitrep.model.reference import ControlLayer
from sitrep.trackers.sheet import Settlement

_A_KM = 6378.137
_F = 1 / 298.257223563
_E = math.sqrt(_F * (2 - _F))
"""The WGS 84 ellipsoid (NIMA TR8350.2): semi-major axis in km, flattening, eccentricity."""
_STEP_DEGREES = 0.05
"""Longer edges are divided, so that they stay straight in degrees as RFC 7946 wants them."""
_SMALLEST_KM2 = 0.01
"""A smaller piece of a difference is a redrawn line, and no change on the ground."""
_WEEK = timedelta(days=7)
_NEAR_KM = 30.0
_NEAREST = 3


class Near(Record, frozen=True, kw_only=True):
    """A settlement in (0 km) or near a changed area."""

    name: str
    km: float


class AreaChange(Record, frozen=True, kw_only=True):
    """One connected area that the holder gained or lost between two maps.

    `geometry` is a polygon as WKB, degrees WGS 84; `near` are settlements, the nearest first.
    """

    day: date
    since: date
    holder: str
    kind: str
    km2: float
    geometry: bytes
    near: tuple[Near, ...] = ()


class AreaDay(Record, frozen=True, kw_only=True):
    """The area of one holder on one map, in km2, and its change.

    `change` is against the map before (`since`); `gained` and `lost` are its two parts. `week` is
    against the map of seven days before, None where there is none.
    """

    day: date
    holder: str
    km2: float
    since: date | None = None
    change: float | None = None
    gained: float | None = None
    lost: float | None = None
    week: float | None = None


def area_km2(geometry: BaseGeometry) -> float:
    """Return the area of polygons in degrees WGS 84, on the ellipsoid, in km2.

    Lambert's cylindrical equal-area projection of the ellipsoid (Snyder 1987, Map Projections: A
    Working Manual, USGS Professional Paper 1395, equations 3-12 and 10-14).
    """
    fine = shapely.segmentize(geometry, _STEP_DEGREES)
    return float(shapely.area(shapely.transform(fine, _equal_area)))


def _equal_area(points: NDArray[np.float64]) -> NDArray[np.float64]:
    sine = np.sin(np.radians(points[:, 1]))
    q = (1 - _E**2) * (
        sine / (1 - (_E * sine) ** 2) - np.log((1 - _E * sine) / (1 + _E * sine)) / (2 * _E)
    )
    return np.column_stack((_A_KM * np.radians(points[:, 0]), _A_KM * q / 2))


def area_days(layers: Sequence[ControlLayer], until: date | None = None) -> tuple[AreaDay, ...]:
    """Return the area of each day of each holder, by holder and day, up to `until` (included)."""
    found: list[AreaDay] = []
    for holder in sorted({layer.holder for layer in layers}):
        days = _days(layers, holder, until)
        km2 = {day: area_km2(geometry) for day, geometry in days.items()}
        found += [_area_day(day, holder, days, km2) for day in days]
    return tuple(found)


def _days(
    layers: Sequence[ControlLayer], holder: str, until: date | None
) -> dict[date, BaseGeometry]:
    days: dict[date, BaseGeometry] = {}
    for layer in sorted(layers, key=lambda one: (one.day, one.file)):
        if layer.holder == holder and (until is None or layer.day <= until):
            geometry = shapely.from_wkb(layer.geometry)
            days[layer.day] = geometry.union(days[layer.day]) if layer.day in days else geometry
    return days


def _area_day(
    day: date, holder: str, days: dict[date, BaseGeometry], km2: dict[date, float]
) -> AreaDay:
    since = max((other for other in days if other < day), default=None)
    week = km2.get(day - _WEEK)
    if since is None:
        return AreaDay(day=day, holder=holder, km2=km2[day])
    return AreaDay(
        day=day,
        holder=holder,
        km2=km2[day],
        since=since,
        change=km2[day] - km2[since],
        gained=area_km2(days[day].difference(days[since])),
        lost=area_km2(days[since].difference(days[day])),
        week=None if week is None else km2[day] - week,
    )


def area_changes(
    layers: Sequence[ControlLayer],
    settlements: Sequence[Settlement] = (),
    *,
    since: date | None = None,
    until: date | None = None,
) -> tuple[AreaChange, ...]:
    """Return what each holder gained and lost from map to map, after `since` up to `until`.

    Each connected area is a change of its own, the latest and largest first; `settlements` name it.
    """
    found: list[AreaChange] = []
    places = _Places(settlements)
    for holder in sorted({layer.holder for layer in layers}):
        days = _days(layers, holder, until)
        for (before, old), (day, new) in pairwise(days.items()):
            if since is not None and day <= since:
                continue
            parts = [("gained", new.difference(old)), ("lost", old.difference(new))]
            found += [
                AreaChange(
                    day=day,
                    since=before,
                    holder=holder,
                    kind=kind,
                    km2=area_km2(part),
                    geometry=shapely.to_wkb(part),
                    near=places.near(part),
                )
                for kind, whole in parts
                for part in polygons(whole)
                if area_km2(part) >= _SMALLEST_KM2
            ]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), -one.km2, one.geometry)))


def polygons(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the polygons of a geometry, without lines and points."""
    parts = shapely.get_parts(geometry)
    flat = [inner for part in parts for inner in shapely.get_parts(part)]
    return [part for part in flat if part.geom_type == "Polygon"]


class _Places:
    """Settlements, to be found by distance."""

    def __init__(self, settlements: Sequence[Settlement]) -> None:
        self._all = sorted(settlements, key=lambda one: (one.name, one.lat, one.lon))
        self._lon = np.array([one.lon for one in self._all])
        self._lat = np.array([one.lat for one in self._all])

    def near(self, area: BaseGeometry) -> tuple[Near, ...]:
        """Return up to three settlements within 30 km of `area`, the nearest first."""
        if not self._all:
            return ()
        middle = math.radians(area.centroid.y)
        scale = np.array([math.cos(middle) * math.pi / 180 * _A_KM, math.pi / 180 * _A_KM])
        flat = shapely.transform(area, lambda points: points * scale)
        spots = shapely.points(self._lon * scale[0], self._lat * scale[1])
        km = shapely.distance(flat, spots)
        order = np.lexsort((np.arange(len(km)), km))[:_NEAREST]
        return tuple(
            Near(name=self._all[index].name, km=round(float(km[index]), 1))
            for index in order
            if km[index] <= _NEAR_KM
        )
