"""A number at the head of a sentence, in words as newswire has it: "One hundred trucks"."""

import re
from functools import cache

from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.units import unit_words

_OPENING = re.compile(r"(?P<digits>\d{1,3})(?= [a-zA-Z])")
_TENS, _HUNDREDS = 100, 1000


def spelled(text: str) -> str:
    """Return `text` with the number it begins with in words, where two words can say it.

    That is any number to a hundred, and round hundreds below a thousand. A day of a month, a time
    of day and a number with its unit stay in digits.
    """
    match = _OPENING.match(text)
    if match is None or _measured().match(text, match.end()):
        return text
    said = in_words(int(match["digits"]))
    return f"{said.capitalize()}{text[match.end() :]}" if said else text


@cache
def _measured() -> re.Pattern[str]:
    """Return what stands behind a number that is a day, a time of day or a measure."""
    english = unit_words("en")
    names = [
        name for unit in (english.units if english else ()) if unit.kind != "duration"
        for name in unit.names
    ]  # fmt: skip
    months = [form.capitalize() for month in gate_words().months for form in (month, month[:3])]
    return re.compile(rf" (?:{'|'.join(months)}|[ap]\.?m|{'|'.join(names)})(?!\w)")


def in_words(number: int) -> str:
    """Return 1 to 99 and the round hundreds below 1,000 in words, "" for any other number."""
    names = {value: word for word, value in gate_words().numbers.items()}
    if number >= _TENS:
        hundreds, rest = divmod(number, _TENS)
        return f"{names[hundreds]} hundred" if not rest and number < _HUNDREDS else ""
    if number in names:
        return names[number] if number else ""
    tens = number // 10 * 10
    return f"{names[tens]}-{names[number - tens]}"
