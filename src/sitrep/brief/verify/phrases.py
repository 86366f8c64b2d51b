"""Phrases that name a source: "according to the ministry", "citing two officials"."""

from sitrep.brief.verify.tokens import Token
from sitrep.vocabulary.gates import gate_words

DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its"})


def source_phrase(live: list[Token], at: int) -> int:
    """Return the length of a source phrase ("according to") at `at`, 0 for none."""
    for phrase in gate_words().cue_phrases:
        if not phrase.startswith(live[at].surface):
            continue
        words = phrase.split()
        if [token.surface for token in live[at : at + len(words)]] == words:
            return len(words) if phrase != "citing" or _cites_source(live, at + 1) else 0
    return 0


def _cites_source(live: list[Token], at: int) -> bool:
    """Return whether somebody is cited at `at`: "citing two officials", not "citing concerns"."""
    place = at
    while place < len(live) and (live[place].kind != "mark" or live[place].surface == "-"):
        if live[place].kind == "stop" and live[place].surface not in DETERMINERS:
            break
        place += 1
    last = live[place - 1]
    return place > at and (last.kind == "name" or last.key in gate_words().source_nouns)
