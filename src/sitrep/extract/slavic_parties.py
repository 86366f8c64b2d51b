"""The clause around a Slavic trigger word, and who acts and is acted on in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitrep.extract.reading import ReadSentence
from sitrep.extract.slavic_tokens import Token
from sitrep.model.extraction import Mention, Participant, Place, TimeRef
from sitrep.vocabulary.slavic import SlavicWords

_STOPS = frozenset(";:.!?…—–()«»")
_REACH = 12
"""Words on either side in which what a trigger needs, and who acts, is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence's words with what was found in it; mentions by the words that they hold."""

    read: ReadSentence
    words: Sequence[Token]
    mentions: Sequence[tuple[int, int, Mention]]
    places: Sequence[Place]
    times: Sequence[TimeRef]
    lists: SlavicWords


def bounds(clause: Clause, at: int) -> tuple[int, int]:
    """Return the words around `at` that belong to its clause: a comma ends it before a verb."""
    words = clause.words
    low, high = at, at + 1
    while low > 0 and at - low < _REACH and not _ends(clause, low - 1, at):
        low -= 1
    while high < len(words) and high - at < _REACH and not _ends(clause, high, at):
        high += 1
    return low, high


def _ends(clause: Clause, place: int, at: int) -> bool:
    word = clause.words[place]
    if word.text in _STOPS:
        return True
    if word.text != ",":
        return False
    step = 1 if place > at else -1
    beyond = (
        clause.words[place + 1 : place + 8] if step > 0 else clause.words[max(0, place - 8) : place]
    )
    return any(other.past or other.personal for other in beyond)


def parties(
    clause: Clause, at: int, *, turned: bool
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return who acts and who is acted on; `turned` for a passive form."""
    low, high = bounds(clause, at)
    before = [one for one in clause.mentions if low <= one[0] and one[1] < at]
    after = [one for one in clause.mentions if at < one[0] and one[1] < high]
    ahead = [one for one in before if not _governed(clause, one[0]) and one[2].kind != "demonym"]
    ahead = ahead or [one for one in before if one[2].kind == "demonym"]
    behind = [one for one in after if one[2].kind != "demonym" and not _owned(clause, one[0], at)]
    if turned:
        return (), _participants(ahead)
    if not ahead and behind and _subject_form(clause, behind[0]):
        return _participants(behind[:1]), _participants(behind[1:])
    return _participants(ahead), _participants(behind)


def _governed(clause: Clause, first: int) -> bool:
    """Tell whether a name hangs on a noun or preposition before it: "президент Росії"."""
    before = clause.words[first - 1] if first else None
    if before is None or not before.is_word:
        return False
    lists = clause.lists
    if before.lower in lists.prepositions:
        return True
    mention = next(m for start, _, m in clause.mentions if start == first)
    titled = before.lemma in lists.offices or before.lemma in lists.roles
    return titled and mention.kind != "person"


def _owned(clause: Clause, first: int, at: int) -> bool:
    """Tell whether a name behind the verb only says whose: «пропозицію Києва», "в Росії"."""
    before = clause.words[first - 1]
    mention = next(m for start, _, m in clause.mentions if start == first)
    if mention.kind == "place":
        return True
    lists = clause.lists
    return first - 1 > at and before.lower in lists.prepositions - lists.with_whom


def _subject_form(clause: Clause, one: tuple[int, int, Mention]) -> bool:
    """Tell whether a name behind the verb stands in the form of a subject."""
    mention = one[2]
    named = mention.span.quote == clause.words[one[0]].text
    return named and mention.kind in {"person", "force", "organisation"} and not _declined(mention)


def _declined(mention: Mention) -> bool:
    return mention.span.quote.endswith(("а", "у", "ю", "ом", "ем", "им", "ым", "ого", "ому"))


def _participants(found: Sequence[tuple[int, int, Mention]]) -> tuple[Participant, ...]:
    kept: dict[str, Participant] = {}
    for _, _, mention in found:
        kept.setdefault(
            mention.entity_id or mention.name,
            Participant(
                span=mention.span,
                name=mention.name,
                entity_id=mention.entity_id,
                country=mention.country,
            ),
        )
    return tuple(kept.values())
