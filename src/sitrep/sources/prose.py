"""Plain text and Markdown files, with or without front matter."""

import re
from collections.abc import Iterator, Mapping

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.sources.decode import decode
from sitrep.sources.fields import normalised, value_of
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.problems import issue

FRONT_MATTER_CHARS = 16_384

_FENCED = re.compile(
    r"\A---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"(?P<name>[\w.-]+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*?)[ \t]*\Z")


def read_prose(body: bytes, path: str, media_type: str) -> Iterator[RawItem | Issue]:
    """Yield the one report of a text file; its content is all that follows the front matter."""
    decoded = decode(body)
    if decoded.doubt:
        yield issue(path, "mis-encoded", decoded.doubt)
    fields, content = front_matter(decoded.text)
    record = normalised(fields)
    yield raw_item(
        body,
        Origin(path, None, f"{media_type}; charset={decoded.charset}"),
        Fields(
            form="text",
            content=content,
            title=value_of(record, "title"),
            url=value_of(record, "url"),
            published=value_of(record, "published"),
            byline=value_of(record, "byline"),
            language=value_of(record, "language"),
            source=value_of(record, "source"),
            given_id=value_of(record, "id"),
            partial=fields.get("partial") == "true",
        ),
    )


def front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the fields between two lines of `---` at the top, and the text after them.

    A flat subset of YAML: `name: value` lines and lists of plain items; deeper structure is passed
    over. Without front matter the fields are empty and the text is whole.
    """
    found = _FENCED.match(text)
    if found is None or found.end("fields") > FRONT_MATTER_CHARS:
        return {}, text
    fields: dict[str, str] = {}
    name = ""
    for line in found.group("fields").splitlines():
        item, field = _ITEM.match(line), _FIELD.match(line)
        if item and name:
            value = _unquoted(item.group("value"))
            fields[name] = f"{fields[name]}, {value}" if fields[name] else value
        elif field:
            name = field.group("name")
            fields[name] = _unquoted(field.group("value"))
    return fields, text[found.end() :]


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part.strip()) for part in value[1:-1].split(","))
    return value
