"""A brief as JSON: the contract that the published schema describes."""

import msgspec

from sitrep.model.brief import Brief

_ENCODER = msgspec.json.Encoder()


def render(brief: Brief) -> str:
    """Return `brief` as indented JSON with a last newline; equal briefs give equal bytes."""
    return msgspec.json.format(_ENCODER.encode(brief), indent=2).decode() + "\n"


def parse(text: str | bytes) -> Brief:
    """Return the brief that `render` wrote.

    Raises:
        msgspec.ValidationError: the JSON is not a brief; the message names the field.
        msgspec.DecodeError: it is not JSON.
    """
    return msgspec.json.decode(text, type=Brief)
