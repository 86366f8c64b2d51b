"""What the command line loads before it works."""

import subprocess
import sys

import pytest


def loaded(program: str) -> set[str]:
    asked = f"import sys\n{program}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("command", ["brief", "track", "timeline", "review"])
def test_no_command_loads_a_parser_or_geometry_before_it_needs_one(command):
    assert not {"spacy", "shapely"} & loaded(
        f"from sitrep.app.cli import build\nbuild([{command!r}])"
    )


def test_neither_does_the_help_on_all_commands():
    assert not {"spacy", "shapely"} & loaded(
        "from sitrep.app.cli import COMMANDS, build\nbuild(list(COMMANDS))"
    )
