"""Names of languages for readers; the list stands in languages.yaml."""

from functools import cache
from pathlib import Path

from sitrep.vocabulary.files import read_typed


@cache
def _names() -> dict[str, str]:
    return read_typed(Path(__file__).with_suffix(".yaml"), dict[str, str])


def language_name(code: str) -> str:
    """Return "Ukrainian" for "uk" or "uk-UA", the code itself where the list lacks it."""
    return _names().get(code.split("-", maxsplit=1)[0], code)
