"""Regenerate vocabulary/features.tsv.gz from Natural Earth 1:10m (public domain) as GeoJSON.

Usage: python -m bench.features FOLDER, where FOLDER holds ne_10m_*.json of the layers below.
Each row is a land form or body of water: name, the centre of its shape, and Natural Earth's scale
rank (0 for what every map shows, 10 for the least).
"""

import json
import re
import sys
from pathlib import Path

from bench.tables import centre, write_table

TARGET = Path(__file__).parents[1] / "src/sitrep/vocabulary/features.tsv.gz"
LAYERS = {
    "geography_regions_polys": "",
    "geography_regions_points": "",
    "geography_regions_elevation_points": "",
    "geography_marine_polys": "",
    "lakes": "Lake",
    "rivers_lake_centerlines": "River",
    "parks_and_protected_lands_area": "National Park",
}
_SKIPPED = frozenset({"Continent", "Dragons-be-here", "pole", "Coast"})
_FULL = {
    "I.": "Island", "Is.": "Islands", "Pen.": "Peninsula", "Mts.": "Mountains", "Plat.": "Plateau",
    "Mt.": "Mount", "Mtn.": "Mountain", "Str.": "Strait", "Sd.": "Sound", "Arch.": "Archipelago",
    "Ra.": "Range", "Res.": "Reservoir", "L.": "Lake", "Pk.": "Peak",
}  # fmt: skip
_LAKE = re.compile(
    r"\b(?:lake|lago|lac|lough|loch|reservoir|sea|laguna|ozero|res\.|dam)\b", re.IGNORECASE
)


def main(folder: Path) -> None:
    rows: list[tuple[str, str, str, str]] = []
    ranks: dict[str, int] = {}
    drawn: dict[str, list[tuple[float, float]]] = {}
    for layer, noun in LAYERS.items():
        for shape in json.loads((folder / f"ne_10m_{layer}.json").read_text("utf-8"))["features"]:
            named = shape["properties"]
            name = named.get("name_en") or named.get("name")
            if not name or named.get("featurecla") in _SKIPPED or shape["geometry"] is None:
                continue
            full = _called(name, noun)
            lat, lon = centre(shape["geometry"])
            drawn.setdefault(full, []).append((lat, lon))
            rank = int(named.get("scalerank") or 0)
            ranks[full] = min(rank, ranks.get(full, rank))
    for name, points in drawn.items():
        rows += ((name, str(lat), str(lon), str(ranks[name])) for lat, lon in _apart(points))
    write_table(TARGET, rows)


def _called(name: str, noun: str) -> str:
    words = [_FULL.get(word, word) for word in name.split()]
    full = " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)
    if noun == "Lake":
        return full if _LAKE.search(full) else f"Lake {full}"
    return full if not noun or noun.rsplit(maxsplit=1)[-1] in full.split() else f"{full} {noun}"


def _apart(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return one point for each cluster of pieces: a river is drawn in several stretches."""
    clusters: list[list[tuple[float, float]]] = []
    for lat, lon in points:
        for cluster in clusters:
            if any(abs(lat - a) < 5 and abs(lon - b) < 7 for a, b in cluster):
                cluster.append((lat, lon))
                break
        else:
            clusters.append([(lat, lon)])
    return [
        (round(sum(p[0] for p in one) / len(one), 3), round(sum(p[1] for p in one) / len(one), 3))
        for one in clusters
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
