"""The source of a statement in Ukrainian and Russian: the noun phrase and who it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitrep.extract.reading import ReadSentence
from sitrep.extract.slavic_tokens import BREAKS, Token
from sitrep.extract.speaker import Speaker
from sitrep.model.extraction import Mention
from sitrep.vocabulary.actors import office_at
from sitrep.vocabulary.slavic import SlavicWords
from sitrep.vocabulary.types import Actor, Vocabulary

LONGEST = 12
"""Words in which a source is looked for."""
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its words; mentions are those within it, by position of their first word."""

    read: ReadSentence
    words: Sequence[Token]
    mentions: Mapping[int, tuple[int, Mention]]
    lists: SlavicWords

    def heads(self, at: int) -> bool:
        """Tell whether word `at` can be the head of a source: a title, a body, a name."""
        word = self.words[at]
        lists = self.lists
        if word.lemma in lists.offices or word.lemma in lists.roles:
            return True
        if word.lemma in lists.bodies or word.lower in lists.bodies:
            return True
        mention = self.mentions.get(at)
        return mention is not None and mention[1].kind != "demonym"

    def names_ahead(self, at: int) -> bool:
        """Tell whether two words with capitals begin at `at`: a person that no list knows."""
        pair = self.words[at : at + 2]
        return len(pair) == 2 and all(word.is_word and word.is_name for word in pair)


def before(sentence: Sentence, at: int) -> Extent | None:
    """Return the words [first, last) of the source that stands before the verb `at`.

    It begins at the first head of the verb's clause; what stands before it is time or place.
    """
    words, lists = sentence.words, sentence.lists
    end = at
    while end > 0 and words[end - 1].lower in lists.negations:
        end -= 1
    start = end
    while start > 0 and words[start - 1].text not in BREAKS - {"«", "»"} and end - start < LONGEST:
        if words[start - 1].lower in lists.clause | lists.as_told:
            break
        start -= 1
    for first in range(start, end):
        word = words[first]
        if word.lower in lists.pronouns and first == end - 1:
            return first, end
        if sentence.heads(first) or (
            first == start and sentence.names_ahead(first) and first + 2 <= end
        ):
            return _with_adjectives(sentence, first, start), _cut(sentence, first, end)
    if end - start == 1 and words[start].is_word and not words[start].past:
        return start, end
    return None


def after(sentence: Sentence, at: int) -> Extent | None:
    """Return the words [first, last) of the source that stands behind the verb before `at`."""
    words, lists = sentence.words, sentence.lists
    limit = min(len(words), at + LONGEST)
    for first in range(at, limit):
        word = words[first]
        if word.text in BREAKS - {"«"}:
            return None
        if word.lower in lists.clause:
            return None
        if word.lower in lists.pronouns:
            return first, first + 1
        if sentence.heads(first) or sentence.names_ahead(first):
            begin = _with_adjectives(sentence, first, at)
            return begin, _cut(sentence, first, limit)
        if first == at and word.is_name:
            return first, _cut(sentence, first, limit)
    return None


def phrase_source(sentence: Sentence, at: int) -> Extent | None:
    """Return the words of the source that follows a phrase, up to its comma or what is told."""
    words, lists = sentence.words, sentence.lists
    if at >= len(words) or not words[at].is_word:
        return None
    end = at + 1
    while end < min(len(words), at + LONGEST):
        word = words[end]
        if word.text in BREAKS or word.lower in lists.stops or word.text.isdigit():
            break
        if word.lemma in lists.reporting or (word.past and not word.is_name):
            break
        if word.lower in lists.inside and word.lower not in {"з", "із", "с", "у", "в"}:
            break
        end += 1
    return at, end


def _with_adjectives(sentence: Sentence, first: int, least: int) -> int:
    """Return where the phrase begins whose head is `first`: "британської розвідки"."""
    words = sentence.words
    while first > least and words[first - 1].is_word:
        lemma = words[first - 1].lemma
        if not lemma.endswith(("ий", "ый", "ій", "ой")):
            break
        first -= 1
    return first


def _cut(sentence: Sentence, first: int, limit: int) -> int:
    """Return the end of the phrase that begins at `first`."""
    words, lists = sentence.words, sentence.lists
    end = first + 1
    while end < limit:
        word = words[end]
        if word.text in BREAKS or word.lower in lists.stops or word.lemma in lists.reporting:
            break
        if word.lower in lists.inside:
            following = words[end + 1 : end + 2]
            if not following or not (following[0].is_name or word.lower in {"з", "із", "с"}):
                break
            if end + 1 in sentence.mentions or following[0].text in {"Telegram", "Facebook"}:
                break
        if word.past and not word.is_name and word.lemma != word.lower:
            break
        end += 1
    return end


def resolve(
    sentence: Sentence,
    extent: Extent,
    vocabulary: Vocabulary,
    *,
    previous: Speaker | None,
    day: date | None,
) -> Speaker:
    """Return who the words `extent` stand for; `previous` is who spoke last, for pronouns."""
    words = sentence.words[extent[0] : extent[1]]
    if len(words) == 1 and words[0].lower in sentence.lists.pronouns:
        return previous or Speaker(name=None, score=0.3, reasons=("pronoun",))
    inside = [
        mention
        for first, (_, mention) in sorted(sentence.mentions.items())
        if extent[0] <= first < extent[1] and mention.kind != "demonym"
    ]
    text = sentence.read.text[words[0].start : words[-1].end]
    person = next((mention for mention in inside if mention.kind == "person"), None)
    if person is not None:
        return _known(person)
    titled = any(
        w.lemma in sentence.lists.roles or w.lemma in sentence.lists.offices for w in words
    )
    named = sum(word.is_name for word in words[1:])
    if titled:
        holder = _holder(sentence.lists, words, inside, (vocabulary, day)) if named < 3 else None
        return holder or Speaker(name=text, score=0.6, reasons=("title",))
    if inside:
        return _known(inside[-1] if inside[-1].span.quote == text else inside[0])
    return Speaker(name=text, score=0.6, reasons=("as-written",))


def _known(mention: Mention) -> Speaker:
    return Speaker(
        name=mention.name,
        entity_id=mention.entity_id,
        score=0.9,
        reasons=mention.reasons,
        person=mention.kind == "person",
    )


def _holder(
    lists: SlavicWords,
    words: Sequence[Token],
    inside: Sequence[Mention],
    known: tuple[Vocabulary, date | None],
) -> Speaker | None:
    """Return who held the office "президент Росії" on the day."""
    vocabulary, day = known
    office = lists.offices.get(words[0].lemma)
    of = inside[0].entity_id if inside else None
    if office is None or of is None or day is None or office == "spokes":
        return None
    holders = [actor for actor in vocabulary.actors.values() if _holds(actor, office, of, day)]
    if len(holders) != 1:
        return None
    holder = holders[0]
    return Speaker(
        name=holder.name, entity_id=holder.id, score=0.8, reasons=("office",), person=True
    )


def _holds(actor: Actor, office: str, of: str, day: date) -> bool:
    held = office_at(actor, day)
    return held is not None and held.of == of and held.title.lower().startswith(office)
