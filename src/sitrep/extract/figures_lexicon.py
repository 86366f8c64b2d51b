"""The patterns of one language by which figures are read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sitrep.model.extraction import FigureKind, Qualifier
from sitrep.vocabulary.figures import FigureWords, Trigger, figure_words
from sitrep.vocabulary.units import Unit, UnitWords, unit_words
from sitrep.vocabulary.weapons import WeaponNames, weapon_words


@dataclass(frozen=True, slots=True)
class Noun:
    """What a group of the noun pattern stands for: a class ("person"), a weapon if it is one."""

    category: str
    weapon: str | None = None


@dataclass(frozen=True, slots=True)
class TriggerPattern:
    """A trigger with its two patterns."""

    kind: FigureKind
    on: frozenset[str]
    none: bool
    before: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneForms:
    """What shows, in a language of cases, whether a weapon without a number is one shot down."""

    feminine: re.Pattern[str]
    bare: re.Pattern[str]
    never: re.Pattern[str]
    bare_stop: re.Pattern[str]
    inflected: re.Pattern[str]
    genitive: re.Pattern[str]
    in_company: re.Pattern[str]
    other_gender: re.Pattern[str]
    active: re.Pattern[str]
    verbal_noun: re.Pattern[str]
    imperfect: re.Pattern[str]
    plural: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """Compiled patterns; `nouns` and `units` by the number of their group."""

    nouns: tuple[Noun, ...]
    noun: re.Pattern[str]
    units: tuple[Unit, ...]
    unit: re.Pattern[str]
    symbols: dict[str, str]
    magnitudes: dict[str, float]
    magnitude: re.Pattern[str]
    qualifiers: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    after: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    triggers: tuple[TriggerPattern, ...]
    any_trigger: re.Pattern[str]
    bare: dict[str, FigureKind]
    gap_stop: re.Pattern[str]
    label: re.Pattern[str]
    age: re.Pattern[str]
    age_before: re.Pattern[str]
    part_of: re.Pattern[str]
    range: re.Pattern[str]
    single: re.Pattern[str]
    singles: tuple[str, ...]
    all_of: re.Pattern[str]
    everything: re.Pattern[str]
    agents: re.Pattern[str]
    each_before: re.Pattern[str]
    each_after: re.Pattern[str]
    besides: re.Pattern[str]
    clock: re.Pattern[str]
    month: re.Pattern[str]
    partitive: re.Pattern[str]
    one: "OneForms | None"


@cache
def figure_lexicon(language: str) -> FigureLexicon | None:
    """Return the patterns of a BCP 47 `language`, None for one that we do not read."""
    words, units = figure_words(language), unit_words(language)
    if words is None or units is None:
        return None
    return _compiled(words, units, weapon_words(language))


def _compiled(
    words: FigureWords, units: UnitWords, weapons: dict[str, WeaponNames]
) -> FigureLexicon:
    groups = [(Noun("weapon", name), _spaced(weapon.names)) for name, weapon in weapons.items()]
    groups += [(Noun(name), names) for name, names in words.nouns.items()]
    magnitudes = sorted(units.magnitudes, key=lambda name: (-len(name), name))
    return FigureLexicon(
        nouns=tuple(noun for noun, _ in groups),
        noun=_numbered(names for _, names in groups),
        units=units.units,
        unit=_numbered((unit.names for unit in units.units), boundary=r"(?![\w²])"),
        symbols=units.symbols,
        magnitudes=units.magnitudes,
        magnitude=_pattern(rf"({'|'.join(magnitudes) or '(?!)'})\b"),
        qualifiers=tuple(
            (name, _pattern(rf"\b(?:{_plain(forms)})(?: (?:the|a|an|another|all))?\s*$"))
            for name, forms in words.qualifiers.items()
        ),
        after=tuple(
            (name, _pattern(rf",?\s*(?:{'|'.join(forms)})(?!\w)"))
            for name, forms in words.after.items()
        ),
        triggers=tuple(_trigger(trigger) for trigger in words.triggers),
        any_trigger=_any_trigger(words.triggers),
        bare=words.bare,
        gap_stop=_pattern(rf"[,;:.!?()\"“”«»—]|(?<![\w-])\d|\b(?:{_plain(words.gap_stops)})\b"),
        label=_pattern(rf"(?:\b(?:{_plain(words.labels)})\.?|[#№§])[\s-]*$"),
        age=_pattern(rf"[\s-]?(?:{'|'.join(words.ages)})(?!\w)"),
        age_before=_pattern(rf"\b(?:{_plain(words.age_before)})\s+$"),
        part_of=_pattern(rf"\s+{words.part_of}\s+$"),
        range=_pattern(words.range),
        single=_single(words, weapons),
        singles=tuple(weapons),
        all_of=_pattern(rf"\b(?:{_plain(words.all_of)})(?: the| of the| these| those)?\s+$"),
        everything=_pattern(
            rf"(?<!\w)(?:(?:{'|'.join(words.everything)})(?!\w)|(?:{_plain(words.all_of)}) "
            rf"(?:of the |the |these |those |эти |ці )?(?:[^\W\d]+ ){{0,2}}?{_weapons(weapons)})"
        ),
        agents=_pattern(rf"(?<!\w)(?:{'|'.join(words.agents)}) (?:[\w-]+ ){{0,1}}$"),
        each_before=_pattern(rf"\b(?:{_plain(words.each_before)})\s+$"),
        each_after=_pattern(rf"[^.;:\d]{{0,40}}?\b(?:{_plain(words.each_after)})\b"),
        one=OneForms(**{name: _pattern(form) for name, form in words.one.items()})
        if words.one
        else None,
        month=_pattern(rf"\s{{1,3}}(?:{'|'.join(words.months) or '(?!)'})(?!\w)"),
        partitive=_pattern(words.partitive),
        clock=_pattern(rf"\s*(?:{'|'.join(words.clocks)})(?!\w)"),
        besides=_pattern(rf"\b(?:{_plain(words.besides)}),?\s+(?:[\w-]+\s+)?$"),
    )


MARKUP = str.maketrans("*_", "  ")
"""Marks of emphasis, which stand between a number and its noun in posts, read as spaces."""


def folded(text: str) -> str:
    """Return `text` in small letters, each character for one: offsets hold."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return lower.translate(MARKUP)


