"""Claims → steps: all that their sentences say of truces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import cast as typed

from sitrep.model.extraction import Claim
from sitrep.model.truces import Worry
from sitrep.trackers.ceasefire_corridors import outcome
from sitrep.trackers.ceasefire_mentions import Mentions
from sitrep.trackers.ceasefire_positions import Positions, brokered
from sitrep.trackers.ceasefire_steps import Step, TruceMention
from sitrep.trackers.ceasefire_times import began, planned
from sitrep.trackers.ceasefire_violations import Breaches
from sitrep.trackers.marks import Cast, Marked, marked
from sitrep.trackers.subjects import subject
from sitrep.vocabulary.ceasefire import CeasefirePatterns
from sitrep.vocabulary.types import Theatre

_MODAL = re.compile(
    r"\b(will|would|could|may|might|should|if|unless|before|whether|not|never|due to|set to|"
    r"about to|expected to|scheduled to|hop(e|es|ed|ing)|ask(s|ed)|urg(es|ed|ing)|want(s|ed)?)\b"
)
_PRESENT = re.compile(r"\b(takes|comes|enters|goes)\b")
"""With a time behind it, a plan: "that takes effect on Monday"."""
_TRANSITIVE = re.compile(
    r"^(ended|ends|ending|terminated|scrapped|called|cancelled|abandoned|tore|lifted|revoked|"
    r"rescinded|annulled|abrogated|withdrew|pulled|quit|walked|decided|chose|voted)"
)
_OWN_WILL = re.compile(r"^(will|would) (extend|prolong|renew)\b")
_RECALLED = timedelta(days=4)
"""A sentence whose times all lie so far before its report calls to mind."""
_CLASSES = ("definitive", "preliminary")


class Reader:
    """Reads claims of one theatre, in the order of their publication."""

    def __init__(self, words: CeasefirePatterns, theatre: Theatre, cast: Cast) -> None:
        self._words, self._cast = words, cast
        self._mentions = Mentions(words, theatre, cast)
        self._positions = Positions(words, cast)
        self._breaches = Breaches(words, cast)

    def steps(self, claims: Iterable[Claim]) -> list[Step]:
        """Return the steps of dated claims in order of time: of publication, or told of.

        Steps of one time keep the order of their articles and of the text.
        """
        found: list[Step] = []
        dated = [claim for claim in claims if claim.published_at is not None]
        current: TruceMention | None = None
        article = ""
        for claim in sorted(dated, key=_order):
            if claim.article_id != article:
                current, article = None, claim.article_id
            sentence = marked(claim, self._cast, self._words["everybody"])
            mentions = self._mentions.of(sentence)
            if mentions or current is not None:
                found += (_dated(step) for step in self._of(sentence, mentions, current))
            current = mentions[0] if mentions else current
        return sorted(found, key=lambda step: step.at)

    def _of(
        self, sentence: Marked, mentions: Sequence[TruceMention], current: TruceMention | None
    ) -> Iterator[Step]:
        yield from self._positions.of(sentence, mentions, current)
        yield from self._fares(sentence, mentions)
        yield from self._breaches.of(sentence, mentions, current)
        yield from self._worries(sentence, mentions)
        yield from self._terms(sentence, mentions, current)
        about = mentions[0] if mentions else current
        came = outcome(sentence.text, self._words) if about and about.kind == "corridor" else None
        if about is not None and came is not None and sentence.claim.published_at is not None:
            yield Step(
                claim=sentence.claim,
                mention=about,
                act="outcome",
                at=sentence.claim.published_at,
                by=self._cast.speaker(sentence.claim),
                outcome=came,
            )

    def _fares(self, sentence: Marked, mentions: Sequence[TruceMention]) -> Iterator[Step]:
        """Yield how a truce fares, by the strongest word; plans and hopes are none."""
        if not mentions:
            return
        text = sentence.text
        accused = self._words["accuse"].search(text)
        for act, fare in self._words.fares.items():
            for match in fare.found_in(text):
                about = next(
                    (m for m in mentions if match.start() <= m.start < match.end()), mentions[0]
                )
                before = text[max(0, match.start() - 40) : match.start()]
                if self._words["ahead"].search(before):
                    continue
                if _MODAL.search(match[0]) and not self._certain(sentence, match, act):
                    continue
                if _PRESENT.search(match[0]) and "⟦" in text[match.end() : match.end() + 20]:
                    continue
                if accused and match.start() > accused.start() and act in ("ended", "suspended"):
                    continue
                yield self._fare(sentence, about, act, match)
                return

    def _certain(self, sentence: Marked, match: re.Match[str], act: str) -> bool:
        """Tell whether words with a modal hold: "was not renewed", a party's "will extend"."""
        if act == "extended" and _OWN_WILL.match(match[0]):
            own = self._cast.speaker(sentence.claim) in self._cast.parties
            return own and not _MODAL.search(match[0], len("would"))
        return "was not" in match[0]

    def _fare(self, sentence: Marked, about: TruceMention, act: str, match: re.Match[str]) -> Step:
        happened = began(sentence, match.start(), match.end())
        span = planned(sentence, match.end() if act == "extended" else about.start)
        transitive = _TRANSITIVE.match(match[0]) is not None
        published = sentence.claim.published_at
        assert published is not None
        return Step(
            claim=sentence.claim,
            mention=about,
            act=act,
            at=published,
            actors=self._parties(sentence, match) if transitive else (),
            by=self._cast.speaker(sentence.claim),
            starts=happened,
            ends=span.ends if act in ("extended", "in force") else None,
            transitive=transitive,
        )

    def _parties(self, sentence: Marked, match: re.Match[str]) -> tuple[str, ...]:
        """Return the parties whose act it is."""
        found = subject(sentence, match.start(), match.start(), self._cast)
        return tuple(one for one in found if one in self._cast.parties)

    def _terms(
        self, sentence: Marked, mentions: Sequence[TruceMention], current: TruceMention | None
    ) -> Iterator[Step]:
        """Yield who brokered and proposed a truce, its times and means of compliance."""
        about = mentions[0] if mentions else None
        if about is None and self._words["terms"].search(sentence.text):
            about = current
        if about is None:
            return
        brokers, proposer = brokered(sentence, mentions, self._words, self._cast)
        span = planned(sentence, about.start)
        published = sentence.claim.published_at
        assert published is not None
        yield Step(
            claim=sentence.claim,
            mention=about,
            act="terms",
            at=published,
            by=self._cast.speaker(sentence.claim),
            starts=span.starts,
            ends=span.ends,
            truce_class=self._class(sentence),
            mediators=brokers,
            proposer=proposer,
        )

    def _class(self, sentence: Marked) -> str | None:
        if self._words.groups["worries"]["monitoring"].search(sentence.text):
            return None
        classes = self._words.groups["classes"]
        return next((one for one in _CLASSES if classes[one].search(sentence.text)), None)

    def _worries(self, sentence: Marked, mentions: Sequence[TruceMention]) -> Iterator[Step]:
        by, about = self._cast.speaker(sentence.claim), mentions[0] if mentions else None
        if not by or about is None:
            return
        published = sentence.claim.published_at
        assert published is not None
        for worry, pattern in self._words.groups["worries"].items():
            if pattern.search(sentence.text):
                yield Step(
                    claim=sentence.claim,
                    mention=about,
                    act="worry",
                    at=published,
                    by=by,
                    worry=typed("Worry", worry),
                )


def _dated(step: Step) -> Step:
    return step if step.act in ("terms", "stand") else recalled(step)


def recalled(step: Step) -> Step:
    """Return a step that a sentence recalls ("in March") at the time that it names."""
    times = [one for one in step.claim.times if one.granularity in ("day", "daypart", "month")]
    if step.starts is not None and step.starts < step.at - _RECALLED:
        return replace(step, at=step.starts)
    past = [one.start for one in times if one.start < step.at - _RECALLED]
    if not past or len(past) < len(times):
        return step
    return replace(step, at=max(past), starts=max(past) if step.starts else None)


def _order(claim: Claim) -> tuple[str, str, int]:
    known = claim.published_at
    return (known.isoformat() if known else "", claim.article_id, claim.evidence.start)
