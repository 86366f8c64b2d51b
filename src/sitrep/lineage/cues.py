"""What makes an outlet's name a credit: the vocabulary's words as patterns, and marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sitrep.vocabulary.credits import CreditWords, credit_words

Pattern = re.Pattern[str]

DASH_AFTER = re.compile(r"\s*(?:--|—|–)\s|\s-\s")
"""After the name in a dateline without brackets: "KYIV, March 12, Ukrinform — "."""

DATELINE_BEFORE = re.compile(
    r"(?:[\W\d_]*"
    r"(?:(?![a-zа-яіїєґ])\w[\w’'-]*|(?<=\d )\w+|(?<=\d\. )\w+|de|la|al|of|on)\b)*[\W\d_]*"
)
"""All that may stand before the name in a dateline: capitalised words, numbers and marks, and after
a number a month in small letters."""

SENTENCE_END = re.compile(r"(?:^|[.!?…][\"'”’»)]*)\s*(?:[a-zäöü]{1,4}/[a-zäöü]{1,4}\s*)?$")
"""Before a closing signature: the end of a sentence, perhaps with editors' initials after it."""

OPENING = re.compile(r"[(\[]([^()\[\]]{0,40})$")
CLOSING = re.compile(r"([^()\[\]]{0,40})[)\]]")
BETWEEN_NAMES = re.compile(r"[,;/|]|\band\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Patterns over the text right before or after an outlet's name.

    `reported` after it: "reported", "news agency had earlier said". `told` before it, with the
    words in the group `cue`: "according to the state news agency"; `interview` fits those cues
    where somebody speaks to the outlet. `contributed` after and `helped` before it: it helped.
    `no_report` after it: its poll or picture. `taken` after and `rights` before it: the text is
    the outlet's.
    """

    reported: Pattern
    told: Pattern
    interview: Pattern
    contributed: Pattern
    helped: Pattern
    no_report: Pattern
    taken: Pattern
    rights: Pattern


@cache
def cues() -> Cues:
    """Return the patterns of the built-in words, made once in a process."""
    return made(credit_words())


def made(words: CreditWords) -> Cues:
    """Return the patterns of `words`."""
    before = _any((*words.according, *words.told))
    return Cues(
        reported=re.compile(
            rf"[»”\"]?,?(?:\s+(?:{_any(words.staff)}))?(?:\s*\([A-Z]{{2,5}}\))?"
            rf"(?:\s+news\s+agency)?\s+(?:(?:{_any(words.adverbs)})\s+)*(?:{_any(words.reports)})\b",
            re.IGNORECASE,
        ),
        told=re.compile(rf"\b(?P<cue>(?i:{before}))\s+{_kind(words)}$"),
        interview=re.compile(rf"(?:{_any(words.told)})\b", re.IGNORECASE),
        contributed=re.compile(
            rf"(?:\s+(?:and|,)\s+[\w. ]{{2,30}})?\s+(?:{_any(words.contributed)})"
        ),
        helped=re.compile(rf"(?:{_any(words.helped)})(?:[Tt]he\s+)?$"),
        no_report=re.compile(rf"[\w/-]*\s*(?:{_any(words.no_report)})\b"),
        taken=re.compile(rf"\)?,?\s+(?:{_any(words.taken)})\b"),
        rights=re.compile(rf"(?:{_any(words.rights)})$"),
    )


def _kind(words: CreditWords) -> str:
    """Return the pattern of what may stand between a cue and a name: "the state news agency"."""
    return (
        r"(?:(?:the|a|an|its|der|die|das|[A-Z][\w’'-]+[’']s|[A-Z][a-z]+"
        r"|[a-z]+-(?:run|owned|affiliated))\s+){0,2}"
        rf"(?:(?:{_any(words.owners)})(?:-(?:owned|run))?\s+)?"
        rf"(?:(?:news|press|media|television|TV)\s+)?(?:(?:{_any(words.kinds)})\s+)?[«“\"]?"
    )


def _any(pieces: Iterable[str]) -> str:
    return "|".join(piece.replace(" ", r"\s+") for piece in pieces)
