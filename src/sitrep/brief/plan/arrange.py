"""The order of sentences in a paragraph: what is about one matter stands together."""

from collections.abc import Mapping, Sequence

from sitrep.brief.write.sameness import content_words
from sitrep.brief.write.sentences import Printed

SHARED = 2
"""Sentences that share so many words, names of the parties aside, are about one matter."""


def arrange(printed: Sequence[Printed], names: Mapping[str, str]) -> list[Printed]:
    """Return the sentences, the most important first, each followed by those of its matter.

    `names` gives one word for the names of one actor; these words make no matter alone.
    """
    left, ordered = list(printed), []
    while left:
        matter = [left.pop(0)]
        for sentence in list(left):
            if any(_near(sentence, other, names) for other in matter):
                matter.append(sentence)
                left.remove(sentence)
        ordered += matter
    return ordered


def _near(left: Printed, right: Printed, names: Mapping[str, str]) -> bool:
    shared = content_words(left.text, names) & content_words(right.text, names)
    return _story(left) == _story(right) or len(shared - set(names.values())) >= SHARED


def _story(sentence: Printed) -> str:
    return next(iter(sentence.finding.stories), sentence.finding.id)
