"""The exact words in which a report names a thing, with all that limits it."""

import re
from dataclasses import dataclass

from sitrep.vocabulary.phrases import phrase_patterns

_LONGEST = 22
"""A phrase of more words has run into something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase; `limits` counts the words beside determiner and noun.

    `condition` is what it hangs on ("if Norland does the same"), in the present tense, "" for none.
    """

    text: str
    limits: int
    condition: str = ""


def phrase(quote: str, noun: re.Pattern[str]) -> Phrase | None:
    """Return the first phrase of `quote` about a `noun` (a pattern over lower-case text).

    It holds the words before the noun up to its determiner, and after it what says how long, where,
    what for and on which condition. None where the noun has no determiner ("ceasefire talks"), or
    where it runs longer than 22 words.
    """
    patterns, lower = phrase_patterns(), quote.lower()
    if len(lower) != len(quote):  # a letter whose small form is two: offsets would differ
        return None
    for match in noun.finditer(lower):
        before = patterns.before.search(lower[: match.start()])
        if before is None or quote[match.start() : match.end()].isupper():
            continue
        after = patterns.after.match(lower, match.end())
        end = after.end() if after else match.end()
        determiner = patterns.determiners[before["det"]]
        until = after.start("condition") if after and after["condition"] else end
        body = quote[before.start("inner") : until].rstrip("'’ ")
        text, condition = f"{_fitting(determiner, body)} {body}", _present(quote[until:end].strip())
        size = len(text.split()) + len(condition.split())
        if size <= _LONGEST:
            return Phrase(text=text, limits=size - 1 - len(match[0].split()), condition=condition)
    return None


def _present(condition: str) -> str:
    """Return a condition out of reported speech: "if Norland did the same" said "if it does"."""
    first, _, rest = condition.partition(" ")
    words = rest.split()
    forms = phrase_patterns().present
    at = next((place for place, word in enumerate(words) if word in forms), None)
    if at is not None:
        words[at] = forms[words[at]]
    return " ".join((first, *words)).strip()


def _fitting(determiner: str, body: str) -> str:
    """Return "an" before a vowel where "any" has become "a"."""
    return "an" if determiner == "a" and body[:1].lower() in "aeiou" else determiner
