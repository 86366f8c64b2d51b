"""The order of sentences in a paragraph: what is about one matter stands together."""

from collections.abc import Mapping, Sequence

from sitrep.brief.write.sentences import Printed
from sitrep.brief.write.shorten import opens_on_told

ONE_REPORT, ONE_STORY, ONE_SPEAKER = 2, 1, 2
NEAR = 2
"""A report or a speaker in common is as much as two words in common; less than two and a matter is
new."""


def arrange(printed: Sequence[Printed], names: Mapping[str, str]) -> list[Printed]:
    """Return the sentences, the most important first, each followed by the nearest to it.

    None that begins with what was told before ("After the call, …") opens a paragraph.

    `names` gives one word for the names of one actor; these words make no matter alone.
    """
    actors = frozenset(names.values())
    left = list(printed)
    ordered: list[Printed] = []
    while left:
        nearest = (
            max(left, key=lambda one: _shared(ordered[-1], one, actors)) if ordered else left[0]
        )
        if ordered and _shared(ordered[-1], nearest, actors) < NEAR:
            nearest = left[0]
        left.remove(nearest)
        ordered.append(nearest)
    first = next((one for one in ordered if not opens_on_told(one.text)), None)
    return sorted(ordered, key=lambda one: one is not first) if first else ordered


def _shared(left: Printed, right: Printed, actors: frozenset[str]) -> int:
    """Return how much two sentences have in common: words, a report, a story, who speaks."""
    words = len((left.matter & right.matter) - actors)
    report = left.claim.article_id == right.claim.article_id
    story = bool(set(left.finding.stories[:1]) & set(right.finding.stories[:1]))
    said = left.claim.attribution is not None and right.claim.attribution is not None
    speaker = said and left.claim.speaker == right.claim.speaker
    return words + ONE_REPORT * report + ONE_STORY * story + ONE_SPEAKER * speaker
