"""Footnotes of a page: each cited place once, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from sitrep.model.brief import Brief, Citation, Source


@dataclass(frozen=True, slots=True)
class Note:
    """A cited place, its number on the page, and its source."""

    number: int
    citation: Citation
    source: Source | None

    @property
    def foreign(self) -> str | None:
        """The language of the words, None where it is unknown."""
        return self.source.language if self.source and self.source.language != "und" else None


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote mark; the first one of a note is where its "back" link leads.

    `label` is the number of the source, with a letter where a sentence cites two places of it.
    """

    note: Note
    first: bool
    label: str


class Notes:
    """The notes of a brief; `marks` hands out the marks of a sentence in reading order."""

    def __init__(self, brief: Brief) -> None:
        self._sources = {source.number: source for source in brief.sources}
        self._notes: dict[tuple[str, int, int], Note] = {}
        self._marked: set[int] = set()

    def marks(self, citations: tuple[Citation, ...]) -> tuple[Marker, ...]:
        """Return a mark for each place that `citations` name, by source; a place keeps its note."""
        ordered = sorted(citations, key=lambda citation: citation.source)
        found = dict.fromkeys(self._note(citation) for citation in ordered)
        numbers = [note.citation.source for note in found]
        return tuple(self._marker(note, _label(numbers, place)) for place, note in enumerate(found))

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def __len__(self) -> int:
        return len(self._notes)

    def _note(self, citation: Citation) -> Note:
        place = (citation.article_id, citation.start, citation.end)
        if place not in self._notes:
            source = self._sources.get(citation.source)
            self._notes[place] = Note(len(self._notes) + 1, citation, source)
        return self._notes[place]

    def _marker(self, note: Note, label: str) -> Marker:
        first = note.number not in self._marked
        self._marked.add(note.number)
        return Marker(note, first, label)


def _label(numbers: list[int], place: int) -> str:
    number = numbers[place]
    letter = ascii_lowercase[numbers[:place].count(number) % 26]
    return f"{number}{letter}" if numbers.count(number) > 1 else str(number)
