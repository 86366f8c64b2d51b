"""Persons with a known person's surname: "Oleksii Kuleba" is not the Kuleba of the vocabulary."""

import re
from collections.abc import Sequence

import msgspec

from sitrep.extract.reading import Reading
from sitrep.model.extraction import Mention
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.titles import titles

_FIRST = re.compile(r"(?<![\w’'.-])([A-Z][^\W\d_]+(?:-[^\W\d_]+)?) $")
_LONGEST = 30


def told_apart(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, each surname that a namesake may bear without the vocabulary's id.

    With another first name in front it is that person; alone, after such a name, it is the one last
    named in full: the namesake where the known person is named nowhere, else nobody for sure.
    """
    others: dict[str, Mention] = {}
    own = _introduced(reading, mentions)
    last: dict[str, str | None] = {}
    found: list[Mention] = []
    for mention in mentions:
        told = mention
        quote = mention.span.quote
        if mention.kind == "person" and mention.entity_id and " " not in quote:
            first = _other_first_name(reading, mention)
            if first:
                start = mention.span.start - len(first) - 1
                span = reading.span(start, mention.span.end)
                told = Mention(
                    span=span, kind="person", name=span.quote, score=0.8, reasons=("namesake",)
                )
            elif quote in others and not _titled(reading, mention):
                told = _which(mention, others[quote], own, last)
        key = told.span.quote.split()[-1]
        if told.kind == "person" and " " in told.span.quote:
            last[key] = told.entity_id
            if told.entity_id is None:
                others[key] = told
        elif told.entity_id is not None and _titled(reading, told):
            last[key] = told.entity_id
        found.append(told)
    return found


def _which(mention: Mention, other: Mention, own: set[str], last: dict[str, str | None]) -> Mention:
    if mention.entity_id not in own:
        return msgspec.structs.replace(
            mention,
            name=other.name,
            entity_id=None,
            country=other.country,
            reasons=("surname", "namesake"),
        )
    if last.get(mention.span.quote) is not None:
        return mention
    return msgspec.structs.replace(
        mention, name=mention.span.quote, entity_id=None, country=None, reasons=("shared-surname",)
    )


def _introduced(reading: Reading, mentions: Sequence[Mention]) -> set[str]:
    """Return the ids of persons named in full or with a title."""
    return {
        mention.entity_id
        for mention in mentions
        if mention.kind == "person"
        and mention.entity_id
        and (" " in mention.span.quote or _titled(reading, mention))
    }


def _word_before(reading: Reading, mention: Mention) -> re.Match[str] | None:
    start = mention.span.start
    return _FIRST.search(reading.article.text[max(0, start - _LONGEST) : start])


def _titled(reading: Reading, mention: Mention) -> bool:
    text = reading.article.text[max(0, mention.span.start - _LONGEST) : mention.span.start].split()
    last = text[-1] if text else ""
    known = titles()
    return last in known.address or last.lower() in known.heads


def _other_first_name(reading: Reading, mention: Mention) -> str | None:
    """Return the word before a surname if it is a first name, and not the known person's."""
    match = _word_before(reading, mention)
    if match is None or _titled(reading, mention):
        return None
    first = match[1]
    lower = first.lower()
    text = reading.article.text
    if lower in stopwords() or lower in titles().inside or first.isupper():
        return None
    if first in mention.name or re.search(rf"\b{lower}\b", text):
        return None
    start = mention.span.start - len(first) - 1
    before = text[max(0, start - _LONGEST) : start].split()
    if before and before[-1].strip("“\"'‘") in mention.name.split():
        return None
    opens = (
        start == 0
        or text[start - 1] in '\n"“'
        or text[max(0, start - 2) : start].strip()
        in {
            ".",
            "!",
            "?",
        }
    )
    # At the start of a sentence any word has a capital: only what comes again is a name.
    return None if opens and text.count(f"{first} ") < 2 else first