def _pattern(body: str) -> re.Pattern[str]:
    """Compile for folded text: several times as fast as a pattern that ignores case."""
    return re.compile(re.sub(r"(?<![\\?])[A-ZА-ЯҐЄІЇ]", lambda match: match[0].lower(), body))


def _plain(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _numbered(lists: Iterable[Iterable[str]], boundary: str = r"(?![\w])") -> re.Pattern[str]:
    body = "|".join(f"(?P<g{at}>{'|'.join(names)})" for at, names in enumerate(lists))
    return _pattern(rf"(?<![\w])(?:{body}){boundary}")


def _trigger(trigger: Trigger) -> TriggerPattern:
    return TriggerPattern(
        trigger.kind,
        frozenset(trigger.on),
        trigger.none,
        _pattern(rf"\b(?:{trigger.before})(?!\w)"),
        _pattern(rf"\b(?:{trigger.after})(?!\w)"),
    )


def _any_trigger(triggers: Iterable[Trigger]) -> re.Pattern[str]:
    body = "|".join(f"{trigger.before}|{trigger.after}" for trigger in triggers)
    return _pattern(rf"\b(?:{body})(?!\w)")


def _spaced(names: Iterable[str]) -> tuple[str, ...]:
    """Let marks of emphasis, read as spaces, stand inside a name: "unmanned **aircraft**"."""
    return tuple(re.sub(r"(?<!\[) (?![-\]])", " {1,5}", name) for name in names)


def _weapons(weapons: dict[str, WeaponNames]) -> str:
    """Return the pattern of any weapon, a group each: "all drones", «все беспилотники»."""
    return (
        "(?:"
        + "|".join(
            f"(?P<g{at}>{'|'.join(_spaced(weapon.names))})"
            for at, weapon in enumerate(weapons.values())
        )
        + r")(?!\w)"
    )


def _single(words: FigureWords, weapons: dict[str, WeaponNames]) -> re.Pattern[str]:
    """Return the pattern of one weapon without a number: "a drone", «беспилотник»."""
    lead = rf"(?:{_plain(words.determiners)})\s+(?:[\w-]+\s+){{0,3}}?" if words.determiners else ""
    body = "|".join(
        f"(?P<g{at}>{'|'.join(_spaced(weapon.one)) or '(?!)'})"
        for at, weapon in enumerate(weapons.values())
    )
    heads = rf"(?! (?:and [\w-]+ )?(?:{'|'.join(words.heads)})\b)" if words.heads else ""
    return _pattern(rf"(?<![\w-]){lead}(?:{body})(?![\w-]){heads}")
