"""`sitrep brief --writer openai`, called as a user calls it, with a server on loopback."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Sitrep = Callable[..., subprocess.CompletedProcess[str]]
WINDOW = ("--window-hours", "48")


def test_sentences_of_a_server_stand_where_the_gates_let_them(
    reports: Path,
    sitrep: Sitrep,
    tmp_path: Path,
    chat_server: Callable[..., str],
    says: Callable[[str], bytes],
    asked: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    def answer(request: dict[str, Any], _: object) -> bytes:
        given = asked(request)["sentence"]
        source, said, rest = given.partition(" said that ")
        if said:
            return says(f"{rest[:1].upper()}{rest[1:-1]}, {source} said.")
        return says(given.replace("117", "171"))

    store, out, log = (tmp_path / name for name in ("s.sqlite", "brief.json", "log.jsonl"))
    server = ("--writer", "openai", "--base-url", chat_server(answer), "--model", "sample-model")
    done = sitrep(
        "brief", reports, "--store", store, "-o", out, "-o", tmp_path / "brief.md",
        "--log", log, *WINDOW, *server,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    brief = json.loads(out.read_text("utf-8"))
    use = brief["method"]["writer"]
    assert use["model"] == "sample-model"
    assert use["printed"] + use["unchanged"] + use["refused"] == use["asked"] > 0
    assert use["refused"] > 0
    assert "171" not in json.dumps({**brief, "method": None})
    parts = [brief["headline"], *brief["key_points"]]
    parts += [s for p in (*brief["lead"], *brief["analysis"]) for s in p["sentences"]]
    assert sum(part["writer"] == "openai" for part in parts) == use["printed"]
    assert all((part["writer"] == "openai") == bool(part["instead_of"]) for part in parts)
    assert "Writer openai (model sample-model)" in (tmp_path / "brief.md").read_text("utf-8")
    assert "draft-refused" in log.read_text("utf-8")
    verified = sitrep("verify", out, "--store", store)
    assert verified.returncode == 0, verified.stderr


def test_no_server_gives_the_built_in_brief_and_says_so(
    briefed: tuple[Path, Path], reports: Path, sitrep: Sitrep, tmp_path: Path
) -> None:
    out, store = tmp_path / "brief.json", tmp_path / "s.sqlite"
    server = ("--writer", "openai", "--base-url", "http://127.0.0.1:9/v1", "--model", "sample")
    done = sitrep("brief", reports, "--store", store, "-o", out, *WINDOW, *server)
    assert done.returncode == 0, done.stderr
    assert "requests gave no draft" in done.stderr
    brief, plain = (json.loads(path.read_text("utf-8")) for path in (out, briefed[0]))
    assert brief["key_points"] == plain["key_points"]
    assert brief["method"]["writer"]["missing"] == brief["method"]["writer"]["asked"] > 0


def test_writer_wants_a_server_and_a_model(reports: Path, sitrep: Sitrep, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "s.sqlite")
    for options, told in (
        (("--writer", "openai"), "--base-url"),
        (("--base-url", "http://127.0.0.1:9/v1"), "--writer openai"),
        (("--writer", "openai", "--base-url", "here", "--model", "m"), "is no address"),
    ):
        done = sitrep("brief", reports, *store, *options)
        assert done.returncode == 2
        assert told in done.stderr
        assert "Traceback" not in done.stderr
