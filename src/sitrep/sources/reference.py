"""Reference data from files: a mapping, the data it describes, and what could not be used."""

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

from sitrep.model.errors import UsageError
from sitrep.model.issues import Issue
from sitrep.model.reference import ControlLayer, Reference, StrikeRecord
from sitrep.sources.problems import BadInput, issue
from sitrep.sources.reference_geometry import read_geometry
from sitrep.sources.reference_mapping import Mapping, read_mapping
from sitrep.sources.reference_table import read_table

LARGEST = 256 * 1024 * 1024
"""Bytes of one file, unpacked; a month of a national front is 3 MB."""
_GEOJSON = (".geojson", ".json")
_DAMAGED = (OSError, EOFError, zlib.error, tarfile.TarError, zipfile.BadZipFile)


def read_reference(given: str, *, parties: Collection[str]) -> tuple[Reference, tuple[Issue, ...]]:
    """Read the reference data `given` as MAPPING or MAPPING=DATA, and return its issues.

    `parties` are the ids of the theatre's parties. Raises UsageError for files that are missing,
    VocabularyError for a fault in the mapping; faults in the data are issues.
    """
    name, _, data = given.partition("=")
    path = Path(name)
    if not path.is_file():
        raise UsageError(f"--reference {name}: no such file; give a mapping (YAML)")
    mapping = read_mapping(path)
    return load(mapping, _data(mapping, path, data), parties=parties)


def load(
    mapping: Mapping, data: Path, *, parties: Collection[str]
) -> tuple[Reference, tuple[Issue, ...]]:
    """Return the reference data at `data` (a file, an archive or a folder) and its issues."""
    strikes: list[StrikeRecord] = []
    layers: list[ControlLayer] = []
    issues: list[Issue] = []
    for found in _read(mapping, data, parties):
        if isinstance(found, Issue):
            issues.append(found)
        elif isinstance(found, StrikeRecord):
            strikes.append(found)
        else:
            layers.append(found)
    reference = Reference(
        id=mapping.id,
        name=mapping.name,
        claimant=mapping.claimant,
        source=mapping.source,
        licence=mapping.licence,
        covers=mapping.covers,
        strikes=tuple(sorted(strikes, key=lambda one: (one.start, one.end, one.row))),
        layers=tuple(sorted(layers, key=lambda one: (one.day, one.holder, one.file))),
    )
    return reference, tuple(issues)


def _data(mapping: Mapping, path: Path, given: str) -> Path:
    if not given and mapping.data is None:
        raise UsageError(
            f"--reference {path}: the mapping names no data; write {path}=DATA, or give `data`"
        )
    found = Path(given) if given else path.parent / str(mapping.data)
    if not found.exists():
        raise UsageError(f"--reference {path}: its data {found} is missing")
    return found


def _read(
    mapping: Mapping, data: Path, parties: Collection[str]
) -> Iterator[StrikeRecord | ControlLayer | Issue]:
    try:
        for name, body in _files(data, tables=mapping.kind == "strikes"):
            yield from _file(mapping, name, body, parties)
    except _DAMAGED as fault:
        yield issue(str(data), "unreadable", f"cannot be read to its end ({fault})")


def _file(
    mapping: Mapping, name: str, body: bytes, parties: Collection[str]
) -> Iterator[StrikeRecord | ControlLayer | Issue]:
    try:
        if mapping.kind == "strikes":
            yield from read_table(_text(body), mapping=mapping, path=name, parties=parties)
        else:
            yield from read_geometry(body, mapping=mapping, path=name, parties=parties)
    except BadInput as problem:
        yield issue(name, problem.code, problem.reason)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadInput("not-utf-8", f"is not in UTF-8 (byte {fault.start})") from fault


def _files(data: Path, *, tables: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file in a folder or archive, or of the one file."""
    if data.is_dir():
        for path in sorted(data.iterdir()):
            if path.suffix in ((".csv",) if tables else _GEOJSON):
                yield str(path), path.read_bytes()
        return
    body = data.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(body)):
        yield from _unzipped(data, body)
        return
    if body[:2] == b"\x1f\x8b":
        with gzip.open(io.BytesIO(body)) as stream:
            body = stream.read(LARGEST)
    if not tables and body[257:262] == b"ustar":
        yield from _untarred(data, body)
    else:
        yield str(data), body


def _unzipped(data: Path, body: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for entry in sorted(archive.infolist(), key=lambda one: one.filename):
            if entry.filename.endswith((*_GEOJSON, ".csv")) and entry.file_size <= LARGEST:
                yield f"{data}/{entry.filename}", archive.read(entry)


def _untarred(data: Path, body: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(body)) as archive:
        for entry in sorted(archive.getmembers(), key=lambda one: one.name):
            stream = archive.extractfile(entry) if entry.isfile() else None
            if stream is not None and entry.name.endswith(_GEOJSON):
                yield f"{data}/{entry.name}", stream.read(LARGEST)
