"""Reads the theatre files and the world file into one `Vocabulary`.

Built in are `world.yaml` and `theatres/*.yaml` beside this module. A folder of one's own may hold
another `world.yaml` and theatre files. Its words come first: where both name the same thing its
single values hold, and its lists come before the built-in ones. A theatre file that takes up a
built-in id may leave out name, title, parties and region.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from sitrep.model.errors import UsageError
from sitrep.vocabulary.check import check
from sitrep.vocabulary.files import Plain, VocabularyFile, read_file
from sitrep.vocabulary.types import Theatre, Vocabulary, World

BUILT_IN = Path(__file__).parent
_INHERITED = ("name", "title", "parties", "region")
_KEYS = ("id", "name", "actor")
S = TypeVar("S", bound=msgspec.Struct)


def load(folder: Path | None = None) -> Vocabulary:
    """Return the built-in vocabulary, extended by the files of `folder`.

    Raises UsageError when `folder` is no folder, VocabularyError (file, line, field) for a fault
    in a file.
    """
    if folder is not None and not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; --vocabulary takes a folder of theatre files")
    with _collector_at_rest():
        return _load(folder)


def _load(folder: Path | None) -> Vocabulary:
    built_in, own = _theatre_files(BUILT_IN / "theatres"), _theatre_files(folder)
    for file in own:
        _inherit(file, built_in)
    contents: list[tuple[VocabularyFile, World | Theatre]] = []
    for base, theatres in ((folder, own), (BUILT_IN, built_in)):
        world = base / "world.yaml" if base else None
        if world and world.is_file():
            file = read_file(world)
            contents.append((file, file.typed(World)))
        contents += [(file, file.typed(Theatre)) for file in theatres]
    vocabulary = Vocabulary(
        theatres=_unite(item for _, item in contents if isinstance(item, Theatre)),
        actors=_unite(actor for _, item in contents for actor in item.actors),
        outlets=_unite(outlet for _, item in contents for outlet in item.outlets),
    )
    check(vocabulary, contents)
    return vocabulary


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking 30,000 nodes over and over: 180 ms become 60."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def theatre(vocabulary: Vocabulary, theatre_id: str) -> Theatre:
    """Return the theatre; UsageError names those that exist."""
    found = vocabulary.theatres.get(theatre_id)
    if found is None:
        known = ", ".join(sorted(vocabulary.theatres))
        raise UsageError(f"no theatre is called {theatre_id!r}; there are: {known}")
    return found


def _theatre_files(folder: Path | None) -> list[VocabularyFile]:
    """Read every YAML file of `folder` in order of name, but the world file."""
    if folder is None:
        return []
    return [read_file(path) for path in sorted(folder.glob("*.yaml")) if path.name != "world.yaml"]


def _inherit(file: VocabularyFile, built_in: Iterable[VocabularyFile]) -> None:
    """Give `file` what it leaves out and the built-in theatre of the same id says."""
    if not isinstance(file.plain, dict):
        return
    for other in built_in:
        if isinstance(other.plain, dict) and other.plain.get("id") == file.plain.get("id"):
            given: dict[str, Plain] = {
                field: other.plain[field] for field in _INHERITED if field in other.plain
            }
            file.plain.update({field: given[field] for field in given if field not in file.plain})


def _unite(things: Iterable[S]) -> dict[str, S]:
    """Return `things` by id, those of one id made one; earlier ones take precedence."""
    united: dict[str, S] = {}
    for thing in things:
        key = _key(thing)
        united[key] = _join(united[key], thing) if key in united else thing
    return united


def _join(first: S, second: S) -> S:
    """Return `first` with what only `second` says: missing values, further items of lists."""
    values: dict[str, object] = {}
    for field in msgspec.structs.fields(first):
        mine, other = getattr(first, field.name), getattr(second, field.name)
        if isinstance(mine, tuple) and field.name != "region":
            values[field.name] = _append(mine, other)
        elif not field.required and mine == field.default:
            values[field.name] = other
    return msgspec.structs.replace(first, **values)


def _append(mine: tuple[object, ...], other: tuple[object, ...]) -> tuple[object, ...]:
    """Return both, without repeats; of things with the same key the first."""
    keys = {_key(item) for item in mine}
    return mine + tuple(item for item in other if _key(item) not in keys)


def _key(item: object) -> str:
    """Return what makes `item` the same thing in two files."""
    for field in _KEYS:
        value = getattr(item, field, None)
        if isinstance(value, str):
            return value
    return repr(item)
