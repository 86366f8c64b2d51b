"""Numbers that count or measure something: what is counted, how exactly, and what is no count."""

import re
from dataclasses import dataclass, replace

from sitrep.extract.figures_lexicon import FigureLexicon, Noun
from sitrep.language.numerals import Number, digits_value
from sitrep.model.extraction import FigureKind, Qualifier

_REACH = 60
"""Characters behind a number in which its noun is looked for."""
_LEAD = 40
BESIDES = "besides another count"
"""Reason of a count that adds to one before it: "another 12 drones"."""
_YEARS = range(1900, 2101)
_DIGIT_BEHIND = re.compile(r"\s?[-–—/:.,]\s?\d|:\d")
_DIGIT_BEFORE = re.compile(r"\d\s?[-–—/:.,]\s?$")
_RANGE_AHEAD = re.compile(r"\s?[-–—]\s?(\d{1,9}(?:[.,]\d{1,3})?)(?![\d-])")
_ORDINAL = re.compile(r"[-–](?:й|я|е|го|му|ой|ую|ю|та|ша|га|ї)(?!\w)")
_KEYCAP = frozenset("\ufe0f\u20e3")
"""What makes a digit the sign of a list item ("1️⃣")."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_CURRENCY = re.compile(r"(?:US|C|A|NZ|HK)?[$€£₴₽₪¥]\s?$")
_NAME_BEFORE = re.compile(r"(?<![.!?“\"'(]\s)(?<!^)\b(?!The\b|A\b)[A-Z][\w-]*\s+$")
_AGE_COMMAS = re.compile(r"[A-Z][\w’'-]+\s?,\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number with what it counts; offsets are in the sentence.

    `lead` is where its qualifier begins, [start, end) the number with currency, unit and noun.
    `kind` is set where the unit alone decides it. `part_of`: the count of which this one gives a
    share by place ("20 drones: 12 over …"). `total`: the whole of "74 of 117".
    """

    lead: int
    start: int
    end: int
    number: Number
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier = "exact"
    noun: Noun | None = None
    counted: str | None = None
    unit: str | None = None
    kind: FigureKind | None = None
    part_of: "Count | None" = None
    total: bool = False
    reasons: tuple[str, ...] = ()


def count(sentence: str, text: str, number: Number, lexicon: FigureLexicon) -> Count | None:
    """Return what `number` counts; None for years, ages, names and ids.

    `text` is the folded `sentence`: only names need its capitals.
    """
    before = sentence[max(0, number.start - _LEAD) : number.start]
    if (
        lexicon.label.search(before.lower())
        or _is_time(text, number, lexicon)
        or _is_age(text, number, before, lexicon)
    ):
        return None
    money = _money(text, number, before, lexicon)
    if money is not None:
        return _qualified(text, money, lexicon)
    measure = _measure(text, number, lexicon)
    if measure is not None:
        return _qualified(text, measure, lexicon) if measure.unit else None
    found = _noun(text, _past_range(text, number), lexicon)
    if _is_name(text, number, before, found is not None):
        return None
    made = _plain_count(number)
    if found is not None and _past_range(text, number) == number.end:
        noun, end = found
        counted = text[number.end : end].strip()
        made = replace(made, noun=noun, end=end, counted=counted or None)
    return _qualified(text, made, lexicon)


def _past_range(text: str, number: Number) -> int:
    """Return where the noun of "10" begins to be looked for in "10-15 tanks": behind the 15."""
    match = _RANGE_AHEAD.match(text, number.end)
    if match is None or digits_value(match[1]) <= number.value or not number.plain:
        return number.end
    return match.end()


def _plain_count(number: Number) -> Count:
    high = None if number.vague else number.value
    value = None if number.vague else number.value
    qualifier: Qualifier = "at_least" if number.vague else "exact"
    return Count(
        lead=number.start, start=number.start, end=number.end, number=number,
        value=value, low=number.value, high=high, qualifier=qualifier,
        reasons=("vague word",) if number.vague else (),
    )  # fmt: skip


def _is_time(text: str, number: Number, lexicon: FigureLexicon) -> bool:
    """Tell whether the digits are a day of a month or a time of day that no time took up."""
    if number.plain and number.value <= 31 and lexicon.month.match(text, number.end):
        return True
    digits = text[number.start : number.end]
    return bool(_CLOCK.fullmatch(digits) and lexicon.clock.match(text, number.end))


def _is_age(text: str, number: Number, before: str, lexicon: FigureLexicon) -> bool:
    if lexicon.age.match(text, number.end) or lexicon.age_before.search(before.lower()):
        return True
    behind = text[number.end : number.end + 1]
    return (
        number.plain
        and number.value < 120
        and behind in {",", "."}
        and _AGE_COMMAS.search(before) is not None
    )


