"""A match of a time form with all that its reading depends on."""

from dataclasses import dataclass
from datetime import date, datetime

from sitrep.extract.tense import Direction
from sitrep.extract.times_forms import Found
from sitrep.vocabulary.times import TimeWords

A_FEW = 3


@dataclass(frozen=True, slots=True)
class Around:
    """The one date of a sentence, and the first zone it names, for its clock times."""

    day: date | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A match with all that its reading depends on; `published` is UTC or None.

    `direction` is "ahead" or "past" where the words around tell; `written` is the day of writing,
    from which "today" counts, `around` what other times of the sentence tell a clock time,
    `anchor` the day named last in this sentence or the one before it.
    """

    found: Found
    words: TimeWords
    published: datetime | None
    direction: Direction | None = None
    written: date | None = None
    around: Around = Around()
    anchor: date | None = None

    @property
    def ahead(self) -> bool:
        """Whether the words around speak of what is to come."""
        return self.direction == "ahead"

    @property
    def parts(self) -> dict[str, str]:
        """The parts of the match by slot."""
        return self.found.parts

    @property
    def today(self) -> date | None:
        """The publication day in UTC."""
        return self.published.date() if self.published else None

    @property
    def here(self) -> date | None:
        """The day from which "today" and "overnight" count."""
        return self.written or self.today

    def month_of(self, slot: str = "month") -> int | None:
        """Return the number of the month in `slot`; None where the word is no month here."""
        name = self.parts.get(slot)
        return self.words.months.get(name.rstrip(".")) if name else None

    def amount(self) -> int:
        """Return the number before a unit; 1 if none, a few for a plural ("the coming days")."""
        if "count" in self.parts:
            return int(self.parts["count"])
        bare = A_FEW if self.parts["unit"].endswith("s") else 1
        return self.words.numbers.get(self.parts.get("number", ""), bare)

    def unit(self) -> str:
        """Return the granularity of the unit."""
        return self.words.units[self.parts["unit"]]
