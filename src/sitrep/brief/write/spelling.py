"""One spelling throughout a brief: British or American, outside quotation marks and names."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

import msgspec

from sitrep.brief.write.edits import quoted_stretches
from sitrep.model.brief import Brief, Citation, Quotation, Source
from sitrep.vocabulary.spelling import Spelling, spelling_words, to_american, to_british

_WORD = re.compile(r"(?<![\w./@#’'])[A-Za-z]{4,}(?![\w@/]|[.:]\w)")
_SINGLE = re.compile(r"‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)")
_FIXED = frozenset({"id", "theatre", "run_id", "version", "brief", "sha256", "url"})
"""Fields of a brief that are keys, not words."""
T = TypeVar("T")


def respell(text: str, spelling: Spelling) -> str:
    """Return `text` in `spelling`; quotations and names stay as they are.

    A capitalised word is a name unless an office stands beside it ("Defense Ministry") or it opens
    the sentence before a plain word. Respelling twice changes nothing.
    """
    words = to_british() if spelling == "british" else to_american()
    fixed = [*quoted_stretches(text), *((m.start(), m.end()) for m in _SINGLE.finditer(text))]
    out, at = [], 0
    for start, end, new in sorted((*_always(text), *_pairs(text, words))):
        if start >= at and not any(a < end and start < b for a, b in fixed):
            out += [text[at:start], new]
            at = end
    return "".join([*out, text[at:]])


@cache
def _forms() -> re.Pattern[str]:
    forms = sorted(map(re.escape, spelling_words().always), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _always(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _forms().finditer(text):
        form = match[0]
        new = spelling_words().always.get(form) or spelling_words().always.get(form.lower())
        if new is None:
            continue
        ends = form.endswith(".") and not text[match.end() :].strip("”’\"' ")
        yield match.start(), match.end(), _cased(form, new) + ("." if ends else "")


def _pairs(text: str, words: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    found = list(_WORD.finditer(text))
    for match in found:
        new = words.get(match[0].lower())
        if new is not None and not _stays(text, match):
            yield match.start(), match.end(), _cased(match[0], new)


def _stays(text: str, match: re.Match[str]) -> bool:
    """Return whether a word is part of a name, or another word than its form tells."""
    written = match[0]
    before = text[: match.start()].split()[-2:]
    if before and before[-1].lower() in spelling_words().keeps.get(written.lower(), frozenset()):
        return True
    if written[0].islower():
        return False
    after = text[match.end() :].split()[:1]
    beside = [*(word.strip(",;:.") for word in after), *before[:1] * (before[1:] == ["of"])]
    if any(word in spelling_words().offices for word in beside):
        return False
    plain = bool(after) and after[0][:1].islower() and after[0] not in {"of", "for"}
    return written.isupper() or bool(before) or not plain


def _cased(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def respelled(brief: Brief, spelling: Spelling) -> Brief:
    """Return `brief` with every word of its own in `spelling`; citations and sources as they are.

    Sentences are respelled before the gates read them; this is for tables, notes and titles.
    """
    return _walked(brief, spelling)


def _walked(value: T, spelling: Spelling) -> T:
    if isinstance(value, str):
        return respell(value, spelling)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_walked(one, spelling) for one in value)  # type: ignore[return-value]
    if isinstance(value, msgspec.Struct) and not isinstance(value, Citation | Source):
        names = [name for name in value.__struct_fields__ if name not in _FIXED]
        if isinstance(value, Quotation):
            names.remove("text")
        changed = {name: _walked(getattr(value, name), spelling) for name in names}
        return msgspec.structs.replace(value, **changed)
    return value
