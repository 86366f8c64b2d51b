"""Centres of GeoJSON geometries, and packed tables of places."""

import gzip
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Points = list[list[float]]


def centre(geometry: dict[str, Any]) -> tuple[float, float]:
    """Return the (lat, lon) of the centre of area of a shape; of a line or point, the middle."""
    coordinates = geometry["coordinates"]
    if geometry["type"] == "Point":
        return round(coordinates[1], 3), round(coordinates[0], 3)
    if geometry["type"] in {"LineString", "MultiLineString"}:
        return _middle([coordinates] if geometry["type"] == "LineString" else coordinates)
    shapes = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    area = east = north = 0.0
    for shape in shapes:
        for hole, ring in enumerate(shape):
            parts = list(_parts(ring))
            sign = -1.0 if hole else 1.0
            size = sum(part[0] for part in parts)
            sign = math.copysign(sign, sign * size)
            area += sign * size
            east += sign * sum(part[1] for part in parts)
            north += sign * sum(part[2] for part in parts)
    if not area:
        return _middle([ring for shape in shapes for ring in shape])
    return round(math.degrees(math.asin(north / area)), 3), round(east / area, 3)


def _middle(lines: list[Points]) -> tuple[float, float]:
    points = [point for line in lines for point in line]
    lon, lat = ([point[axis] for point in points] for axis in (0, 1))
    return round((min(lat) + max(lat)) / 2, 3), round((min(lon) + max(lon)) / 2, 3)


def _parts(ring: Points) -> Iterator[tuple[float, float, float]]:
    """Yield area and moments of each edge on a map of equal areas."""
    flat = [(point[0], math.sin(math.radians(point[1]))) for point in ring]
    for (x0, y0), (x1, y1) in pairwise(flat):
        cross = (x0 * y1 - x1 * y0) / 2
        yield cross, cross * (x0 + x1) / 3, cross * (y0 + y1) / 3


def write_table(target: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows, sorted, as gzipped tab-separated lines that are the same bytes each time."""
    lines = sorted("\t".join(row) + "\n" for row in rows)
    with gzip.GzipFile(target, "wb", mtime=0) as file:
        file.write("".join(lines).encode())
    print(len(lines), "rows,", target.stat().st_size, "bytes")
