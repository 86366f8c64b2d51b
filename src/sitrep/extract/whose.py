"""Who a noun phrase names, and of which country: the nearest name to its head.

"Israel's militia ally in southern Lebanon" is Israel's: what stands before the head or belongs to
it comes first, then what it is of or from, then what it deals with; the place where it is tells no
more than the country of somebody else unnamed ("opposition groups in Zimbabwe").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from sitrep.extract.affiliation import Affiliated, find_affiliated
from sitrep.extract.reading import ReadSentence
from sitrep.model.extraction import Mention, Place
from sitrep.vocabulary.affiliations import affiliations

_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod", "flat"})
_OWN = frozenset({"of", "from", "by"})
_WHERE = frozenset(
    {"in", "at", "near", "on", "across", "inside", "outside", "over", "around", "along", "off",
     "throughout", "within", "through", "into", "under", "beyond"}
)  # fmt: skip
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_HEAD, _BELONGS, _DEALS, _PLACE = range(4)
_LONGEST_WAY = 8


@dataclass(frozen=True, slots=True)
class Somebody:
    """A name at [start, end) of the sentence, of an actor or a place, with its country if known."""

    start: int
    end: int
    name: str
    entity_id: str | None = None
    country: str | None = None
    located: bool = False
    person: bool = False

    @property
    def known(self) -> bool:
        """Whether it is more than a name: an actor of the vocabulary, or of a known country."""
        return self.country is not None or self.entity_id is not None


class Whose:
    """The names of one parsed sentence, asked for by the head of a noun phrase."""

    def __init__(
        self, sentence: ReadSentence, mentions: Sequence[Mention], places: Sequence[Place]
    ) -> None:
        self._words = affiliations()
        self._by_token: dict[int, Somebody] = {}
        if sentence.doc is not None:
            for one in _everybody(sentence, mentions, places):
                self._place(one, sentence.doc)

    def of_phrase(self, head: Token, *, located: bool = True) -> tuple[Somebody, ...]:
        """Return those whom the phrase of `head` names, those joined with "and" together.

        `located`: also a place that is all it names.
        """
        ranked: dict[int, list[Somebody]] = {}
        for token in head.subtree:
            one = self._by_token.get(token.i)
            rank = None if one is None else self._rank(token, head)
            if one is not None and rank is not None:
                ranked.setdefault(rank, []).append(one)
        for rank in (_HEAD, _BELONGS, _DEALS):
            if rank in ranked:
                best = ranked.pop(rank)
                chosen = [one for one in best if one.known] or best[:1]
                return tuple(self._with_country(one, ranked, head) for one in chosen)
        # "Crowds in Lagos" are not Lagos: the words as they stand name them.
        return tuple(ranked.get(_PLACE, [])[:1]) if located and not self._animate(head) else ()

    def domestic(self, head: Token, verb: Token, *, anything: bool = False) -> str | None:
        """Return the country of somebody unnamed: where he is or acts, else the only one named.

        `anything`: also of what is no actor.
        """
        if not anything and not self._animate(head):
            return None
        return self._where(head) or self._where(verb) or self._only_country()

    def _where(self, top: Token) -> str | None:
        """Return the country of the first place that `top` is in."""
        for token in top.subtree:
            one = self._by_token.get(token.i)
            if one is not None and one.country and self._rank(token, top) == _PLACE:
                return one.country
        return None

    def _animate(self, head: Token) -> bool:
        words = {head.lemma_.lower()}
        words.update(
            t.lemma_.lower() for c in head.children if c.dep_ == "prep" for t in c.children
        )
        return bool(words & self._words.domestic)

    def _with_country(
        self, one: Somebody, others: dict[int, list[Somebody]], head: Token
    ) -> Somebody:
        if one.known:
            return one
        near = [other.country for rank in sorted(others) for other in others[rank] if other.country]
        country = near[0] if near else None
        if country is None:
            country = self._where(_clause(head))
        if country is None and (one.person or self._animate(head)):
            country = self._only_country()
        return replace(one, country=country)

    def _only_country(self) -> str | None:
        named = {one.country for one in self._by_token.values() if one.country}
        return next(iter(named)) if len(named) == 1 else None

    def _rank(self, token: Token, head: Token) -> int | None:
        """Return how a name stands to the head of its phrase; None if in a clause or too far."""
        rank, current = _HEAD, token
        for _ in range(_LONGEST_WAY):
            if current == head:
                return rank
            if current.dep_ in _CLAUSES or current.head == current:
                return None
            if current.dep_ in {"prep", "agent"}:
                word = current.lower_
                step = _BELONGS if word in _OWN else _PLACE if word in _WHERE else _DEALS
                rank = max(rank, step)
            elif current.dep_ == "poss" and self._of_thing(current):
                rank = _PLACE
            elif current.dep_ == "acl":
                rank = max(rank, _DEALS)
            elif current.dep_ == "appos":
                rank = max(rank, _BELONGS)
            current = current.head
        return None

    def _of_thing(self, token: Token) -> bool:
        """Tell whether a name only says which border or language: "the Thai border"."""
        return token.dep_ in _BEFORE and token.head.lemma_.lower() in self._words.things

    def _place(self, one: Somebody, doc: Doc) -> None:
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        if span is None:
            return
        root = span.root
        if root.i in self._by_token and self._by_token[root.i].known:
            return
        if root.dep_ != "poss" and self._of_thing(root):
            return
        before = doc[span.start - 1].lower_ if span.start else ""
        if before == "ethnic":
            one = replace(one, entity_id=None, country=None)
        self._by_token[root.i] = one


def _clause(token: Token) -> Token:
    """Return the verb of the clause that `token` stands in."""
    current = token
    while current.head != current and current.pos_ not in {"VERB", "AUX"}:
        current = current.head
    return current


def _everybody(
    sentence: ReadSentence, mentions: Sequence[Mention], places: Sequence[Place]
) -> Iterable[Somebody]:
    """Yield mentions, each with the country of what it overlaps; then groups, leaders, places."""
    affiliated = find_affiliated(sentence.text)
    start = sentence.start
    for mention in mentions:
        left, right = mention.span.start - start, mention.span.end - start
        if any(
            one.start <= left and right <= one.end and right - left < one.end - one.start
            for one in affiliated
        ):
            continue
        country = mention.country
        if country is None and mention.entity_id is None:
            country = _overlapping(affiliated, left, right)
        yield Somebody(
            left, right, mention.name, mention.entity_id, country, person=mention.kind == "person"
        )
    for one in affiliated:
        yield Somebody(one.start, one.end, sentence.text[one.start : one.end], None, one.country)
    for place in places:
        if place.country:
            left, right = place.span.start - start, place.span.end - start
            yield Somebody(left, right, place.name, None, place.country, located=True)


def _overlapping(found: Sequence[Affiliated], left: int, right: int) -> str | None:
    return next((one.country for one in found if one.start < right and left < one.end), None)
