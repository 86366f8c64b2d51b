"""The map of a theatre: states, disputed areas, held areas, and the places of findings."""

import math
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from textwrap import wrap

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from sitrep.drawing import labels, shapes
from sitrep.drawing.projection import Projection, Region
from sitrep.drawing.svg import element, number, picture, words
from sitrep.model.pictures import MapArea, MapMark, TheatreMap

WIDTH = 720.0
_PAD = 0.08
"""Room around the outermost mark or area, as a part of the region's extent."""
_LEAST = 0.35
"""A map shows at least so much of the region's extent each way."""
_FLAT = 1.35
"""Width against height: higher maps would not fit a page, and show more land at their sides."""
_HATCH = 6.0
_LEGEND = 17.0
_CREDIT = 150
"""Letters of a line of credits."""
_NAMES = {
    "ground": "Fighting and control", "strikes": "Strikes", "diplomacy": "Diplomacy",
    "other": "Other reports",
}  # fmt: skip


def draw(given: TheatreMap, name: str = "map") -> str:
    """Return the map as an SVG picture; `name` makes its ids unique within a page.

    It shows the part of the region where there is something to show, whole states named. Areas that
    two sources assign to different states are hatched.
    """
    region = _frame(given)
    projection = Projection(region, WIDTH)
    legend = list(_legend(given, region))
    width, height = projection.size
    rows = (len(legend) + 1) // 2
    credit = wrap(". ".join((shapes.CREDIT, *given.credits)) + ".", _CREDIT)
    parts = [
        element("rect", cls="sea", width=width, height=height),
        *_land(given, region, projection),
        *_disputes(region, projection),
        *_areas(given.areas, projection),
        *_marks(given.marks, projection, region),
        element("rect", cls="frame", x=0.5, y=0.5, width=width - 1, height=height - 1),
        *_keys(legend, height),
        *_credits(credit, height + (rows + 1) * _LEGEND - 4),
    ]
    size = (width, height + rows * _LEGEND + 8 + len(credit) * 12)
    return picture(parts, size=size, title=given.title, alternative=given.alternative, name=name)


def _frame(given: TheatreMap) -> Region:
    """Return the part of the region that holds every mark and area, with room around it."""
    points = [(mark.lon, mark.lat) for mark in given.marks]
    points += [point for area in given.areas for part in area.polygons for point in part[0]]
    if not points:
        return _shaped(given.region)
    spans = []
    for axis in (0, 1):
        low, high = given.region[axis], given.region[axis + 2]
        pad, least = (high - low) * _PAD, (high - low) * _LEAST
        first, last = min(p[axis] for p in points) - pad, max(p[axis] for p in points) + pad
        missing = max(0.0, least - (last - first))
        spans.append((max(low, first - missing / 2), min(high, last + missing / 2)))
    return _shaped((spans[0][0], spans[1][0], spans[0][1], spans[1][1]))


def _shaped(frame: Region) -> Region:
    """Return a frame made wider where it is high; what lies beside the region is land too."""
    west, south, east, north = frame
    across = math.cos(math.radians((south + north) / 2))
    missing = max(0.0, (north - south) * _FLAT / max(across, 0.2) - (east - west))
    return west - missing / 2, south, east + missing / 2, north


def _land(given: TheatreMap, region: Region, projection: Projection) -> Iterator[str]:
    named: list[tuple[str, BaseGeometry]] = []
    for shape in shapes.states(_wider(region)):
        pixels = projection.geometry(shape.geometry)
        if pixels.is_empty:
            continue
        cls = "land party" if shape.codes[0] in given.parties else "land"
        yield element("path", cls=cls, d=path(pixels))
        named.append((shape.name, pixels))
    for name, pixels in named:
        circle = shapely.maximum_inscribed_circle(pixels, tolerance=2)
        if circle.length > 5.2 * len(name):
            x, y = circle.coords[0]
            yield words(name.upper(), x, y + 4, 10, cls="country", text_anchor="middle")


def _wider(region: Region) -> Region:
    west, south, east, north = region
    reach = (east - west) * 0.2
    return west - reach, south - reach, east + reach, north + reach


def _disputes(region: Region, projection: Projection) -> Iterator[str]:
    for shape in shapes.disputed(_wider(region)):
        pixels = projection.geometry(shape.geometry)
        if not pixels.is_empty:
            yield element("path", cls="disputed", d=path(_hatched(pixels)))
            yield element("path", cls="dispute-line", d=path(pixels))


