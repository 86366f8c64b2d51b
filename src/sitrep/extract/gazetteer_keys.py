"""Keys under which names are looked up: one for all spellings that differ in marks alone."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import xxhash

_REMEMBERED = 50_000
_BARE = str.maketrans({**dict.fromkeys("-‐‑–\u00a0", " "), **dict.fromkeys("'’ʼ‘`.\"“”«»")})
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_ENDING = re.compile(
    r"(?:ами|ями|ею|єю|ей|ого|его|ому|ему|ої|ой|ою|ою|ом|ем|ём|ам|ям|ах|ях|ов|ев|ів|їв|ью|а|е|є|и|і|ї|о|у|ю|ы|ь|я|й)$"
)
_OPEN_VOWEL = re.compile(r"[оеє](?=[бвгґджзйклмнпрстфхцчшщ]$)")
_CLOSED = {"о": "і", "е": "і", "є": "ї"}
"""Ukrainian closes the vowel in the nominative: "Харкова" is a case of "Харків"."""
_NOMINATIVES = ("", "а", "я", "ь", "о", "е", "ы", "и", "і", "ка", "й")


_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}


def plain_key(name: str) -> str:
    """Return `name` in small letters without accents, apostrophes and stops, hyphens as spaces.

    A short first word is written out: "St. Paul", "Mt Hood", "Ft. Worth".
    """
    words = name.translate(_BARE).casefold().split()
    if len(words) > 1:
        words[0] = _SHORT.get(words[0], words[0])
    bare = " ".join(words)
    if bare.isascii() or _CYRILLIC.search(bare):
        return bare
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", bare))


key = lru_cache(_REMEMBERED)(plain_key)


def key_hash(name_key: str) -> int:
    """Return the 64-bit hash of a key; one clash among two million keys has odds of 1e-7."""
    return xxhash.xxh3_64_intdigest(name_key.encode())


def nominatives(name: str) -> Iterator[str]:
    """Yield spellings that a Russian or Ukrainian `name` in some case may have in the nominative.

    "Курске" gives "Курск", "Судже" gives "Суджа"; the gazetteer knows which of them exist.
    """
    ending = _ENDING.search(name)
    stems = [name] if ending is None else [name[: ending.start()], name]
    for stem in stems:
        if len(stem) >= 3:
            yield from (stem + tail for tail in _NOMINATIVES)
        closed = _OPEN_VOWEL.sub(lambda match: _CLOSED[match[0]], stem)
        if closed != stem:
            yield closed
