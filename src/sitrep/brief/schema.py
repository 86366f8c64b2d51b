"""The published JSON Schema of a brief, made from the types."""

import json

import msgspec

from sitrep.model.brief import Brief

SCHEMA_ID = "urn:sitrep:brief:1"


def brief_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of `Brief` as text, as `docs/schemas` holds it."""
    schema = msgspec.json.schema(Brief)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Sitrep brief",
    }
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"
