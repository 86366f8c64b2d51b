"""How reports tell of meetings, envoys, votes and positions: `diplomacy.yaml`, compiled once."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_file

FILE = Path(__file__).with_name("diplomacy.yaml")
_ACTOR = r"‹[a-z0-9*-]+›"
_BEFORE = (
    r"(?:(?:the|a|an|its|his|her|their|as|to be|new|us|un|eu|of|for) )*"
    r"(?:(?:special|peace|presidential|personal|deputy|senior|high-level|foreign|own) )*"
)
_WITH = re.compile(r"^\W*(?:[^\W\d_]+\W+){0,2}?with\b")
Pattern = re.Pattern[str]


class DiplomacyWords(Record, frozen=True, kw_only=True):
    """The content of `diplomacy.yaml`: regular expressions, but for stopwords and `called`."""

    hosting: str
    topic_lead: str
    cancelled: str
    postponed: str
    call: str
    topics: Mapping[str, str]
    signals: Mapping[str, str]
    envoy_nouns: str
    envoy_verbs: str
    envoys: Mapping[str, tuple[str, ...]]
    vote_bodies: str
    vote_motions: str
    motion: str
    motion_stopwords: frozenset[str]
    vote_results: Mapping[str, str]
    vote_figures: Mapping[str, str]
    questions: Mapping[str, str]
    called: Mapping[str, str]
    stances: Mapping[str, tuple[str, ...]]


class DiplomacyPatterns(NamedTuple):
    """The patterns, compiled; over lower-case text."""

    hosting: Pattern
    topic_lead: Pattern
    cancelled: Pattern
    postponed: Pattern
    call: Pattern
    topics: Mapping[str, Pattern]
    signals: Mapping[str, Pattern]
    envoy_told: Pattern
    envoys: Mapping[str, tuple[Pattern, ...]]
    vote_bodies: Pattern
    vote_motions: Pattern
    motion: Pattern
    motion_stopwords: frozenset[str]
    vote_results: Mapping[str, Pattern]
    vote_figures: Mapping[str, Pattern]
    questions: Mapping[str, Pattern]
    called: Mapping[str, str]
    stances: Mapping[str, Pattern]


@cache
def diplomacy_words(path: Path = FILE) -> DiplomacyPatterns:
    """Return the patterns of `path`; VocabularyError (file, field) for a fault in it."""
    file = read_file(path)
    words = file.typed(DiplomacyWords)
    try:
        return _compiled(words)
    except re.error as fault:
        file.fail(["topics"], f"not a regular expression: {fault.pattern!r} ({fault.msg})")


def hosts(trigger: str) -> bool:
    """Tell whether a verb of a meeting has the one who acts stay where they are: "hosted"."""
    return diplomacy_words().hosting.match(trigger.lower()) is not None


def with_others(after: str) -> bool:
    """Tell whether the words behind a meeting name whom all before it met: "are in talks with"."""
    return _WITH.match(after) is not None


def is_topic(before: str, after: str) -> bool:
    """Tell whether a name between two texts is what was spoken of: "sanctions on X", "X's war"."""
    owner = after[:2] in ("'s", "’s")
    return owner or diplomacy_words().topic_lead.search(before.lower()) is not None


def tells_of_diplomacy(text: str) -> bool:
    """Tell whether a sentence tells of an envoy or a vote: verbs of events say neither."""
    words, lower = diplomacy_words(), text.lower()
    if words.envoy_told.search(lower):
        return True
    return (
        words.vote_bodies.search(lower) is not None
        and words.vote_motions.search(lower) is not None
        and any(one.search(lower) for one in words.vote_results.values())
    )


def _compiled(words: DiplomacyWords) -> DiplomacyPatterns:
    noun = f"(?:{_BEFORE}(?:{words.envoy_nouns}))"
    return DiplomacyPatterns(
        hosting=re.compile(words.hosting),
        topic_lead=re.compile(words.topic_lead),
        cancelled=re.compile(words.cancelled),
        postponed=re.compile(words.postponed),
        call=re.compile(words.call),
        topics=_each(words.topics),
        signals=_each(words.signals),
        envoy_told=re.compile(
            rf"\b(?:{words.envoy_verbs})\b[^.;]{{0,60}}\b(?:{words.envoy_nouns})\b"
        ),
        envoys={
            act: tuple(
                re.compile(one.replace("{N}", noun).replace("{P}", _ACTOR)) for one in several
            )
            for act, several in words.envoys.items()
        },
        vote_bodies=re.compile(words.vote_bodies),
        vote_motions=re.compile(words.vote_motions),
        motion=re.compile(words.motion),
        motion_stopwords=words.motion_stopwords,
        vote_results=_each(words.vote_results),
        vote_figures=_each(words.vote_figures),
        questions=_each(words.questions),
        called=words.called,
        stances={
            name: re.compile("|".join(f"(?:{one})" for one in several))
            for name, several in words.stances.items()
        },
    )


def _each(texts: Mapping[str, str]) -> Mapping[str, Pattern]:
    return {name: re.compile(text) for name, text in texts.items()}
