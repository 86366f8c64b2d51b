"""Corrupted variants of news sentences, for `bench/gates.py`: each must be refused."""

import re
from collections.abc import Mapping
from random import Random

from bench.gate_claims import attribution_dropped, bound, speaker, verb_strengthened, voice
from bench.gate_variants import (
    _NUMBER,
    _QUOTE,
    STRANGERS,
    Case,
    Rule,
    _lower,
    alike,
    day_resolved,
    names_in,
)

_UNITS = {
    "km": "miles", "kilometres": "miles", "kilometers": "miles", "miles": "kilometres",
    "million": "billion", "billion": "million", "percent": "people", "%": " people",
    "drones": "missiles", "missiles": "drones", "killed": "wounded", "wounded": "killed",
    "injured": "killed", "people": "soldiers", "soldiers": "civilians", "days": "weeks",
    "weeks": "months", "hours": "days", "months": "years", "years": "months", "children": "women",
    "troops": "tanks", "aircraft": "ships", "prisoners": "hostages", "hostages": "soldiers",
}  # fmt: skip
_SIDES = {"Russian": "Ukrainian", "Ukrainian": "Russian", "Russia": "Ukraine", "Ukraine": "Russia",
          "Israeli": "Palestinian", "Palestinian": "Israeli", "Israel": "Hamas", "Hamas": "Israel",
          "Moscow": "Kyiv", "Kyiv": "Moscow", "Putin": "Zelensky", "Zelensky": "Putin",
          "US": "Chinese", "Trump": "Biden"}  # fmt: skip
_OFFICES = {"president": "prime minister", "President": "Prime Minister", "prime minister":
            "president", "Prime Minister": "President", "foreign minister": "defence minister",
            "Foreign Minister": "Defence Minister", "spokesman": "minister", "spokesperson":
            "minister", "spokeswoman": "minister", "governor": "mayor", "ambassador": "general",
            "Defence Minister": "Foreign Minister", "defence minister": "foreign minister",
            "Chancellor": "President", "chancellor": "president", "general": "minister",
            "secretary": "president", "Secretary": "President", "minister": "general"}  # fmt: skip
_PLACES = ("Kharkiv", "Odesa", "Geneva", "Rafah", "Berlin", "Ankara")
_STRONGER = {r" may (?!\d)": " will ", r" might ": " will ", r" could ": " will ",
             r" reportedly ": " ", r" allegedly ": " ", r" likely ": " ", r" possibly ": " ",
             r" apparently ": " ", r" suspected ": " ", r" alleged ": " ", r" can ": " will ",
             r" probably ": " ", r" perhaps ": " "}  # fmt: skip
_DONE = {
    r"\bwill be\b": "was",
    r"\bwill (\w+)\b": None,
    r"\b(?:plans|wants|hopes|intends) to (\w+)\b": None,
}
_WORDS = re.compile(r"\b[a-z]{5,}\b")


def _swap(pattern: str, old: str, new: str, text: str) -> str | None:
    out = re.sub(pattern.replace("OLD", re.escape(old)), new, text, count=1)
    return out if out != text else None


def number(case: Case, rng: Random) -> str | None:
    found = list(_NUMBER.finditer(case.sentence))
    if not found:
        return None
    match = rng.choice(found)
    value = match[1]
    digit = rng.choice([d for d in "123456789" if d != value[0]])
    return case.sentence[: match.start()] + digit + value[1:] + case.sentence[match.end() :]


def numbers_swapped(case: Case, _: Random) -> str | None:
    found = [m for m in _NUMBER.finditer(case.sentence) if not re.match(r"(?:19|20)\d\d$", m[1])]
    if len(found) < 2 or found[0][1] == found[1][1]:
        return None
    a, b = found[0], found[1]
    text = case.sentence
    return text[: a.start()] + b[1] + text[a.end() : b.start()] + a[1] + text[b.end() :]


def unit(case: Case, rng: Random) -> str | None:
    hits = [(old, new) for old, new in _UNITS.items()
            if re.search(rf"\d[\d,.]*(?: \w+)? ?{re.escape(old)}(?!\w)", case.sentence)
            ]  # fmt: skip
    if not hits:
        return None
    old, new = rng.choice(hits)
    return _swap(r"(?<=\d)( ?(?:\w+ )?)OLD(?!\w)", old, rf"\g<1>{new}", case.sentence)


def name_across(case: Case, rng: Random) -> str | None:
    hits = [old for old in _SIDES if re.search(rf"\b{old}\b", case.sentence)]
    if not hits:
        return None
    old = rng.choice(hits)
    return _swap(r"\bOLD\b", old, _SIDES[old], case.sentence)


def name_within(case: Case, rng: Random) -> str | None:
    names = names_in(case.sentence)
    if not names:
        return None
    old = rng.choice(names)
    pool = [name for name in (*names, *case.others) if not alike(name, old)]
    return case.sentence.replace(old, rng.choice(pool or list(STRANGERS)), 1)


def names_swapped(case: Case, _: Random) -> str | None:
    names = names_in(case.sentence)
    if len(names) < 2 or alike(names[0], names[1]):
        return None
    first, second = names[0], names[1]
    between = case.sentence.partition(first)[2].partition(second)[0]
    if re.fullmatch(r"(?:,| and|, and|–|-)? ?", between):
        return None
    return case.sentence.replace(first, "\0", 1).replace(second, first, 1).replace("\0", second, 1)


