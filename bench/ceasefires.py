"""What came of the humanitarian corridors of 2022: the tracker's reading against the table's.

Each row's text, without the status that the table's authors put before it, is read sentence by
sentence with the words of `vocabulary/ceasefire.yaml`. Rows count whose result is clear
(successful, disputed, disrupted) and whose text says what came of the corridor at all: the others,
by their numbers in `SILENT`, hold an announcement, a route or nothing. Even numbers were looked at
while the words were written, odd ones are held out.

    python -m bench.ceasefires [--show]
"""

import argparse
import csv
import re

from bench.data import require
from sitrep.language.sentences import split
from sitrep.trackers.ceasefire_corridors import outcome, together
from sitrep.vocabulary.ceasefire import patterns

TABLE = "ceasefires/humanitarian-corridors-2022.csv"
RESULTS = {
    "successful": "worked",
    "disputed": "disputed",
    "unsuccessful/disrupted": "disrupted",
}
SILENT = frozenset({
    1, 2, 101, 102, 103, 104, 105, 189, 208, 209, 210, 212, 213, 214, 215, 216, 217, 224, 225, 226,
    227, 263, 264, 283, 284, 285, 287, 288, 289, 290, 291, 294, 298, 301, 304, 306, 308, 310, 313,
    347, 352, 353, 354, 357, 359, 362, 363, 364, 366, 378, 379, 382, 383, 384, 386, 401, 402, 403,
    404, 405, 416,
})  # fmt: skip
_STATUS = re.compile(r"^Status: [^;]*;")
_SOURCE = re.compile(r"see source:.*", re.DOTALL)


def read(row: dict[str, str]) -> str:
    """Return what the tracker makes of a row's text: worked, disrupted, disputed, or "nothing"."""
    text = _SOURCE.sub("", _STATUS.sub("", row["text"])).replace(";;", ".")
    sentences = [text[start:end] for start, end in split(text)]
    found = [outcome(one.lower().replace("’", "'"), patterns()) for one in sentences]
    ends = {row["From"].split(" (")[0], row["To"].split(" (")[0]} - {""}
    own = [
        came
        for one, came in zip(sentences, found, strict=True)
        if came == "disrupted" and all(place in one for place in ends)
    ]
    return together(found, own) or "nothing"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with require(TABLE).open(encoding="utf-8-sig", newline="") as lines:
        clear = [row for row in csv.DictReader(lines) if row["status_result"] in RESULTS]
    rows = [row for row in clear if int(row["HC_ID"]) not in SILENT]
    right = {row["HC_ID"]: read(row) == RESULTS[row["status_result"]] for row in rows}
    for name, half in (("looked at", 0), ("held out", 1)):
        some = [right[row["HC_ID"]] for row in rows if int(row["HC_ID"]) % 2 == half]
        print(f"{name}: {sum(some)} of {len(some)} = {sum(some) / len(some):.3f}")
    print(f"rows with a clear result: {len(clear)}, silent on it: {len(clear) - len(rows)}")
    agreed = sum(right.values())
    print(f"state agreement: {agreed} of {len(rows)} = {agreed / len(rows):.3f}")
    for row in rows if options.show else ():
        if not right[row["HC_ID"]]:
            print(row["HC_ID"], row["status_result"], "→", read(row))


if __name__ == "__main__":
    main()
