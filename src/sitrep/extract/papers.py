"""Where an article speaks of a statement, letter or post, and whether several made it together."""

import re


class Papers:
    """The papers that an article names before a place."""

    def __init__(self, text: str) -> None:
        self._text = text

    def introduced(self, noun: str, before: int) -> int | None:
        """Return where `noun` last came up with "a", "his" or "X's"; None if it did not."""
        pattern = re.compile(
            rf"(?:\b[Aa]n?|\bhis|\bher|\bits|’s|'s) (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b"
        )
        places = [match.start() for match in pattern.finditer(self._text, 0, before)]
        return places[-1] if places else None

    def shared(self, noun: str, before: int) -> bool:
        """Tell whether a joint one came up: it has more than one author."""
        pattern = re.compile(rf"\b[Jj]oint (?:[\w–-]+ ){{0,2}}{re.escape(noun)}\b")
        return pattern.search(self._text, 0, before) is not None
