"""Names that are known to be places, where the gazetteer lacks the name as it is written."""

from collections.abc import Callable, Iterator, Sequence

from sitrep.extract.gazetteer import AREA, COUNTRY, FIRST_ORDER, Entry
from sitrep.model.extraction import Mention
from sitrep.vocabulary.places import place_words

_PEOPLE = ("ans", "an", "ns", "n", "is", "i")
"""Endings that make the name of a land that of its people: "Minnesotans", "Dagestani"."""

Find = Callable[[str], Sequence[Entry]]


def meant(
    text: str, overlapping: Sequence[Mention], states: dict[str, Entry], find: Find
) -> Sequence[Entry]:
    """Return the places that `text`, told to be one, may mean; empty where nothing fits.

    An adjective or people stands for its land ("Sudanese"); a name with a direction or kind of
    place for the place without ("North Dallas", "Readington Township").
    """
    for mention in overlapping:
        if mention.country in states and mention.kind in {"demonym", "country", "place"}:
            return (states[mention.country],)
    for ending in _PEOPLE:
        if text.endswith(ending) and len(text) > len(ending) + 3:
            lands = [
                entry
                for entry in find(text.removesuffix(ending))
                if entry.kind in {COUNTRY, FIRST_ORDER, AREA}
            ]
            if lands:
                return lands
    for shorter in _without(text):
        entries = find(shorter)
        if entries:
            return entries
    return ()


def _without(text: str) -> Iterator[str]:
    """Yield `text` without words that tell a part or kind of place, shortest cuts first."""
    words = place_words()
    told = words.directions | words.classes | words.features
    pieces = text.replace("-", " ").split()
    left, right = 0, len(pieces)
    while right - left > 1:
        if pieces[right - 1].lower() in told:
            right -= 1
        elif pieces[left].lower().rstrip(".") in told | {"of"}:
            left += 1
        else:
            return
        yield " ".join(pieces[left:right])
