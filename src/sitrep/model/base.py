"""What every type of the model shares: frozen, keyword-only, slotted records."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value: compared by content, never changed, written to and read from JSON as it is.

    Subclasses repeat `frozen=True, kw_only=True`: msgspec does not inherit the latter.
    """
