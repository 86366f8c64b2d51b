"""Faithful and corrupted variants of news sentences, for `bench/gates.py`.

A variant is made by rules on the text alone, never by the gates' own reading of it, so that the
benchmark does not measure the gates with themselves. Each rule returns None where it has no hold.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve")  # fmt: skip
_SAID = r"said|told reporters|added|announced|claimed|noted|stated|stressed|warned|confirmed"
_ROLE = r"\w+(?:ry|er|al|an|or|ice|ce|my|ials|ent|nt|man|ties|ces|ef|ad)"
_NAMED = r"[A-Z][\w’'.-]+"
_INNER = rf"(?:{_NAMED}|of|the|in|for|and|foreign|health|state|{_ROLE})"
_NP = rf"(?:(?:[Tt]he |[Aa]n? |[Aa] senior )?(?:{_NAMED}|{_ROLE})(?: {_INNER}){{0,7}})"
_TAIL = r"(?P<tail>(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| in a statement)?"
_BACK = re.compile(rf"^(?P<content>[^“”\"]+), (?P<who>{_NP}) (?P<verb>{_SAID}){_TAIL}\.$")
_FRONT = re.compile(
    rf"^(?P<who>{_NP}) (?P<verb>{_SAID}){_TAIL}(?: that)? (?P<content>(?:the |a |its |[A-Z])"
    r"[^“”\"]+)\.$"
)
_ACCORDING = re.compile(r"^According to (?P<who>[^,]+), (?P<content>[^“”\"]+)\.$")
_TITLED = r"(?:president|minister|leader|chief|secretary|spokesman|spokeswoman|envoy|chancellor)"
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-zà-ž]+)(?: [A-Z][a-zà-ž]+)*")
_NO_NAMES = re.compile(
    r"^(?:The|This|That|It|He|She|They|You|We|In|On|At|A|An|And|But|Mr|Mrs|Sir|.*day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NUMBER = re.compile(r"(?<![\w.,$-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w.,:]*\d)(?!-)")
_PLAIN = r"[^,;:–—“”\"()]{20,200}"
_QUOTE = re.compile(r"[“\"]([^“”\"]{20,})[”\"]")

STRANGERS = ("Mark Rutte", "Emmanuel Macron", "Sergey Lavrov", "Kaja Kallas", "Narendra Modi")
"""Names that may stand in no article of the day."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the one after it in the same article, and what the rules may draw on."""

    sentence: str
    following: str
    outlet: str
    published: datetime
    others: tuple[str, ...]
    """Names from elsewhere in the same article."""
    offices: Mapping[str, str]
    """Surname to office and full name, of the persons of the vocabulary."""


Rule = Callable[[Case, Random], str | None]


def names_in(text: str) -> list[str]:
    """Return the capitalised runs that are names: no day, month or opening word."""
    found = dict.fromkeys(_NAME.findall(text))
    return [name for name in found if not _NO_NAMES.match(name)]


def alike(one: str, two: str) -> bool:
    """Return whether two names may mean one thing ("Syria", "Syrian"; "Mark Carney", "Carney")."""
    return one in two or two in one or one[:4] == two[:4]


def _lower(text: str) -> str:
    """Lower the first letter unless a name or an acronym opens the text."""
    word = text.split(" ", 1)[0]
    common = word.lower() in {
        "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "in",
        "on", "at", "there", "more", "about", "some", "all", "no", "many", "its", "his",
        "their", "two", "three", "several", "as", "after", "if", "both", "most", "according",
        "police", "reports", "without", "while",
        "officials", "local", "emergency", "critics", "militants", "hospitals"}  # fmt: skip
    return text[0].lower() + text[1:] if common else text


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


# Faithful edits


def verbatim(case: Case, _: Random) -> str | None:
    return case.sentence


def parenthesis_cut(case: Case, _: Random) -> str | None:
    out = re.sub(r" \([^()]*\)| [–—-] [^–—.;]+ [–—-](?= )", "", case.sentence, count=1)
    return out if out != case.sentence else None


def relative_cut(case: Case, _: Random) -> str | None:
    out = re.sub(r", (?:which|who|where) [^,;“”\"]+(?:,(?= )|(?=\.$))", "", case.sentence, count=1)
    return out if out != case.sentence else None


def opening_cut(case: Case, _: Random) -> str | None:
    match = re.match(r"^(?:On \w+day|Meanwhile|However|Earlier|Separately|Also|Moreover)"
                     r"(?: [a-z]+)?, (.+)$", case.sentence)  # fmt: skip
    return _upper(match[1]) if match else None


def speaker_fronted(case: Case, _: Random) -> str | None:
    match = _BACK.match(case.sentence)
    if match is None:
        return None
    said = f"{_upper(match['who'])} {match['verb']}{match['tail'] or ''}"
    return f"{said} that {_lower(match['content'])}."


def speaker_last(case: Case, _: Random) -> str | None:
    match = _FRONT.match(case.sentence)
    if match is None:
        return None
    end = f"{_lower(match['who'])} {match['verb']}{match['tail'] or ''}"
    return f"{_upper(match['content'])}, {end}."


def according_to_said(case: Case, _: Random) -> str | None:
    match = _ACCORDING.match(case.sentence)
    return f"{_upper(match['who'])} said {_lower(match['content'])}." if match else None


