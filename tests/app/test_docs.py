"""The help of every command, and the page that shows it.

`python tests/app/test_docs.py` writes the present help into the pages.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sitrep.app.cli import COMMANDS, GROUPS

PAGES = Path(__file__).parents[2] / "docs" / "commands"
BLOCK = re.compile(r"(## Help\n\n```text\n).*?(```)", re.DOTALL)


def help_of(command: str) -> str:
    """Return what `sitrep COMMAND --help` prints; of a group with that of each of its commands."""
    pages = [_help(command)]
    if command in GROUPS:
        listed = pages[0].split("Commands:\n", 1)[1].splitlines()
        names = [line.split()[0] for line in listed if re.match(r"  \S", line)]
        pages += [_help(command, name) for name in names]
    return "\n".join(pages)


def _help(*words: str) -> str:
    """Return what `sitrep WORDS --help` prints on a terminal of 96 columns."""
    done = subprocess.run(
        [sys.executable, "-m", "sitrep.app.cli", *words, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "96", "TERMINAL_WIDTH": "96", "NO_COLOR": "1"},
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines()) + "\n"


def test_every_command_has_a_page_and_every_page_a_command() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_page_shows_the_present_help(command: str) -> None:
    page = (PAGES / f"{command}.md").read_text("utf-8")
    shown = BLOCK.search(page)
    assert shown is not None
    assert help_of(command) in shown.group(0)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_has_an_example(command: str) -> None:
    first, *others = help_of(command).split("Usage: ")[1:]
    assert f"sitrep {command}" in first.split("Example", 1)[1]
    assert all("sitrep " in other.split("Example", 1)[1] for other in others)


if __name__ == "__main__":
    for name in COMMANDS:
        path = PAGES / f"{name}.md"
        text = path.read_text("utf-8")
        path.write_text(BLOCK.sub(lambda m, n=name: m[1] + help_of(n) + m[2], text), "utf-8")
