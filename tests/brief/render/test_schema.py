import json
from pathlib import Path

import jsonschema
import pytest

from sitrep.brief.render.json import render
from sitrep.brief.schema import brief_schema
from sitrep.model.brief import Brief

PUBLISHED = Path(__file__).parents[3] / "docs/schemas/brief.schema.json"


def test_the_published_schema_is_the_one_the_types_give():
    """To publish a change: write `sitrep.brief.schema.brief_schema()` to this file."""
    assert PUBLISHED.read_text("utf-8") == brief_schema()


def test_a_rendered_brief_fits_the_published_schema(brief: Brief):
    schema = json.loads(PUBLISHED.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render(brief)))


def test_a_sentence_without_text_does_not_fit(brief: Brief):
    schema = json.loads(PUBLISHED.read_text("utf-8"))
    broken = json.loads(render(brief))
    del broken["key_points"][0]["text"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(broken)
