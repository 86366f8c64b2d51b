"""Decisions on the command line."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


class Desk:
    """An analyst's store and the commands on it."""

    def __init__(self, sitrep: Sitrep, store: Path) -> None:
        self._sitrep = sitrep
        self.store = store

    def __call__(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return self._sitrep(*arguments, "--store", self.store)

    def done(self, *arguments: str | Path) -> str:
        result = self(*arguments)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def findings(self, *arguments: str) -> list[dict[str, object]]:
        lines = self.done("findings", "--json", *arguments).splitlines()
        return [json.loads(line) for line in lines]


@pytest.fixture
def desk(briefed: tuple[Path, Path], sitrep: Sitrep, tmp_path: Path) -> Desk:
    shutil.copy(briefed[1], tmp_path / "store.sqlite")
    return Desk(sitrep, tmp_path / "store.sqlite")


def test_a_rejection_shows_in_findings_and_brief_and_can_be_undone(
    desk: Desk, tmp_path: Path
) -> None:
    before = desk.findings()
    claim = before[0]["claims"][0]
    made = desk.done("review", "reject", claim, "--reason", "another night", "--by", "A. Analyst")
    decision = made.split()[0]
    (after,) = [one for one in desk.findings() if one["id"] == before[0]["id"]]
    assert after["status"] == "withdrawn"
    assert "rejected by A. Analyst" in after["reasons"][-1]
    assert claim not in {
        json.loads(line)["id"] for line in desk.done("claims", "--json").splitlines()
    }
    desk.done("brief", "-o", tmp_path / "after.json", "--window-hours", "48", "-q")
    assert claim not in (tmp_path / "after.json").read_text("utf-8")
    desk.done("review", "undo", decision, "--reason", "it was right")
    assert {one["id"]: one["status"] for one in desk.findings()} == {
        one["id"]: one["status"] for one in before
    }
    log = [json.loads(line) for line in desk.done("review", "log", "--json").splitlines()]
    assert [one["action"] for one in log] == ["undo", "reject"]


def test_every_kind_of_decision_can_be_made(desk: Desk) -> None:
    found = desk.findings()
    first, second = (one["id"] for one in found[:2])
    why = ("--reason", "seen by hand")
    desk.done("review", "accept", first, *why)
    desk.done("review", "pin", second, *why)
    desk.done("review", "hide", first, *why)
    desk.done("review", "mark-source", "sample-wire", "--reliability", "B", *why)
    claim = found[0]["claims"][0]
    desk.done("review", "correct", claim, "--speaker", "Volodymyr Zelensky", *why)
    by_id = {one["id"]: one for one in desk.findings()}
    assert by_id[second]["pinned"]
    assert by_id[first]["hidden"]
    listed = desk.done("review", "list", "--json").splitlines()
    decided = {json.loads(line)["finding"]["id"]: json.loads(line)["decisions"] for line in listed}
    assert {one["action"] for one in decided[second]} >= {"pin"}


def test_findings_are_merged_and_split(desk: Desk) -> None:
    loose = [one for one in desk.findings() if one["question"]["kind"] != "count"]
    pair = [str(one["id"]) for one in loose[:2]]
    claims = {claim for one in loose[:2] for claim in one["claims"]}
    desk.done("review", "merge", *pair, "--reason", "one matter")
    (merged,) = [one for one in desk.findings() if set(one["claims"]) == claims]
    part = loose[1]["claims"][0]
    if len(claims) > 1:
        desk.done("review", "split", str(merged["id"]), part, "--reason", "two after all")
        assert any(one["claims"] == [part] for one in desk.findings())


def test_decisions_travel_between_stores_once(desk: Desk, briefed, sitrep, tmp_path: Path) -> None:
    first = desk.findings()[0]
    desk.done("review", "hide", str(first["id"]), "--reason", "by hand", "--by", "A. Analyst")
    log = tmp_path / "log.jsonl"
    desk.done("review", "export", log)
    assert "1 entry: nothing changed" in desk.done("audit", log)
    shutil.copy(briefed[1], tmp_path / "other.sqlite")
    other = Desk(sitrep, tmp_path / "other.sqlite")
    assert "1 new" in other("review", "import", log).stderr
    assert "0 new" in other("review", "import", log).stderr
    assert [one["id"] for one in other.findings() if one["hidden"]] == [first["id"]]


def test_audit_names_the_first_entry_that_does_not_hold(desk: Desk, tmp_path: Path) -> None:
    first = str(desk.findings()[0]["id"])
    for action in ("accept", "hide", "pin"):
        desk.done("review", action, first, "--reason", "by hand", "--by", "A. Analyst")
    whole = desk.done("audit")
    assert "3 entries" in whole
    head = whole.split()[-1]
    desk.done("review", "export", tmp_path / "log.jsonl")
    lines = (tmp_path / "log.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "forged.jsonl").write_text(
        "\n".join([lines[0], lines[1].replace("by hand", "by foot"), lines[2]]), "utf-8"
    )
    (tmp_path / "cut.jsonl").write_text("\n".join(lines[:2]), "utf-8")
    forged = desk("audit", tmp_path / "forged.jsonl")
    assert (forged.returncode, forged.stderr.startswith("entry 2:")) == (1, True)
    assert desk("audit", tmp_path / "cut.jsonl").returncode == 0
    assert desk("audit", tmp_path / "cut.jsonl", "--expect", head).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("reject", "clm-none"), "no such"),
        (("merge", "fnd-none", "fnd-nil"), "no such"),
        (("mark-source", "nobody", "--reliability", "A"), "no such source"),
        (("mark-source", "sample-wire"), "--reliability"),
        (("undo", "dec-none"), "sitrep review log"),
    ],
)
def test_what_cannot_be_decided_is_said_in_a_line(desk: Desk, arguments, says: str) -> None:
    done = desk("review", *arguments, "--reason", "by hand")
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_withdrawn_article_is_gone_now_and_there_before(desk: Desk) -> None:
    found = next(one for one in desk.findings() if len(one["articles"]) == 1)
    article = str(found["articles"][0])
    desk.done("withdraw", article, "--reason", "taken down", "--at", "2025-03-14T12:00Z")
    now = {one["id"]: one["status"] for one in desk.findings()}
    before = ("--as-of", "2025-03-14T11:00Z", "--since", "2025-03-11T08:00Z")
    then = {one["id"]: one["status"] for one in desk.findings(*before)}
    assert now[found["id"]] == "withdrawn"
    assert then[found["id"]] == found["status"]
