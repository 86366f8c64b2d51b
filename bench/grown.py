"""Makes a corpus of any size out of real articles, the same for one seed.

Events open and close; each has 1 to 12 reports, told after one real article (its model) with
background from others. Within an event the words of the model are exchanged in the same way, so
its reports share runs of words and two events after one model hardly do. Names, numbers and words
are exchanged for others of the same length: offsets hold, and the claims that were extracted from a
real sentence come along with the made one, moved in place and time. A share of the reports are
copies and excerpts of an earlier report of their event by another outlet.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sitrep.language.encode import WIDTH
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Claim
from sitrep.model.ids import make_id

SEED = 20250521
A_DAY = 2_000
OPEN = 400
COPIES, EXCERPTS = 0.14, 0.06
"""Shares of reports; on the development day 0.12 of the articles copy and 0.05 excerpt another."""
EDITED = 0.03
"""Share of a copy's words that the other outlet changed."""
EXCHANGED = 0.6
"""Share of longer words that an event tells in other words than its model."""
FIRST_DAY = datetime(2031, 1, 1, tzinfo=UTC)
_WORD = re.compile(r"[A-Za-z]{4,}|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A real sentence: its text, the words in it that claims hang on, and its claims."""

    text: str
    start: int
    kept: frozenset[str]
    claims: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A real article as material: what it encodes, and its body sentences."""

    article: Article
    meaning: NDArray[np.float32]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A made article with its claims and the vector of its title and lead."""

    article: Article
    claims: tuple[Claim, ...]
    meaning: NDArray[np.float32]


@dataclass(slots=True, kw_only=True)
class _Event:
    number: int
    left: int
    model: Source
    meaning: NDArray[np.float32]
    reports: list[tuple[str, list[tuple[str, Told]]]] = field(default_factory=list)


def source(article: Article, claims: Sequence[Claim], meaning: NDArray[np.float32]) -> Source:
    """Return `article` as material, each claim with the sentence that it stands in."""
    told = []
    for part in article.sentences:
        if part.kind != "body" or part.end - part.start > 600:
            continue
        here = [c for c in claims if part.start <= c.evidence.start and c.evidence.end <= part.end]
        plain = tuple(msgspec.to_builtins(c, builtin_types=(datetime, date)) for c in here)
        words = {word for claim in plain for quote in _held(claim) for word in quote.split()}
        told.append(
            Told(
                text=article.text[part.start : part.end],
                start=part.start,
                kept=frozenset(re.sub(r"\W", "", word) for word in words),
                claims=plain,
            )
        )
    return Source(article=article, meaning=meaning, told=tuple(told))


def _held(claim: dict[str, Any]) -> Iterator[str]:
    """Yield the quotes that a claim's structure rests on: names, cues and triggers."""
    for place in (*claim["mentions"], *claim["places"]):
        yield place["span"]["quote"]
    for event in claim["events"]:
        yield event["trigger"]["quote"]
    for one in filter(None, (claim["attribution"], *claim["nested"])):
        yield from (one[part]["quote"] for part in ("cue", "source") if one[part])


class Maker:
    """Makes reports after real ones."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = [one for one in sources if len(one.told) > 1]
        self._outlets = sorted({(s.article.source_id, s.article.outlet) for s in self._sources})
        words: dict[int, set[str]] = defaultdict(set)
        for one in self._sources:
            for word in _WORD.findall(" ".join(told.text for told in one.told)):
                words[len(word)].add(word)
        self._words = {length: sorted(found) for length, found in words.items()}

    def made(self, most: int) -> Iterator[Made]:
        """Yield `most` articles, nearly in order of publication."""
        draw = random.Random(SEED)  # noqa: S311 - a seeded benchmark, no secret
        open_events: list[_Event] = []
        begun = 0
        for number in range(most):
            while len(open_events) < OPEN:
                open_events.append(self._event(draw, begun))
                begun += 1
            place = draw.randrange(len(open_events))
            event = open_events[place]
            yield self._report(draw, event, number)
            event.left -= 1
            if not event.left:
                open_events[place] = open_events[-1]
                open_events.pop()

    def _event(self, draw: random.Random, number: int) -> _Event:
        model = draw.choice(self._sources)
        return _Event(
            number=number,
            left=min(12, int(draw.paretovariate(1.2))),
            model=model,
            meaning=_near(model.meaning, 0.03, SEED + number),
        )

    def _report(self, draw: random.Random, event: _Event, number: int) -> Made:
        kind = draw.random()
        if event.reports and kind < COPIES + EXCERPTS:
            title, lines = draw.choice(event.reports)
            if kind < COPIES:
                lines = [(self._changed(text, told, draw, EDITED), told) for text, told in lines]
            else:
                lines = [*lines[: max(2, len(lines) // 2)], *self._background(draw, event, 2)]
        else:
            title, lines = self._own(draw, event)
        event.reports.append((title, lines))
        return self._assembled(draw, event, number, (title, lines))

    def _own(self, draw: random.Random, event: _Event) -> tuple[str, list[tuple[str, Told]]]:
        """Return a report of its own: the event's lead, part of the model, some background."""
        own = random.Random(f"{SEED} {event.number}")  # noqa: S311 - as above
        mine = [(self._changed(told.text, told, own, EXCHANGED), told) for told in event.model.told]
        titled = Told(text=event.model.article.title, start=0, kept=frozenset(), claims=())
        title = self._changed(titled.text, titled, own, EXCHANGED)
        rest = [line for line in mine[1:16] if draw.random() < 0.6]
        lines = [mine[0], *rest, *self._background(draw, event, draw.randrange(2, 6))]
        return title.replace(". ", ", "), lines

    def _background(self, draw: random.Random, event: _Event, most: int) -> list[tuple[str, Told]]:
        """Return sentences of other articles of the language, in words of their own."""
        found: list[tuple[str, Told]] = []
        while len(found) < most:
            other = draw.choice(self._sources)
            if other.article.language == event.model.article.language:
                told = draw.choice(other.told)
                found.append((self._changed(told.text, told, draw, EXCHANGED), told))
        return found

    def _changed(self, text: str, told: Told, draw: random.Random, share: float) -> str:
        """Return `text` with a share of its words and numbers exchanged for as long ones."""

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if draw.random() >= share or word in told.kept:
                return word
            if word.isdigit():
                return "".join(draw.choice("123456789") for _ in word)
            if word[0].isupper():
                return _name(draw, len(word))
            return draw.choice(self._words[len(word)]).lower()

        return _WORD.sub(other, text)

    def _assembled(
        self,
        draw: random.Random,
        event: _Event,
        number: int,
        told: tuple[str, list[tuple[str, Told]]],
    ) -> Made:
        title, lines = told
        outlet = draw.choice(self._outlets)
        when = FIRST_DAY + timedelta(days=(number + draw.random() * 100) / A_DAY)
        id_, starts = make_id("art", "grown", number), [0]
        for text, _ in lines:
            starts.append(starts[-1] + len(text) + 1)
        article = Article(
            id=id_,
            raw_id=make_id("raw", "grown", number),
            source_id=outlet[0],
            outlet=outlet[1],
            title=title,
            text=" ".join(text for text, _ in lines),
            language=event.model.article.language,
            published_at=when,
            date_basis="declared",
            sentences=tuple(
                Sentence(start=start, end=start + len(text))
                for start, (text, _) in zip(starts, lines, strict=False)
            ),
        )
        claims = tuple(
            _moved(claim, article, start - one.start, place)
            for place, (start, (_, one)) in enumerate(zip(starts, lines, strict=False))
            for claim in one.claims
        )
        return Made(article=article, claims=claims, meaning=_near(event.meaning, 0.01, number))


def _name(draw: random.Random, length: int) -> str:
    """Return a made-up name: with the corpus the number of names grows, as in real reports."""
    letters = (draw.choice("aeiou" if at % 2 else "bdfgklmnprstvz") for at in range(length))
    return "".join(letters).capitalize()


def _near(meaning: NDArray[np.float32], noise: float, seed: int) -> NDArray[np.float32]:
    row = meaning + np.random.default_rng(seed).normal(0, noise, WIDTH).astype(np.float32)
    return np.asarray(row / np.linalg.norm(row), np.float32)


def _moved(claim: dict[str, Any], article: Article, by: int, place: int) -> Claim:
    """Return a real claim as one of a made article, `by` characters on and days later."""
    when = article.published_at or FIRST_DAY
    first = claim["published_at"] or when
    later = timedelta(days=(when.date() - first.date()).days)

    def put(part: Any) -> Any:
        if isinstance(part, datetime | date):
            return part + later
        if isinstance(part, list | tuple):
            return [put(one) for one in part]
        if not isinstance(part, dict):
            return part
        new = {name: put(value) for name, value in part.items()}
        if "quote" in new:
            start, end = new["start"] + by, new["end"] + by
            inside = 0 <= start < end <= len(article.text)
            new |= {"start": max(0, start), "end": max(1, end), "article_id": article.id}
            new["quote"] = article.text[start:end] if inside else new["quote"]
        return new

    new = put(claim) | {"id": make_id("clm", article.id, place, claim["id"]), "published_at": when}
    return msgspec.convert(new | {"article_id": article.id}, Claim)
