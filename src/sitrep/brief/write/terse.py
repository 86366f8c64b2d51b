"""A sentence as a headline has it: who says it in front and short, the past as the present.

"The Harbour Ministry said that its crews had cleared the port." → "Norway says its crews have
cleared the port". Nothing is put in the place of a word but its other tense or a shorter name; the
gates judge what comes out.
"""

import re
from functools import cache

from sitrep.brief.write.edits import quoted_stretches
from sitrep.brief.write.tense import base_of, forward, is_past, plural
from sitrep.vocabulary.headlines import headline_words

_LED = re.compile(
    r"(?P<who>(?:[A-Z]|the |a )[^,“”;:]{1,70}?) (?P<cue>%s)(?: on \d+ \w+)?"
    r"(?:(?: (?:at|in|on|during|after) (?:\S+ ){1,5}?)?\b ?that,?|:)? (?P<said>.+)"
)
_CLOSED = re.compile(
    r"(?P<said>.+),”? (?P<who>[^,“”;:]{2,70}?) (?P<cue>%s)(?: on \d+ \w+)?"
    r"(?:, (?!but |though |although |while |without )[^“”]+)?"
)
_SOURCED = re.compile(r"(?P<said>.+),? (?P<cue>according to) (?P<who>[^,“”;:]{2,70})")
_SAYS = re.compile(r"\b(?:said|says|reported)$")
_NIGHT = re.compile(r" on the night of \d+–\d+ \w+")
_HOURS = re.compile(r",? (?:in|over) the (?:past )?24 hours(?: to \d+ \w+)?")
_DAY = re.compile(r",? (?:in|over) the (?:past )?day(?: to \d+ \w+)?")
_FRONTED = re.compile(r"^((?:In|Over|On) the (?:past )?(?:24 hours|day|night)\b[^,]*), (.+)$")


def parted(text: str) -> tuple[str, str, str] | None:
    """Return who says it, the verb in the present and what is said; None where nobody says it."""
    text = text.rstrip(".")
    for pattern in _patterns():
        match = pattern.fullmatch(text)
        if match is None or _quoted(text, match.start("cue")) or _SAYS.search(match["said"]):
            continue
        if not any(is_past(word) for word in match["who"].split()):
            what = match["said"].strip(" ,")
            if match["cue"] == "told":
                what = what.partition(" that ")[2]
            closed = what.startswith("“") and what.count("“") > what.count("”")
            return match["who"], headline_words().says[match["cue"]], what + "”" * closed
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    cues = "|".join(sorted(headline_words().says, key=len, reverse=True))
    return (
        re.compile(_LED.pattern % cues),
        re.compile(_CLOSED.pattern % cues),
        _SOURCED,
    )


def _quoted(text: str, at: int) -> bool:
    return any(start <= at < end for start, end in quoted_stretches(text))


def said(who: str, cue: str, what: str, of: frozenset[str] = frozenset()) -> str:
    """Return "Norway says its crews have cleared the port".

    `of` are the words for what is the speaker's, where a state speaks: its own forces are "it".
    """
    verb = base_of(cue) if plural(who) or what.startswith("they ") else cue
    if what.startswith("“"):
        return f"{who[:1].upper()}{who[1:]} {verb}: {what}"
    what = forward(_itself(what, of) if of else what)
    return f"{who[:1].upper()}{who[1:]} {verb} {what}"


def placed(text: str, who: str) -> str:
    """Return `text` without the place that is in the name of who says it: "in Gaza"."""
    for name in (word for word in who.split() if word[:1].isupper()):
        place = rf" (?:in|on) (?:the )?{re.escape(name)}(?: Strip| City)?(?= [a-z]|$)"
        text = re.sub(place, "", text)
    return text


def _itself(text: str, of: frozenset[str]) -> str:
    """Return `text` with "it" for the state's own forces as its subject."""
    lists, tokens = headline_words(), text.split(" ")
    at = next((i for i, word in enumerate(tokens) if word.lower() not in lists.forces | of), 0)
    subject = {word.lower() for word in tokens[:at]}
    goes_on = tokens[at] in {"had", "have", "has", "would", "will"} or is_past(tokens[at])
    forces = not subject.isdisjoint(lists.forces_named) and not subject <= lists.forces - {"its"}
    if not goes_on or not (forces or (at == 1 and subject <= of)):
        return text
    return " ".join(["it", "has" if tokens[at] == "have" else tokens[at], *tokens[at + 1 :]])


def undated(text: str, today: frozenset[str]) -> str:
    """Return `text` without the days of its window, and with short forms of names.

    `today` are the days of the window as the brief writes them ("12 March").
    """
    for day in sorted(today):
        text = re.sub(rf",? (?:early |late )?on {re.escape(day)}\b(?! at\b)", "", text)
        text = re.sub(rf"^On {re.escape(day)}, ", "", text)
    text = re.sub(headline_words().wounded, "", text, count=1)
    for name, short in headline_words().short.items():
        text = re.sub(rf"\b{re.escape(name)}\b", short, text, flags=re.IGNORECASE)
    return f"{text[:1].upper()}{text[1:]}"


def behind(text: str) -> str:
    """Return `text` with the stretch of time that it tells of at its end and short."""
    fronted = _FRONTED.match(text)
    text = f"{fronted[2]} {fronted[1][:1].lower()}{fronted[1][1:]}" if fronted else text
    text = _NIGHT.sub(" overnight", _HOURS.sub(" in the past 24 hours", text))
    return _DAY.sub(" in the past day", text)
