"""What a user meets who points the command at files that are broken, hostile or odd."""

import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

SECONDS = 60
MEMORY = 1_500 * 2**20
"""Bytes of address space beyond which the command is stopped by the system."""

GOOD = {
    "title": "Bridge reopens",
    "link": "https://good.example/bridge",
    "published": "2025-03-13T10:00:00+02:00",
    "source": "sample-good-wire",
    "text": (
        "Russian drones damaged a power substation in the Odesa region overnight, Ukraine's air "
        "force said on Thursday. Engineers reopened the river bridge in the morning."
    ),
}
PAGE = (
    "<html><head><title>Road</title>"
    '<meta property="article:published_time" content="2025-03-12T09:00:00+02:00">'
    "</head><body><p>Engineers reopened the road on Wednesday, "
    "the ministry said in a statement.</p></body></html>"
)
FEED = (
    "<rss><channel><title>Harbour</title><item><title>Ports</title>"
    "<pubDate>Wed, 12 Mar 2025 07:00:00 +0200</pubDate><description>Two ports reopened on "
    "Wednesday, the harbour office said.</description></item>"
)
RUSSIAN = "Инженеры открыли мост через реку утром, сообщило министерство. " * 3
BASQUE = (
    "Ingeniariek ibaiko zubia berriro ireki zuten goizean, ministerioak esan zuenez. Bideak ere "
    "irekita daude berriro eta jendea etxera itzultzen ari da."
)
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss><channel><item><description>&i;</description></item></channel></rss>"
)


def report(**fields: str) -> bytes:
    return json.dumps({**GOOD, **fields}, ensure_ascii=False).encode()


def warc(page: str = PAGE) -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/1\r\n"
        f"WARC-Date: 2025-03-12T10:00:00Z\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


class Bad(NamedTuple):
    """A file that cannot be used, or only in part, and the code of its issue."""

    name: str
    body: bytes
    code: str


def unusable() -> list[Bad]:
    """Return files in which nothing can be used."""
    deep = 100_000
    return [
        Bad("empty.jsonl", b"", "empty"),
        Bad("blank.txt", b" \n\n", "empty"),
        Bad("cut.json", report()[:60], "malformed-json"),
        Bad("cut.jsonl.gz", gzip.compress(report(text=os.urandom(9_000).hex()))[:-9], "truncated"),
        Bad("cut.rss", FEED[:60].encode(), "truncated-xml"),
        Bad("cut.warc", warc()[:-90], "truncated"),
        Bad("picture.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, "binary"),
        Bad("noise.txt", bytes(range(256)) * 40, "binary"),
        Bad("huge.txt", b"The road was open again on Wednesday.\n" * 1_350_000, "too-large"),
        Bad("deep.json", b"[" * deep, "too-deep"),
        Bad("deep.html", b"<html><body>" + b"<div>" * deep + b"Road open.", "too-deep"),
        Bad("deep.xml", b"<rss>" + b"<a>" * deep + b"</a>" * deep + b"</rss>", "too-deep"),
        Bad("bomb.xml", BOMB.encode(), "xml-entities"),
        Bad("bomb.jsonl.gz", gzip.compress(b'{"text":"' + b"a" * 100_000_000), "gzip-bomb"),
        Bad("word.txt", b"Ceasefire", "too-short"),
    ]


def doubtful() -> list[Bad]:
    """Return files that are used all the same, with one issue each."""
    again = report(id="7") + b"\n" + report(id="7", text=GOOD["text"] + " Trains run too.")
    return [
        Bad("russian-2025-03-12.txt", RUSSIAN.encode("cp1251"), "mis-encoded"),
        Bad("twice.jsonl", again, "duplicate-id"),
        Bad("old.jsonl", report(published="1970-01-01T00:00:00Z", link=""), "absurd-date"),
        Bad("late.jsonl", report(published="2099-01-01T00:00:00Z", link=""), "absurd-date"),
        Bad("basque.jsonl", report(text=BASQUE, title="Zubia"), "language-not-handled"),
        Bad("feed.rss", FEED.encode(), "truncated-xml"),
        Bad("crawl.warc", warc() + warc()[:-90], "truncated"),
    ]


def written(folder: Path, files: list[Bad]) -> list[Bad]:
    for file in files:
        (folder / file.name).write_bytes(file.body)
    return files


def run(*arguments: str | Path) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run the command under a limit on memory, and return it with the seconds it took."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "sitrep.app.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        preexec_fn=limit,
    )
    return done, time.monotonic() - started


def issues(log: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_each_bad_file_is_one_issue_and_the_good_report_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    bad = written(folder, [*unusable(), *doubtful()])
    (folder / "good.jsonl").write_bytes(report())
    log = tmp_path / "issues.jsonl"
    done, seconds = run("ingest", folder, "--store", tmp_path / "store.sqlite", "--log", log)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "reports read" in done.stderr.splitlines()[-1]
    found = [(Path(one["subject"]).name.split("[")[0], one["code"]) for one in issues(log)]
    assert Counter(found) == Counter((file.name, file.code) for file in bad)
    assert seconds < SECONDS


def test_nothing_but_bad_files_is_one_clear_line(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    bad = written(folder, unusable())
    log = tmp_path / "issues.jsonl"
    done, seconds = run("ingest", folder, "--store", tmp_path / "store.sqlite", "--log", log)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].endswith(f"nothing usable in {folder}")
    assert len(issues(log)) == len(bad)
    assert seconds < SECONDS


@pytest.mark.parametrize("name", ["deep.json", "bomb.xml", "cut.rss"])
def test_a_single_bad_file_says_its_name_and_reason(tmp_path: Path, name: str) -> None:
    (file,) = written(tmp_path, [file for file in unusable() if file.name == name])
    done, _ = run("ingest", tmp_path / file.name, "--store", tmp_path / "store.sqlite")
    assert done.returncode == 2
    assert file.name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_brief_is_written_from_what_is_usable(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    written(folder, [file for file in [*unusable(), *doubtful()] if file.name != "huge.txt"])
    (folder / "good.jsonl").write_bytes(report())
    brief = tmp_path / "brief.md"
    store = tmp_path / "store.sqlite"
    done, _ = run("brief", folder, "--store", store, "-o", brief, "--window-hours", "48")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Odesa" in brief.read_text("utf-8")


def test_what_ails_many_records_of_one_file_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.jsonl").write_bytes(report())
    notes = [{"text": "The road was open.", "rank": n, "votes": n, "judge": "A"} for n in range(30)]
    (folder / "notes.json").write_text(json.dumps(notes))
    done, _ = run("ingest", folder, "--store", tmp_path / "store.sqlite")
    assert done.stderr.count("taken for no report") == 1
    assert "(and so 29 more of this file)" in done.stderr