def _hatched(area: BaseGeometry) -> BaseGeometry:
    """Return slanting lines within an area: patterns would need a reference by address."""
    left, top, right, bottom = area.bounds
    high = bottom - top
    count = int((right - left + high) / _HATCH) + 1
    lines = [
        LineString(
            [(left + step * _HATCH - high, bottom), (left + step * _HATCH, top)]
        )
        for step in range(count + 1)
    ]  # fmt: skip
    return shapely.MultiLineString(lines).intersection(area)


def _areas(areas: Iterable[MapArea], projection: Projection) -> Iterator[str]:
    for area in areas:
        whole = MultiPolygon([Polygon(part[0], part[1:]) for part in area.polygons])
        whole = whole if whole.is_valid else shapely.make_valid(whole)
        pixels = projection.geometry(whole)
        if not pixels.is_empty:
            yield element("path", _title(area.label), cls=area.kind, d=path(pixels))


def _marks(marks: Sequence[MapMark], projection: Projection, region: Region) -> Iterator[str]:
    west, south, east, north = region
    inside = [m for m in marks if west <= m.lon <= east and south <= m.lat <= north]
    spots = [(mark.name, *projection.point(mark.lon, mark.lat)) for mark in inside]
    for mark, (_, x, y) in zip(inside, spots, strict=True):
        title = _title(f"{mark.name}: {mark.note}" if mark.note else mark.name)
        yield element("path", title, cls=f"mark mark-{mark.kind}", d=symbol(mark.kind, x, y))
    for label in labels.place(spots, size=11.5, frame=projection.size):
        if label is not None:
            for cls in ("halo", None):
                yield words(
                    label.text, label.x, label.y, 11.5, cls=cls, text_anchor=label.anchor,
                    font_weight="600", aria_hidden="true" if cls else None,
                )  # fmt: skip


def symbol(kind: str, x: float, y: float, r: float = 5.0) -> str:
    """Return the path of a mark: told apart without colour: square, triangle, circle, diamond."""
    if kind == "ground":
        points = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    elif kind == "strikes":
        points = [(x, y - r * 1.3), (x + r * 1.2, y + r * 0.9), (x - r * 1.2, y + r * 0.9)]
    elif kind == "diplomacy":
        arc = f"a{number(r)} {number(r)} 0 1 0"
        return f"M{number(x - r)} {number(y)}{arc} {number(2 * r)} 0{arc} {number(-2 * r)} 0Z"
    else:
        points = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
    return "M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "Z"


def path(geometry: BaseGeometry) -> str:
    """Return polygons and lines as path data, in tenths of a pixel."""
    out: list[str] = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            rings = [part.exterior, *part.interiors]
            out += [f"M{_points(ring.coords[:-1])}Z" for ring in rings]
        elif part.geom_type in ("LineString", "LinearRing"):
            out.append(f"M{_points(part.coords)}")
    return "".join(out)


def _points(coords: Iterable[tuple[float, ...]]) -> str:
    found: list[str] = []
    for x, y, *_ in coords:
        point = f"{number(float(x))} {number(float(y))}"
        if not found or found[-1] != point:
            found.append(point)
    return "L".join(found)


def _title(text: str) -> str:
    return element("title", escape(text))


def _legend(given: TheatreMap, region: Region) -> Iterator[tuple[str, str]]:
    """Yield class or kind of mark, and its words."""
    kinds = {mark.kind for mark in given.marks}
    for kind, text in _NAMES.items():
        if kind in kinds:
            yield f"mark-{kind}", text
    for area in given.areas:
        yield area.kind, area.label
    names = {shape.codes[0]: shape.name for shape in shapes.states(_wider(region))}
    claimed = [
        " and ".join(names.get(code, code) for code in shape.codes if code) or shape.name
        for shape in shapes.disputed(_wider(region))
        if shape.geometry.intersects(box(*region))
    ]
    if claimed:
        yield "disputed", f"Disputed: {'; '.join(dict.fromkeys(claimed))}"


def _keys(legend: Sequence[tuple[str, str]], top: float) -> Iterator[str]:
    for index, (cls, text) in enumerate(legend):
        x, y = 8 + (index % 2) * WIDTH / 2, top + 14 + (index // 2) * _LEGEND
        if cls.startswith("mark-"):
            yield element("path", cls=f"mark {cls}", d=symbol(cls[5:], x + 6, y - 3.5))
        else:
            shown = "dispute-line" if cls == "disputed" else cls
            yield element("rect", cls=shown, x=x, y=y - 8, width=12, height=9)
            if cls == "disputed":
                hatch = _hatched(box(x, y - 8, x + 12, y + 1))
                yield element("path", cls="disputed", d=path(hatch))
        yield words(text, x + 18, y, 11)


def _credits(lines: Sequence[str], y: float) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield words(line, 8, y + index * 12, 9, cls="quiet")
