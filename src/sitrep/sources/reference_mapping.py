"""The mapping of a reference data set: a small YAML file that says what its columns mean."""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from msgspec import field

from sitrep.model.base import Record
from sitrep.vocabulary.files import VocabularyFile, read_file


class Columns(Record, frozen=True, kw_only=True):
    """Names of a table's columns; what is None the table does not have."""

    start: str
    end: str
    weapon: str
    launched: str
    intercepted: str | None = None
    lost: str | None = None
    hit: str | None = None
    regions: str | None = None
    cite: str | None = None
    attacker: str | None = None
    target: str | None = None


class Mapping(Record, frozen=True, kw_only=True):
    """What a data set is and how to read it; see docs/trackers.md for each field.

    `data` is a path beside the mapping's folder, unless another is given at the call. `attacker`,
    `target` and `holder` are ids of parties; `timezone` an IANA name for times without one.
    `weapons` maps a vocabulary id to patterns (`*` stands for anything) of the table's words; the
    first that fits wins. `day` is a regular expression with the groups year, month and day, for the
    names of files, or with `day_property` the property of a feature that holds an ISO day. `where`
    keeps features whose property has one of the values. `covers` are the states whose places a map
    judges (ISO 3166-1 alpha-2), all when left out.
    """

    id: str
    name: str
    kind: Literal["strikes", "control"]
    source: str
    licence: str
    claimant: str
    data: str | None = None
    columns: Columns | None = None
    timezone: str = "UTC"
    attacker: str | None = None
    target: str | None = None
    weapons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    holder: str | None = None
    holder_property: str | None = None
    holders: dict[str, str] = field(default_factory=dict)
    day: str = r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    day_property: str | None = None
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    covers: tuple[str, ...] = ()

    def weapon(self, written: str) -> str | None:
        """Return the vocabulary id of a weapon as the table writes it, None where unmapped."""
        words = written.casefold()
        return next(
            (
                name
                for name, patterns in self.weapons.items()
                if any(fnmatchcase(words, pattern.casefold()) for pattern in patterns)
            ),
            None,
        )


def read_mapping(path: Path) -> Mapping:
    """Read a mapping; raises VocabularyError (file, line, field) for what is wrong in it."""
    file = read_file(path)
    mapping = file.typed(Mapping)
    _check(mapping, file)
    return mapping


def _check(mapping: Mapping, file: VocabularyFile) -> None:
    if mapping.kind == "control":
        if mapping.holder is None and mapping.holder_property is None:
            file.fail(("kind",), "a control mapping names the holder or the holder_property")
        return
    columns = mapping.columns
    if columns is None:
        file.fail(("kind",), "a strikes mapping names the columns of its table")
    if mapping.attacker is None and columns.attacker is None:
        file.fail(("columns",), "name the attacker, or the column that holds it")
    if mapping.target is None and columns.target is None:
        file.fail(("columns",), "name the target, or the column that holds it")
