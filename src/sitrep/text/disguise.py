"""Sentences whose letters are not what they look like: a reader and a program read two texts."""

import re

_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing; plain news needs none (Unicode TR 36)."""
_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]")
"""Tag letters, which show nothing; only flags of regions have them."""
_LETTER = "A-Za-zÀ-ɏͰ-ϿЀ-ӿ"
_SPLIT = re.compile(f"(?<=[{_LETTER}])[\u200b-\u200d\u2060\ufeff](?=[{_LETTER}])")
"""A sign without width within a word of a script that has no use for one."""
_FORMS = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9]")
"""Letters of mathematics, full width and circles in place of letters."""
_MIXED = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
_ALIKE = re.compile(r"\b[АВЕКМНОРСТХІЈЅ]?[асеорхуіјѕ]{3,}\b")
"""A whole word of Cyrillic letters that all look Latin; in capitals it is an abbreviation."""
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")


def disguised(text: str, language: str) -> str:
    """Return why `text` does not read as it looks, "" if it does. `language` is BCP 47.

    Words of two scripts count in English alone: Ukrainian and Russian texts have them by mistake.
    """
    checks = (
        (_DIRECTION, "marks that turn the direction of writing"),
        (_TAGS, "letters that show nothing"),
        (_SPLIT, "signs without width within words"),
        (_FORMS, "letters of other forms"),
    )
    found = next((why for pattern, why in checks if pattern.search(text)), "")
    if not found and language == "en" and (_MIXED.search(text) or _ALIKE.search(text)):
        found = "words of letters that look like those of another script"
    return found
