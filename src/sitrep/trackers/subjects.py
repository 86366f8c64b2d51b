"""Who acts in a marked sentence: the actor before a word, or after "by"."""

import re

from sitrep.trackers.marks import Cast, Marked, ids
from sitrep.vocabulary.ceasefire import ACTORS

_ACTORS = re.compile(ACTORS)
_BY = re.compile(rf"^[^‹.;]{{0,12}}\bby (?:the )?(?P<who>{ACTORS})")
_PRONOUN = re.compile(r"\b(it|they|he|she)\b[^‹]{0,30}$")
_DEEDS = r"(?:operations?|offensives?|campaigns?|actions?|assaults?|strikes?|plans?|aid|conduct)\b"
_OWNED = re.compile(
    rf"^ {_DEEDS}|"
    r"^'s? (?!(?:[\w-]+ ){0,3}(?:government|cabinet|parliament|army|military|forces|troops|"
    r"ministry|leaders?|leadership|officials?|president|premier|minister|authorities|side|council|office|"
    r"spokes\w+|envoy|delegation|negotiators?|king|chief|commanders?|rebels|fighters)\b"
    rf"(?! {_DEEDS}))"
)
"""What somebody owns does not act for them: "dismisses X's arguments and calls for"."""
_OBLIQUE = re.compile(
    r"\b(with|between|by|against|from|over|told|via|to|through|of|in|on|for|at) (the )?$"
)
_HEADS = re.compile(r"\b(leaders?|governments?|presidents?|ministers?|envoys?) of (the )?$")
"""Who heads a state acts for it: "the leaders of A, B and C called for"."""
_BREAK = re.compile(r"[;:]")
_FAR = 110


def subject(sentence: Marked, start: int, end: int, cast: Cast) -> tuple[str, ...]:
    """Return who does what the words at [start, end) say, () where nobody is named.

    "by X" after the words wins; then the last actor before them that no preposition governs; for
    a pronoun, the speaker of the sentence.
    """
    text = sentence.text
    by = _BY.match(text[end:])
    if by is not None:
        return ids(by["who"], cast)
    reach = max(0, start - _FAR)
    for group in reversed(list(_ACTORS.finditer(text, 0, start))):
        if group.end() < reach or _BREAK.search(text[group.end() : start]):
            break
        if _OWNED.match(text[group.end() :]):
            continue
        before = text[: group.start()]
        if not _OBLIQUE.search(before) or _HEADS.search(before):
            return ids(group[0], cast)
    if _PRONOUN.search(text[:start]):
        speaker = cast.speaker(sentence.claim)
        return (speaker,) if speaker else ()
    return ()
