"""The log of review decisions: hash-chained, only ever added to."""

from collections.abc import Sequence

from sitrep.model import review
from sitrep.model.review import Break, Decision, Entry
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.records import Records

_ENTRY = dialect.insert("decisions", ("number", "id", "previous", "hash", "record"))
_DECISIONS = Records(Decision)


class SqlReviews:
    """`Reviews` in a table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, decisions: Sequence[Decision]) -> int:
        """Add those decisions that the log lacks, in their order, and return how many they are."""
        with self._database.transaction():
            rows = self._database.rows("SELECT id FROM decisions")
            known = {row[0] for row in rows}
            last = next(iter(self._entries("ORDER BY number DESC LIMIT 1")), None)
            fresh = list({one.id: one for one in decisions if one.id not in known}.values())
            for decision in fresh:
                last = review.chained(review.written(decision), last)
                self._database.run(
                    _ENTRY, (last.number, decision.id, last.previous, last.hash, last.written)
                )
        return len(fresh)

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision, in the order of the log."""
        return tuple(_DECISIONS.read(entry.written) for entry in self.entries())

    def entries(self) -> tuple[Entry, ...]:
        """Return the log."""
        return self._entries("ORDER BY number")

    def check(self) -> Break | None:
        """Return the first entry that does not hold, None for a whole log."""
        return review.first_break(self.entries())

    def _entries(self, order: str) -> tuple[Entry, ...]:
        rows = self._database.rows(f"SELECT number, previous, hash, record FROM decisions {order}")  # noqa: S608 - a constant
        return tuple(Entry(number=n, previous=p, hash=h, written=w) for n, p, h, w in rows)
