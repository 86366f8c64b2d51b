"""Who strangers are: people whom the vocabulary gives no office, as the reports introduce them.

A table made once for a run, for whom claims mention. What most outlets say of somebody counts, in
their plain words beside the full name; the gates hold it to those words, which are cited.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from sitrep.brief.verify.introduced import Introduction, complete, introduction, is_head
from sitrep.brief.write.antecedents import dangling
from sitrep.brief.write.edits import quoted_stretches
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.titled import len_address, title_before
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Mention, Span
from sitrep.vocabulary.types import Actor, Office, Vocabulary

_BEHIND = re.compile(r", [^,.;:()“”\"—–]{3,120}(?=, (?!and\b)|\.(?:\s|$)| [—–(])")
"""What two commas enclose behind a name; before ", and" it may be the next of a list."""
_FIRST = re.compile(r"an? [^,]*? [^,]*?(?= (?:and|[a-z]+(?:ed|ing)) )")
"""What somebody is first of all, with a word that tells it apart: "a political analyst"."""
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its) ", re.IGNORECASE)


class _Told(NamedTuple):
    """One introduction where it stands, by an outlet."""

    what: Introduction
    span: Span
    outlet: str


class Introductions:
    """People without an office in the vocabulary, by id or by full name.

    Cost: one search for each name in the articles whose claims mention it.
    """

    def __init__(
        self, claims: Iterable[Claim], *, articles: Mapping[str, Article], outlets: Outlets,
        vocabulary: Vocabulary,
    ) -> None:  # fmt: skip
        self._vocabulary = vocabulary
        places: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            for key, name in self._strangers(claim):
                places[key, name].add(claim.article_id)
        people = (one.name for one in vocabulary.actors.values() if one.kind == "person")
        names = {*people, *(name for _, name in places)}
        self._bearers = Counter(name.split()[-1] for name in names)
        told: dict[str, list[_Told]] = defaultdict(list)
        for (key, name), ids in sorted(places.items()):
            for article in (articles[one] for one in sorted(ids)):
                if outlets.vouched(article) and outlets.side(article) is None:
                    by = outlets.short(article)
                    told[key] += [_Told(*one, by) for one in _introductions(article, name)]
        self._told = {key: _most(found) for key, found in told.items() if found}

    def who(self, mention: Mention) -> Actor | None:
        """Return the person mentioned, with the learned office; None where no report tells it."""
        known = self._vocabulary.actors.get(mention.entity_id or "")
        if known is not None:
            return self._introduced(known) if known.id in self._told else None
        return None if mention.entity_id else self.named(mention.name)

    def named(self, name: str) -> Actor | None:
        """Return the stranger with that full name of whom a report tells who he is.

        Who shares the surname with somebody keeps the full name.
        """
        if name not in self._told:
            return None
        surname = name.rsplit(maxsplit=1)[-1]
        short = surname if self._bearers[surname] == 1 else name
        return self._introduced(Actor(id=name, name=name, kind="person", short=short))

    def introduces(self, actor: Actor) -> bool:
        """Return whether it is from reports alone that the office of somebody is known."""
        return actor.id in self._told

    def behind(self, actor: Actor, *, plain: bool = False) -> str:
        """Return what stands behind a name between commas, "" where it stands before it.

        With `plain` it is the first of what somebody is ("an analyst" of one "based in Oslo").
        """
        found = self._told.get(actor.id)
        if not found or not found[0].what.behind:
            return ""
        first = _FIRST.match(found[0].what.told) if plain else None
        return first[0] if first else found[0].what.told

    def span(self, actor: Actor, article_id: str, *, plain: bool = False) -> Span:
        """Return where the introduction stands, in the article itself if it has it."""
        found = [one.span for one in self._told[actor.id]]
        whole = next((one for one in found if one.article_id == article_id), found[0])
        left_out = len(self.behind(actor)) - len(self.behind(actor, plain=plain))
        end = whole.end - left_out
        return replace(whole, end=end, quote=whole.quote[: end - whole.start])

    def _strangers(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """Yield the strangers whom a claim names, by id or full name, with the full name."""
        for mention in claim.mentions:
            known = self._vocabulary.actors.get(mention.entity_id or "")
            stranger = mention.entity_id is None or (known and not known.offices)
            name = known.name if known else mention.name
            if mention.kind == "person" and stranger and " " in name:
                yield (known.id if known else name), name

    def _introduced(self, actor: Actor) -> Actor:
        what = self._told[actor.id][0].what
        office = Office(title=what.told, short=None if what.behind else what.told)
        return replace(actor, offices=(office,))


def _introductions(article: Article, name: str) -> Iterator[tuple[Introduction, Span]]:
    """Yield the introductions of somebody in an article, outside quotations."""
    places = [
        (one.start() + sentence.start, sentence)
        for sentence in article.sentences
        if sentence.kind == "body"
        for one in re.finditer(
            rf"(?<![\w-]){re.escape(name)}(?![\w-])", article.text[sentence.start : sentence.end]
        )
    ]
    for at, sentence in places:
        text = article.text[sentence.start : sentence.end].replace("\u00a0", " ")
        if not any(a <= at < b for a, b in quoted_stretches(text, sentence.start)):
            begin = at - sentence.start
            for start, end in _stretches(text, begin, begin + len(name)):
                found = _whole(text, start, end)
                if found is not None:
                    first = start + sentence.start
                    last = end + sentence.start
                    quote = article.text[first:last]
                    yield found, Span(article_id=article.id, start=first, end=last, quote=quote)


def _stretches(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence may say who the bearer of the name at [begin, end) is."""
    before = text[:begin]
    led = title_before(before)
    if led > len_address(before):
        article = _ARTICLE.match(before[len(before) - led :])
        yield begin - led + (article.end() if article else 0), end
    if behind := _BEHIND.match(text, end):
        yield begin, behind.end()


def _whole(text: str, start: int, end: int) -> Introduction | None:
    """Return the introduction that a stretch of a sentence is, if it needs no other sentence.

    "President" alone and ranks tell a reader little.
    """
    found = introduction(text[start:end])
    if found is None or not complete(found, text[:start], text[end:]):
        return None
    little = not found.behind and all(map(is_head, found.told.split()))
    return None if little or dangling(found.told, told=frozenset(), places=()) else found


def _most(found: list[_Told]) -> list[_Told]:
    """Return the introductions in the words that most outlets have, the shortest of those."""
    outlets: dict[Introduction, set[str]] = defaultdict(set)
    for one in found:
        outlets[one.what].add(one.outlet)
    best = min(outlets, key=lambda what: (-len(outlets[what]), what.behind, len(what.told), what))
    return [one for one in found if one.what == best]
