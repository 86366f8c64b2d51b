"""Identifiers: a type prefix and a SHA-256 over what identifies the thing."""

import hashlib
from typing import TypeAlias

import msgspec

ID_HEX_DIGITS = 20
"""80 bits: the chance of one collision among a hundred million ids is below one in 10**8."""

_ENCODER = msgspec.json.Encoder(order="deterministic")

Identifying: TypeAlias = str | int | float | tuple["Identifying", ...] | None


def make_id(prefix: str, *parts: Identifying) -> str:
    """Return `prefix-<20 hex digits>` for `parts`, the same on every machine and day.

    `parts` say what the thing is, never when it was seen.
    """
    digest = hashlib.sha256(_ENCODER.encode(parts)).hexdigest()
    return f"{prefix}-{digest[:ID_HEX_DIGITS]}"


def sha256(body: bytes) -> str:
    """Return the SHA-256 of `body` as 64 hex digits."""
    return hashlib.sha256(body).hexdigest()
