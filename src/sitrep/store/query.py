"""What a person types into the search, read: words, "phrases", -exclusions and field:value."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from sitrep.model.errors import UsageError
from sitrep.store.hits import Query, Range

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "speaker": "who says it",
        "place": "a place it names",
        "type": "track, stance, event type, kind of question or status",
        "outlet": "who printed it",
        "lang": "its language, e.g. en",
    }
)
"""The fields whose value is words, and what they hold."""

_TOKEN = re.compile(
    r'(?P<minus>-)?(?:(?P<field>[A-Za-z]{2,}):(?!//))?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>\S*))'
)
_COUNT = re.compile(r"(?P<sign>>=|<=|>|<|=)?(?P<number>\d{1,6})")
_WORD = re.compile(r"\w")
_KNOWN = (*FIELDS, "origins", "since", "until")


def parse(text: str) -> Query:
    """Return the query that `text` says; raises UsageError that shows what is wrong with it.

    All parts must hold. A date without a zone is UTC; `until` itself is not included.
    """
    words: list[str] = []
    without: list[str] = []
    fields: dict[str, list[str]] = {}
    for match in _TOKEN.finditer(text):
        value = _value(match, text)
        field = (match["field"] or "").lower()
        if field and field not in _KNOWN:
            raise UsageError(f"search: no field {field!r}; there are {', '.join(_KNOWN)}")
        if field and not value.strip():
            raise UsageError(
                f"search: {field}: stands without a value, e.g. {field}:{_sample(field)}"
            )
        if field and match["minus"]:
            raise UsageError(f"search: -{field}: only words and phrases can be excluded")
        if field:
            fields.setdefault(field, []).append(value)
        elif _WORD.search(value):
            (without if match["minus"] else words).append(value)
    if not words and not fields:
        example = '"power plant" drones speaker:zelensky since:2025-03-01'
        raise UsageError(f"search: nothing to look for; e.g. sitrep search '{example}'")
    return Query(
        words=tuple(words),
        without=tuple(without),
        fields={name: tuple(fields[name]) for name in FIELDS if name in fields},
        origins=_range(fields.get("origins", [])),
        since=_moment("since", fields.get("since", [])),
        until=_moment("until", fields.get("until", [])),
    )


def _value(match: re.Match[str], text: str) -> str:
    if match["phrase"] is None:
        return match["word"].strip('"')
    if not match["end"]:
        raise UsageError(
            f"search: the quotation mark before {text[match.start('phrase') :]!r} is open"
        )
    return match["phrase"]


def _range(written: list[str]) -> Range | None:
    """Return the least and most origins that all of ">=2", "<5", "3" allow."""
    least, most = 0, None
    for value in written:
        match = _COUNT.fullmatch(value)
        if match is None:
            raise UsageError(
                f"search: origins:{value} is no number; write origins:>=2 or origins:1"
            )
        number, sign = int(match["number"]), match["sign"] or "="
        low = {">=": number, ">": number + 1, "=": number}.get(sign, 0)
        high = {"<=": number, "<": number - 1, "=": number}.get(sign)
        least = max(least, low)
        most = high if most is None else most if high is None else min(most, high)
    return Range(least=least, most=most) if written else None


def _moment(field: str, written: list[str]) -> datetime | None:
    if not written:
        return None
    if len(written) > 1:
        raise UsageError(f"search: {field}: stands more than once")
    try:
        found = datetime.fromisoformat(written[0])
    except ValueError as fault:
        raise UsageError(
            f"search: {field}:{written[0]} is no date; write {field}:2025-03-12"
        ) from fault
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _sample(field: str) -> str:
    samples = {"origins": ">=2", "since": "2025-03-12", "until": "2025-03-13", "lang": "en"}
    return samples.get(field, '"Anna Vale"' if field == "speaker" else "word")
