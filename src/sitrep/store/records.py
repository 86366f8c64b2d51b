"""Records as the JSON text that stands in the tables."""

from typing import Generic, TypeVar

import msgspec

from sitrep.model.base import Record
from sitrep.model.errors import StoreError

Kept = TypeVar("Kept", bound=Record)

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Records(Generic[Kept]):
    """Writes and reads one type of record."""

    def __init__(self, kind: type[Kept]) -> None:
        self._kind = kind
        self._decoder = msgspec.json.Decoder(kind)

    def write(self, record: Kept) -> str:
        """Return the record as JSON text."""
        return _ENCODER.encode(record).decode()

    def read(self, written: str) -> Kept:
        """Return the record; raise StoreError where another version wrote other fields."""
        try:
            return self._decoder.decode(written)
        except msgspec.DecodeError as error:
            raise StoreError(
                f"a stored {self._kind.__name__} cannot be read by this version ({error});"
                " read the reports into a new store"
            ) from error
