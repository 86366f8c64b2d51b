"""A run killed at any moment, and started again, ends like one that was left alone."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("killable.py")
KILLS = 5
SEED = 20250311


@pytest.fixture
def many_reports(reports_file, reports):
    """Enough for several transactions of every kind."""
    return reports_file(
        "many.jsonl",
        [
            {**record, "text": f"{record['text']} Part {number} of the file says no more."}
            for number in range(40)
            for record in reports
        ],
    )


def start(reports: str, store: Path, executor: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(RUN), reports, str(store), executor],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(reports: str, store: Path, executor: str) -> str:
    run = start(reports, store, executor)
    output, errors = run.communicate(timeout=200)
    assert run.returncode == 0, errors
    return output


def state(process: int) -> tuple[str, int] | None:
    """Return the state of a process and its parent; None when it is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return fields[0], int(fields[1])


def children(parent: int) -> set[int]:
    everybody = (int(folder.name) for folder in Path("/proc").glob("[0-9]*"))
    return {one for one in everybody if (found := state(one)) and found[1] == parent}


def running(process: int) -> bool:
    found = state(process)
    return found is not None and found[0] != "Z"


@pytest.mark.slow
def test_a_run_killed_at_random_moments_loses_and_doubles_nothing(many_reports, tmp_path):
    begun = time.monotonic()
    undisturbed = finish(many_reports, tmp_path / "whole.db", "inline")
    length = time.monotonic() - begun
    moments = random.Random(SEED)
    killed = 0
    for _ in range(KILLS):
        run = start(many_reports, tmp_path / "killed.db", "inline")
        time.sleep(moments.uniform(0.05, 0.35) * length)  # each resumes where the last was killed
        run.kill()
        run.communicate()
        killed += run.returncode == -signal.SIGKILL
    assert killed >= 2
    assert finish(many_reports, tmp_path / "killed.db", "inline") == undisturbed


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_killed_run_leaves_no_workers_behind(many_reports, tmp_path):
    run = start(many_reports, tmp_path / "store.db", "processes")
    workers: set[int] = set()
    deadline = time.monotonic() + 60
    while len(workers) < 2 and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
        workers = children(run.pid)
    run.kill()
    run.communicate()
    assert len(workers) >= 2
    while any(map(running, workers)):
        assert time.monotonic() < deadline + 10
        time.sleep(0.1)
