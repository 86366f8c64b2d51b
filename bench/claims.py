"""The outside sets of claims with evidence and a label, read alike, and cut into two halves."""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.data import require
from sitrep.model.base import Record


class Labelled(Record, frozen=True, kw_only=True):
    """A claim, the sentences it is checked against, and whether people say they carry it.

    `group` names what must stay in one half: pairs that share a claim, a premise or an article.
    """

    claim: str
    evidence: tuple[str, ...]
    carried: bool
    group: str
    kind: str = ""


def wice(path: Path) -> Iterator[Labelled]:
    """WiCE: a partly supported claim is not carried, as in the paper's binary task."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sentences = tuple(s for s in row["evidence"] if s.strip())
        yield Labelled(
            claim=row["claim"],
            evidence=sentences,
            carried=row["label"] == "supported",
            group=row["meta"]["id"] if "id" in row["meta"] else row["claim"],
            kind=row["label"],
        )


def fever(path: Path) -> Iterator[Labelled]:
    """FEVER-Symmetric: four pairs made of two claims and two passages stay together."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Labelled(
            claim=_plain(row["claim"]),
            evidence=(_plain(row["evidence"]),),
            carried=row["gold_label"] == "SUPPORTS",
            group=re.sub(r"000000[2-4]$", "", row["id"]),
            kind=row["gold_label"],
        )


_BRACKETS = {" -LRB- ": " (", " -RRB-": ")", " -LSB- ": " [", " -RSB-": "]", "`` ": '"', " ''": '"'}


def _plain(text: str) -> str:
    """Return text of a treebank's tokens as people write it: brackets, quotes, no loose marks."""
    for written, mark in _BRACKETS.items():
        text = text.replace(written, mark)
    return re.sub(r" ([.,;:?!]|'s\b|n't\b)", r"\1", text)


def breaking(path: Path) -> Iterator[Labelled]:
    """Breaking-NLI: one word of a caption replaced; what is not entailed is not carried."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("data/dataset.jsonl").decode("utf-8")
    for line in text.splitlines():
        row = json.loads(line)
        yield Labelled(
            claim=row["sentence2"],
            evidence=(row["sentence1"],),
            carried=row["gold_label"] == "entailment",
            group=row["sentence1"],
            kind=row["category"],
        )


def anli(path: Path) -> Iterator[Labelled]:
    """ANLI: a neutral or contradicted statement is not carried."""
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    for row in rows:
        yield Labelled(
            claim=row["statement"],
            evidence=(row["context"],),
            carried=row["gold_label"] == "e",
            group=row["context"],
            kind=row["gold_label"],
        )


SETS = {
    "WiCE": (wice, "verification/wice-claim-dev.jsonl"),
    "FEVER-Symmetric": (fever, "verification/fever_symmetric_dev.jsonl"),
    "Breaking-NLI": (breaking, "verification/breaking_nli_dataset.zip"),
    "ANLI R1": (anli, "verification/anli-r1-dev.csv"),
}


def labelled(name: str) -> list[Labelled]:
    """Return all pairs of a set in the order of its file."""
    reader, place = SETS[name]
    return list(reader(require(place)))


def first_half(pair: Labelled) -> bool:
    """Return whether a pair is for choosing; the others are for scoring."""
    return hashlib.sha256(pair.group.encode()).digest()[0] % 2 == 0