def day_resolved(case: Case, _: Random, shift: int = 0) -> str | None:
    match = re.search(r"\bon (\w+day)\b", case.sentence)
    if match is None or match[1] not in DAYS or re.search(r"\bwill|next\b", case.sentence):
        return None
    back = (case.published.weekday() - DAYS.index(match[1])) % 7
    day = case.published - timedelta(days=back - shift)
    return case.sentence.replace(match[0], f"on {day.day} {day:%B}", 1)


def number_reworded(case: Case, _: Random) -> str | None:
    """Write a count in words or in digits; not the number of a day, a channel or a chapter."""
    for value, word in enumerate(NUMBERS[2:], 2):
        for old, new in ((str(value), word), (word, str(value))):
            found = re.search(rf"(?<=[a-z] ){old}(?= [a-z])", case.sentence)
            if found and case.sentence[: found.start()].split()[-1].islower():
                return case.sentence[: found.start()] + new + case.sentence[found.end() :]
    return None


def verb_synonym(case: Case, rng: Random) -> str | None:
    swaps = {" told reporters": " said", " added": " said", " noted": " said", " stressed": " said",
             " claimed": " said", " stated": " said", " announced that": " said that",
             " said": rng.choice([" stated", " said"])}  # fmt: skip
    for old, new in swaps.items():
        if re.search(old + r"\b", case.sentence) and (
            _BACK.match(case.sentence) or _FRONT.match(case.sentence)
        ):
            return re.sub(old + r"\b", new, case.sentence, count=1)
    return None


def outlet_added(case: Case, _: Random) -> str | None:
    return f"{case.outlet} reported that {_lower(case.sentence)}"


def outlet_behind(case: Case, _: Random) -> str | None:
    return f"{case.sentence[:-1]}, {case.outlet} reported."


def office_added(case: Case, _: Random) -> str | None:
    """Put office and full name for a bare surname, where the article has the person in full."""
    for surname, full in case.offices.items():
        name = " ".join(full.split()[-2:])
        others = {one for one in case.others if one.endswith(surname) and one != surname}
        bare = rf"(?<![A-Z]\w )(?<=[a-z,] ){surname}\b(?!['’\w-]| [A-Z])"
        found = re.search(bare, case.sentence)
        if found is None or others != {name} or name.split()[0] in case.sentence:
            continue
        before = case.sentence[: found.start()].split()[-1:]
        if not (before and (before[0][0].isupper() or re.fullmatch(_TITLED, before[0]))):
            return case.sentence[: found.start()] + full + case.sentence[found.end() :]
    return None


def backshifted(case: Case, _: Random) -> str | None:
    match = _BACK.match(case.sentence)
    if match is None or " will " not in match["content"]:
        return None
    content = match["content"].replace(" will ", " would ")
    return f"{_upper(match['who'])} {match['verb']} {_lower(content)}."


def _joinable(case: Case) -> bool:
    return not re.search(r"[“”\"]", case.sentence + case.following) and not re.match(
        r"(?:But|And|So|Yet|However|Meanwhile|It|He|She|They|This|That)\b", case.following
    )  # fmt: skip


def merged_semicolon(case: Case, _: Random) -> str | None:
    return f"{case.sentence[:-1]}; {_lower(case.following)}" if _joinable(case) else None


def merged_and(case: Case, _: Random) -> str | None:
    return f"{case.sentence[:-1]}, and {_lower(case.following)}" if _joinable(case) else None


def merged_while(case: Case, _: Random) -> str | None:
    return f"{case.sentence[:-1]}, while {_lower(case.following)}" if _joinable(case) else None


def opening_moved(case: Case, _: Random) -> str | None:
    """Put "On Tuesday, " or "In Kursk, " behind a sentence that has no other comma."""
    match = re.match(rf"^(?P<when>(?:On|In|At|Near) [^,“”\"]{{3,40}}), (?P<rest>{_PLAIN})\.$",
                     case.sentence)  # fmt: skip
    if match is None:
        return None
    when = match["when"]
    return f"{_upper(match['rest'])} {when[0].lower()}{when[1:]}."


def opening_made(case: Case, _: Random) -> str | None:
    """Put a last "on Tuesday" or "in Kursk" first."""
    match = re.match(
        rf"^(?P<rest>{_PLAIN}) (?P<when>(?:on \w+day|in [A-Z][a-z]+))\.$", case.sentence
    )
    if match is None or re.search(r"\b(?:said|told|saying)\b", case.sentence):
        return None
    return f"{_upper(match['when'])}, {_lower(match['rest'])}."


def tail_cut(case: Case, _: Random) -> str | None:
    """Cut a last phrase behind a comma: ", including two children", ", leaving ten wounded"."""
    out = re.sub(r", (?:including|with|despite|amid|along with|(?!according)\w{3,}ing)\b"
                 r"[^,;“”\"]+\.$", ".", case.sentence)  # fmt: skip
    return out if out != case.sentence and len(out.split()) > 5 else None


FAITHFUL: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (verbatim, parenthesis_cut, relative_cut, opening_cut, speaker_fronted,
                 speaker_last, according_to_said, day_resolved, number_reworded, verb_synonym,
                 opening_moved, opening_made, tail_cut,
                 outlet_added, outlet_behind, office_added, backshifted, merged_semicolon,
                 merged_and, merged_while)
}  # fmt: skip
"""Edits that keep the sense; each must pass."""