def _is_name(text: str, number: Number, before: str, counted: bool) -> bool:  # noqa: FBT001
    """Tell whether the digits belong to an id, a score, a year or a name ("Article 5")."""
    if number.words:
        return False
    if _ORDINAL.match(text, number.end) or text[number.end : number.end + 1] in _KEYCAP:
        return True
    if _DIGIT_BEHIND.match(text, number.end) or _DIGIT_BEFORE.search(before):
        return not counted
    following = text[number.end : number.end + 1]
    if following.isalpha() or following in {"%", "°"}:
        return True
    if number.plain and number.value in _YEARS and "," not in text[number.start : number.end]:
        return not counted or before.rstrip().lower().endswith((" in", " since", " of", " by"))
    return not counted and _NAME_BEFORE.search(before) is not None


def _money(text: str, number: Number, before: str, lexicon: FigureLexicon) -> Count | None:
    symbol = _CURRENCY.search(before)
    if symbol is None:
        return None
    sign = symbol[0].strip()
    made = _plain_count(number)
    factor, end = 1.0, number.end
    magnitude = lexicon.magnitude.match(text, number.end)
    if number.plain and magnitude:
        factor, end = lexicon.magnitudes[magnitude[1].lower()], magnitude.end()
    unit = lexicon.symbols.get(sign) or lexicon.symbols.get(sign[-1], "USD")
    start = number.start - len(symbol[0])
    scaled = replace(made, lead=start, start=start, end=end, unit=unit, kind="money")
    return _scaled(scaled, factor)


def _measure(text: str, number: Number, lexicon: FigureLexicon) -> Count | None:
    at = number.end
    while at < len(text) and text[at] in " -\u00a0\u202f‑" and at - number.end < 2:
        at += 1
    match = lexicon.unit.match(text, at)
    if match is None or (at > number.end and text[at - 1] == "-" and number.vague):
        return None
    unit = lexicon.units[int((match.lastgroup or "g0")[1:])]
    made = replace(
        _plain_count(number), end=match.end(), unit=unit.unit, kind=unit.kind, counted=match[0]
    )
    return _scaled(made, unit.factor)


def _scaled(made: Count, factor: float) -> Count:
    if factor == 1:
        return made
    low, high, value = (
        None if part is None else round(part * factor, 6)
        for part in (made.low, made.high, made.value)
    )
    return replace(made, low=low, high=high, value=value)


def _noun(text: str, at: int, lexicon: FigureLexicon) -> tuple[Noun, int] | None:
    """Return the class of the noun behind a number and where it ends: the head of the phrase.

    Adjectives may stand between; of a chain ("drone attacks") the last noun is the head,
    in a language of cases the first one («расчетов дронов»).
    """
    limit = min(len(text), at + _REACH)
    partitive = lexicon.partitive.match(text, at)
    at = partitive.end() if partitive else at
    best: tuple[Noun, int] | None = None
    reached = at
    for match in lexicon.noun.finditer(text, at, limit):
        gap = text[reached : match.start()]
        if match.start() < reached:
            continue
        words = gap.split()
        if lexicon.gap_stop.search(gap) or len(words) > (4 if best is None else 0):
            break
        best = (lexicon.nouns[int((match.lastgroup or "g0")[1:])], match.end())
        reached = match.end()
        if lexicon.one is not None:
            break
    return best


def _qualified(text: str, made: Count, lexicon: FigureLexicon) -> Count:
    """Read the words around a count that say how exact it is, and move its open bounds."""
    before = text[max(0, made.start - _LEAD) : made.start]
    if lexicon.besides.search(before):
        made = replace(made, reasons=(*made.reasons, BESIDES))
    for name, pattern in lexicon.qualifiers:
        match = pattern.search(before)
        if match is not None and not _is_above(match[0], made):
            lead = made.start - len(before) + match.start()
            return _bounded(replace(made, lead=lead), name)
    for name, pattern in lexicon.after:
        if pattern.match(text, made.end) or pattern.match(text, made.number.end):
            return _bounded(made, name)
    everything = lexicon.all_of.search(before)
    if everything is not None:
        lead = made.start - len(before) + everything.start()
        return replace(made, lead=lead, reasons=(*made.reasons, "all of them"))
    return made


def _is_above(words: str, made: Count) -> bool:
    """Tell whether "over" is a place: "downed over six regions" counts no more than six."""
    category = made.noun.category if made.noun else None
    return words.strip() in {"over", "under", "above"} and category == "settlement"


def _bounded(made: Count, qualifier: Qualifier) -> Count:
    value = made.value if made.value is not None else made.low
    if qualifier in {"at_least", "more_than"}:
        return replace(made, qualifier=qualifier, value=value, low=value, high=None)
    if qualifier in {"up_to", "less_than"}:
        return replace(made, qualifier=qualifier, value=value, low=None, high=value)
    return replace(made, qualifier=qualifier, value=value, low=None, high=None)
