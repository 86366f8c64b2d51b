"""Who somebody is, in the words that an article has beside the full name, and nothing more.

"Harbour Union chairman Ada Holm" and "Ada Holm, a former judge": a sentence may say that of Ada
Holm where such a passage is cited beside what it tells of her.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from sitrep.brief.verify.beside import Run, surfaces_of
from sitrep.brief.verify.evidence import Passage
from sitrep.brief.verify.loaded import loaded
from sitrep.vocabulary.gates import gate_words, operator_classes
from sitrep.vocabulary.standing import standing_words
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.titles import titles

LONGEST = 14
"""Words of a description at most: more is a story, not an introduction."""
_HARD = "\u00a0"
"""A space at which no line breaks."""
_POINTING = frozenset({"this", "that", "these", "those", "he", "she", "it", "they", "him", "them"})
_LINKS = frozenset({"of", "the", "for"})
"""Words inside a title before which another title ends."""
_NAME_GOES_ON = re.compile(r"[\w-]|['’](?!s\b)| [A-Z][\w-]")
_DESCRIBED = re.compile(r", |[.;:]|$|\s[—–(]")
"""What closes a description."""
_MORE = re.compile(r" (?:and|[a-z]+(?:ed|ing)) ")
"""What tells more of somebody who is described: "an analyst [based in Norland]"."""


class Introduction(NamedTuple):
    """A full `name` and what its bearer is `told` to be, in front or `behind` a comma."""

    name: str
    told: str
    behind: bool


def introduction(text: str) -> Introduction | None:
    """Return what `text` says of whom, None where it is no plain introduction from end to end.

    Plain are offices and callings without a number, a judgement, a word in dispute or one that
    points at another sentence.
    """
    name, comma, told = text.replace(_HARD, " ").partition(", ")
    if not comma:
        words = name.split()
        last = max((at for at, word in enumerate(words) if is_head(word)), default=-1)
        told, name = " ".join(words[: last + 1]), " ".join(words[last + 1 :])
    if not _is_name(name) or not _is_plain(told):
        return None
    return Introduction(name=name, told=told, behind=bool(comma))


def complete(one: Introduction, before: str, after: str) -> bool:
    """Return whether an introduction has all that a text with `before` and `after` says there.

    "Minister Ada Holm" out of "shadow minister Ada Holm" is another office, and "Ada Holm, an aide"
    out of "Ada Holm, an aide's sister" another person.
    """
    if one.behind:
        more = one.told.startswith(("a ", "an ")) and _MORE.match(after)
        return not re.search(r"[\w-]$", before) and bool(more or _DESCRIBED.match(after))
    if _NAME_GOES_ON.match(after):
        return False
    last = before.split()[-1:]
    if not last or not before.rstrip()[-1:].isalnum():
        return True
    word = last[0].lower()
    inside = titles().inside - _LINKS
    return word not in inside and word in stopwords() | {*standing_words().saying}


def runs(passages: Sequence[Passage]) -> Iterator[Run]:
    """Yield the introductions among `passages` of people whom another passage names.

    Only a passage of the same article may give a bare surname its given name, and only where no
    namesake stands in the passage.
    """
    told = [_read(passage) for passage in passages]
    others = [passage for one, passage in zip(told, passages, strict=True) if one is None]
    for one, passage in zip(told, passages, strict=True):
        if one is not None:
            yield from _run(one, passage, others)


def _read(passage: Passage) -> Introduction | None:
    """Return the introduction that a passage is, all of what its article says there."""
    one = introduction(passage.text)
    if one is None or passage.article_text is None or passage.start is None:
        return one
    end = passage.start + len(passage.text)
    before, after = passage.article_text[: passage.start], passage.article_text[end:]
    return one if complete(one, before, after) else None


def _run(one: Introduction, passage: Passage, others: Sequence[Passage]) -> Iterator[Run]:
    words, name = surfaces_of(passage.text), surfaces_of(one.name)
    begin = 0 if one.behind else len(words) - len(name)
    if any(one.name in other.text or one.name in other.stands_for.values() for other in others):
        yield Run(words, range(begin, begin + len(name)))
        return
    surname = one.name.split()[-1]
    if any(_bare(surname, passage, other) for other in others):
        size = len(surfaces_of(surname))
        yield Run(words, range(begin + len(name) - size, begin + len(name)))


def _bare(surname: str, passage: Passage, other: Passage) -> bool:
    """Return whether `other`, of the same article, has the surname alone wherever it has it."""
    if other.article_text is None or other.article_text != passage.article_text:
        return False
    found = list(re.finditer(rf"(?:([A-Z][\w.’'-]*) )?\b{re.escape(surname)}\b", other.text))
    return bool(found) and all(match[1] is None or is_head(match[1]) for match in found)


def is_head(word: str) -> bool:
    """Return whether a word says what somebody is: an office, a rank, a calling."""
    bare, known = word.lower().strip(".,"), titles()
    parts = {bare, *bare.split("-")}
    return bool(parts & (known.heads | known.callings)) or bare in known.ranks


def _is_name(text: str) -> bool:
    """Return whether `text` is a given name and a surname: nothing but words with a capital."""
    words = text.split()
    particles = titles().particles
    written = all(
        word[:1].isupper() or word in particles or word.startswith(("al-", "el-")) for word in words
    )
    plain = text.strip(",;:.") == text and not any(map(is_head, words))
    return len(words) > 1 and written and words[0][:1].isupper() and plain


def _is_plain(told: str) -> bool:
    words, forms, known = told.split(), gate_words(), titles()
    lower = [word.lower() for word in words]
    if not 0 < len(words) <= LONGEST or any(map(str.isdigit, told)) or any(loaded(told)):
        return False
    own = forms.relatives | forms.auxiliaries | forms.first_person | _POINTING
    own |= forms.determiners - {"a", "an", "the"} | operator_classes().keys()
    disputed = any(
        part in known.contested
        for word in lower
        for part in (word, word.removesuffix("s"), *word.split("-"))
    )
    vague = " the " in told and not any(word[:1].isupper() for word in words)
    first = list(takewhile(lambda word: word.lower() not in forms.prepositions, words))
    owned = any(word.endswith(("'s", "’s")) and word[:1].islower() for word in first)
    listed = any(pair in f" {told.lower()} " for pair in (" and a ", " and an ", " and the "))
    return not (disputed or owned or listed or vague or own & set(lower)) and is_description(words)


def is_description(words: Sequence[str]) -> bool:
    """Return whether what stands before the first preposition ends in what somebody is.

    "A surgeon [working] at a hospital", not "speaking beside the minister".
    """
    before = takewhile(lambda word: word.lower() not in gate_words().prepositions, words)
    plain = [word for word in before if not word.endswith(("ing", "ed"))]
    return bool(words) and not words[0].endswith("ing") and any(map(is_head, plain[-1:]))
