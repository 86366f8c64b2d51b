"""Phrases that name a source: "according to the ministry", "citing two officials"."""

from sitrep.brief.verify.tokens import Token
from sitrep.vocabulary.gates import cue_classes, gate_words

BOTH = 5
"""So many words at most has the first of two who speak together."""
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


def joins_sources(live: list[Token], at: int) -> bool:
    """Return whether "and" at `at` joins two who speak, no clauses.

    Two names, or what no verb is in behind a comma, at the end: ", her father and a doctor said".
    """
    if not 0 < at < len(live) - 1:
        return False
    if live[at - 1].kind == "name":
        return True
    first = at
    while first and at - first < BOTH and live[first - 1].kind in {"word", "stop"}:
        first -= 1
    cue = next((n for n in range(at, len(live)) if live[n].key in cue_classes()), len(live))
    if any(one.kind not in {"mark", "date"} and one.surface != "on" for one in live[cue + 1 :]):
        return False
    deed = (one.key in cue_classes() or one.surface.endswith("ed") for one in live[first:at])
    return first > 0 and live[first - 1].surface == "," and not any(deed)
