import json

import msgspec
import pytest

from sitrep.brief.render.json import parse, render
from sitrep.model.brief import Brief


def test_a_brief_survives_the_way_through_json(brief: Brief):
    assert parse(render(brief)) == brief


def test_the_parts_stand_under_their_names(brief: Brief):
    parts = json.loads(render(brief))
    for name in ("headline", "key_points", "lead", "analysis", "outlook", "quotation",
                 "contested", "changes", "sources", "method"):  # fmt: skip
        assert name in parts
    citation = parts["key_points"][0]["citations"][0]
    assert citation["source"] == 1
    assert citation["quote"] == "its units had left two villages north of Sudzha overnight"


def test_what_is_no_brief_is_refused():
    with pytest.raises(msgspec.ValidationError):
        parse('{"id": "brf-1"}')
