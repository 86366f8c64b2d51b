"""A number at the head of a sentence, in words as newswire has it: "One hundred trucks"."""

import re

from sitrep.vocabulary.gates import gate_words

_OPENING = re.compile(r"(?P<digits>\d{1,3})(?= [a-zA-Z])")
_TENS, _HUNDREDS = 100, 1000


def spelled(text: str) -> str:
    """Return `text` with the number it begins with in words, where two words can say it.

    That is any number to a hundred, and round hundreds below a thousand.
    """
    match = _OPENING.match(text)
    said = in_words(int(match["digits"])) if match else ""
    return f"{said.capitalize()}{text[match.end() :]}" if match and said else text


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
