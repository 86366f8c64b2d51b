"""Surnames alone: after the full name, they are the same person."""

import re
from collections.abc import Sequence

import msgspec

from sitrep.extract.reading import Reading
from sitrep.model.extraction import Mention

_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "bin", "al", "el", "ben", "da", "di", "la", "abu"}
)


def surname(name: str) -> str | None:
    """Return the surname of a full name with its particles ("von der Leyen"), None for one word."""
    parts = name.split()
    if len(parts) < 2 or parts[-1].lower().rstrip(".") in {"jr", "sr", "ii", "iii"}:
        return None
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in _PARTICLES:
        at -= 1
    found = " ".join(parts[at:])
    return found if len(found) > 2 and found[-1].isalpha() else None


def same_persons(reading: Reading, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Join surnames to the full names before them, and add those that no one found.

    A surname that two persons of the article share stays as it is.
    """
    full: dict[str, Mention] = {}
    shared: set[str] = set()
    for mention in mentions:
        key = surname(mention.span.quote) if mention.kind == "person" else None
        if key is None:
            continue
        known = full.setdefault(key, mention)
        if known.name != mention.name and (known.entity_id or mention.entity_id) is not None:
            shared.add(key)
    usable = {key: mention for key, mention in full.items() if key not in shared}
    joined = [_joined(mention, usable) for mention in mentions]
    joined.extend(_missed(reading, joined, usable))
    return tuple(sorted(joined, key=lambda mention: mention.span.start))


def _joined(mention: Mention, full: dict[str, Mention]) -> Mention:
    known = full.get(mention.span.quote)
    told = mention.entity_id is not None or "shared-surname" in mention.reasons
    if known is None or told or known.span.start >= mention.span.start:
        return mention
    return msgspec.structs.replace(
        mention,
        kind="person",
        name=known.name,
        entity_id=known.entity_id,
        country=known.country,
        score=known.score,
        reasons=("surname", *known.reasons),
    )


def _missed(
    reading: Reading, mentions: Sequence[Mention], full: dict[str, Mention]
) -> list[Mention]:
    if not full:
        return []
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(key) for key in sorted(full)) + r")(?![\w-])"
    )
    taken = [(mention.span.start, mention.span.end) for mention in mentions]
    found: list[Mention] = []
    for sentence in reading.sentences:
        for match in pattern.finditer(sentence.text):
            start, end = match.start() + sentence.start, match.end() + sentence.start
            known = full[match[0]]
            free = all(end <= left or right <= start for left, right in taken)
            if not free or start <= known.span.start:
                continue
            found.append(
                msgspec.structs.replace(
                    known, span=reading.span(start, end), reasons=("surname", *known.reasons)
                )
            )
    return found
