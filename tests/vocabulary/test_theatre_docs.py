"""The theatre files that docs/theatres.md shows are valid and complete."""

import re
from pathlib import Path

import msgspec
import pytest

from sitrep.vocabulary.load import load
from sitrep.vocabulary.types import (
    Actor,
    NamedPlace,
    Office,
    Outlet,
    Party,
    Proposal,
    Rate,
    Theatre,
)

PAGE = (Path(__file__).parents[2] / "docs" / "theatres.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_page_loads(tmp_path, example):
    (tmp_path / "mine.yaml").write_text(example, "utf-8")
    assert len(load(tmp_path).theatres) in {2, 3}


@pytest.mark.parametrize(
    "kind", [Theatre, Party, Actor, Office, Outlet, NamedPlace, Proposal, Rate]
)
def test_the_page_names_every_field(kind):
    missing = [f.name for f in msgspec.structs.fields(kind) if f"`{f.name}" not in PAGE]
    assert missing == []