def negated(case: Case, _: Random) -> str | None:
    out = re.sub(
        r"\b(is|are|was|were|will|would|has|have|had|can|could|should)\b(?! not|n)",
        r"\1 not",
        case.sentence,
        count=1,
    )
    return out if out != case.sentence else None


def negation_lost(case: Case, _: Random) -> str | None:
    out = re.sub(
        r"\b(is|are|was|were|will|would|has|have|had|can|could|should|did|does|do)"
        r"(?: not|n['’]t)\b",
        r"\1",
        case.sentence,
        count=1,
    )
    if out == case.sentence:
        out = re.sub(r"\b(?:never|no longer) ", "", case.sentence, count=1)
    return out if out != case.sentence else None


def hedge_lost(case: Case, rng: Random) -> str | None:
    hits = [old for old in _STRONGER if re.search(old, case.sentence)]
    if not hits:
        return None
    old = rng.choice(hits)
    return re.sub(old, _STRONGER[old], case.sentence, count=1)


def date(case: Case, rng: Random) -> str | None:
    shifted = day_resolved(case, rng, shift=rng.choice([-3, -2, -1, 1, 2]))
    if shifted:
        return shifted
    match = re.search(
        r"\b(\d{1,2})(?= (?:January|February|March|April|May|June|July)\b)|(?<=May )(\d{1,2})\b",
        case.sentence,
    )
    if match is None:
        return None
    day = (int(match[0]) + rng.choice([1, 2, 5])) % 28 + 1
    return case.sentence[: match.start()] + str(day) + case.sentence[match.end() :]


def tense(case: Case, _: Random) -> str | None:
    match = re.search(
        r"\b(?:will|plans to|wants to|hopes to|intends to|would) (\w+)\b", case.sentence
    )
    if match and match[1] not in {"be", "not", "have"} and match[1].isalpha():
        verb = match[1]
        past = verb + "d" if verb.endswith("e") else verb + "ed"
        return case.sentence.replace(match[0], past, 1)
    match = re.search(
        r"(?<=[a-z] )(?<!was )(?<!were )(?<!been )(?<!be )(?<!has )(?<!have )(?<!is )(?<!are )"
        r"(?<!and )(attacked|launched|met|signed|visited|rejected|agreed|destroyed|arrived|"
        r"announced|hit|struck|killed|seized)\b(?= [a-z])",
        case.sentence,
    )
    base = {
        "met": "meet",
        "hit": "hit",
        "struck": "strike",
        "destroyed": "destroy",
        "killed": "kill",
        "attacked": "attack",
        "launched": "launch",
        "signed": "sign",
        "visited": "visit",
        "rejected": "reject",
        "agreed": "agree",
        "arrived": "arrive",
        "announced": "announce",
        "seized": "seize",
    }
    if match is None:
        return None
    return case.sentence[: match.start()] + "will " + base[match[0]] + case.sentence[match.end() :]


def office(case: Case, rng: Random) -> str | None:
    hits = [old for old in _OFFICES if re.search(rf"\b{old}\b(?= [A-Z]|,)", case.sentence)]
    if not hits:
        return None
    old = max(hits, key=len)
    del rng
    return _swap(r"\bOLD\b(?= [A-Z]|,)", old, _OFFICES[old], case.sentence)


def cause_invented(case: Case, rng: Random) -> str | None:
    link = rng.choice(["because", "after", "as a result of which"])
    return f"{case.sentence[:-1]} {link} {_lower(case.following)}"


def place(case: Case, rng: Random) -> str | None:
    match = re.search(r"\b(?:in|near|at|from|to) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b", case.sentence)
    if match is None or match[1] in {
        "May",
        "June",
        "April",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    }:
        return None
    pool = [name for name in _PLACES if name not in case.sentence]
    return case.sentence[: match.start(1)] + rng.choice(pool) + case.sentence[match.end(1) :]


def quote_altered(case: Case, rng: Random) -> str | None:
    match = _QUOTE.search(case.sentence)
    words = list(_WORDS.finditer(match[1])) if match else []
    pool = [word for word in _WORDS.findall(case.following) if word not in case.sentence]
    if match is None or not words or not pool:
        return None
    word = rng.choice(words)
    start, end = match.start(1) + word.start(), match.start(1) + word.end()
    other: str = rng.choice(pool)
    return case.sentence[:start] + other + case.sentence[end:]


def _halves(text: str) -> tuple[str, str]:
    words = text[:-1].split()
    cut = len(words) // 2
    return " ".join(words[:cut]).rstrip(",;"), " ".join(words[cut:])


def spliced(case: Case, _: Random) -> str | None:
    return f"{_halves(case.sentence)[0]} {_halves(case.following)[1]}."


def spliced_and(case: Case, _: Random) -> str | None:
    return f"{case.sentence[:-1]} and {_halves(case.following)[1]}."


CORRUPTED: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (number, numbers_swapped, unit, name_across, name_within, names_swapped, speaker,
                 attribution_dropped, negated, negation_lost, hedge_lost, date, tense, office,
                 cause_invented, place, quote_altered, spliced, spliced_and,
                 verb_strengthened, bound, voice)
}  # fmt: skip
"""Changes of sense; each must be refused."""
