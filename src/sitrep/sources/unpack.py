"""Bytes of a file, unpacked from gzip where it is gzip, within limits."""

import io
import zlib
from typing import BinaryIO

from sitrep.settings import Limits
from sitrep.sources.problems import BadInput

GZIP_MAGIC = b"\x1f\x8b\x08"
CHUNK = 1 << 16
RATIO_CHECKED_FROM = 1 << 20
"""Bytes out before the ratio counts: small files of repeated text compress well by right."""
_GZIP_WRAPPER = 16 + zlib.MAX_WBITS


class Unpacked(io.RawIOBase):
    """A readable stream of a file's content.

    Gzip is recognised by its magic bytes, with any number of members. Reading raises `BadInput`
    when the content grows past `limits.file_bytes`, when it grows more than `limits.expansion`
    times over its packed size, and when gzip is damaged or cut off.
    """

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        """Wrap `stream`, which is read from where it stands and never closed."""
        super().__init__()
        self._stream, self._limits = stream, limits
        self._pending = stream.read(CHUNK)
        self._read, self._given = len(self._pending), 0
        self.packed = self._pending.startswith(GZIP_MAGIC)
        self._member = zlib.decompressobj(_GZIP_WRAPPER) if self.packed else None

    def readable(self) -> bool:
        """Say that this stream can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` with up to its length of content; 0 is the end."""
        chunk = self._unpacked(len(buffer)) if self.packed else self._plain(len(buffer))
        buffer[: len(chunk)] = chunk
        self._given += len(chunk)
        self._check()
        return len(chunk)

    def _check(self) -> None:
        limits = self._limits
        if self._given > limits.file_bytes:
            raise BadInput("too-large", f"larger than {limits.file_bytes:,} bytes; split it")
        grown = self._given > limits.expansion * self._read
        if self.packed and self._given > RATIO_CHECKED_FROM and grown:
            reason = f"gzip grows to more than {limits.expansion} times its size: not unpacked"
            raise BadInput("gzip-bomb", reason)

    def _fill(self) -> bytes:
        if not self._pending:
            self._pending = self._stream.read(CHUNK)
            self._read += len(self._pending)
        return self._pending

    def _plain(self, size: int) -> bytes:
        data = self._fill()
        self._pending = data[size:]
        return data[:size]

    def _unpacked(self, size: int) -> bytes:
        while True:
            data = self._fill()
            if self._member is None:
                # Some writers pad the end of a file, or of a member, with zeros.
                data = self._pending = data.lstrip(b"\0")
                if not data:
                    return b""
                self._member = zlib.decompressobj(_GZIP_WRAPPER)
            if not data:
                raise BadInput("truncated", "gzip data ends too early: the file is cut off")
            chunk = self._step(self._member, data, size)
            if chunk:
                return chunk

    def _step(self, member: "zlib._Decompress", data: bytes, size: int) -> bytes:
        """Unpack up to `size` bytes of `member` from `data`."""
        try:
            chunk = member.decompress(data, size)
        except zlib.error as error:
            raise BadInput("damaged-gzip", f"gzip data is damaged ({error})") from error
        if member.eof:
            self._pending, self._member = member.unused_data, None
        else:
            self._pending = member.unconsumed_tail
        return chunk


def unpack(stream: BinaryIO, limits: Limits) -> io.BufferedReader:
    """Return a buffered reader over the content of `stream`, unpacked where it is gzip."""
    return io.BufferedReader(Unpacked(stream, limits), buffer_size=CHUNK)


def read_all(stream: io.BufferedReader, most: int) -> bytes:
    """Return what is left in `stream`; `BadInput` when it is more than `most` bytes."""
    body = stream.read(most + 1)
    if len(body) > most:
        raise BadInput("too-large", f"one document of more than {most:,} bytes; split it")
    return body
