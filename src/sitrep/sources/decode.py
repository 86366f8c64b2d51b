"""From bytes to text: which character set it is."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

SAMPLE = 1 << 15
"""Bytes looked at to guess a character set; more changes the guess little and costs time."""

CANDIDATES = ["cp1251", "koi8_r", "cp866", "cp1252", "cp1250", "iso8859_5", "latin_1"]
"""What news in English, Ukrainian and Russian was saved in before UTF-8."""

FEW = 0.02
"""Share of undecodable bytes up to which a text is UTF-8 with faults, not another set."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"})
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)


class Decoded(NamedTuple):
    """Text, its character set by Python's name, and whether that was guessed or repaired."""

    text: str
    charset: str
    doubt: str | None = None


def declared_in(head: bytes) -> str | None:
    """Return the character set that an XML declaration or an HTML meta tag names, if any."""
    found = _DECLARED.search(head[:4096])
    return (found.group(1) or found.group(2)).decode("ascii") if found else None


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """Decode `body`: byte order mark, UTF-16 by its zeros, UTF-8, `declared`, then by frequency.

    Never fails: bytes that no set explains become U+FFFD, and `doubt` says so.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return _lenient(body, charset)
    # Wide Latin text is valid UTF-8 too, so its zeros are asked first.
    wide = _utf16_without_mark(body)
    if wide:
        return _lenient(body, wide)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _known(declared) and not declared.lower().startswith("utf"):
        return _lenient(body, declared)
    return _guessed(body)


def _lenient(body: bytes, charset: str) -> Decoded:
    try:
        return Decoded(body.decode(charset), charset)
    except UnicodeDecodeError as error:
        doubt = f"not wholly {charset} (byte {error.start}); unreadable bytes became U+FFFD"
        return Decoded(body.decode(charset, errors="replace"), charset, doubt)


def _known(charset: str) -> bool:
    try:
        name = codecs.lookup(charset).name
        return name not in _NO_CHARSETS and isinstance(b"a".decode(charset), str)
    except (LookupError, ValueError):
        return False


def _utf16_without_mark(body: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte."""
    head = body[:SAMPLE]
    half = len(head) // 2
    if half < 2 or b"\0" not in head:
        return None
    if head[1::2].count(0) > 0.6 * half:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.6 * half else None


def _guessed(body: bytes) -> Decoded:
    text = body.decode("utf-8", errors="replace")
    high = sum(byte > 127 for byte in body[:SAMPLE])
    faults = body[:SAMPLE].decode("utf-8", errors="replace").count("�")
    if faults <= max(1, FEW * high):
        doubt = f"{text.count('�')} unreadable bytes in UTF-8 text became U+FFFD"
        return Decoded(text, "utf-8", doubt)
    best = from_bytes(body[:SAMPLE], cp_isolation=CANDIDATES).best()
    charset = best.encoding if best is not None else "cp1252"
    doubt = f"not UTF-8 and no character set declared; read as {charset}"
    return Decoded(body.decode(charset, errors="replace"), charset, doubt)
