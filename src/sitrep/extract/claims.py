"""Claims: the sentences of an article that state something about a theatre."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import RECORD
from sitrep.extract.tracks import is_far, track_of
from sitrep.extract.trims import find_trims
from sitrep.model.extraction import (
    Attribution,
    Claim,
    Event,
    Extraction,
    Figure,
    TimeRef,
    Track,
)
from sitrep.model.ids import make_id
from sitrep.vocabulary.actors import side_of
from sitrep.vocabulary.ceasefire import tells_of_truce
from sitrep.vocabulary.diplomacy import tells_of_diplomacy
from sitrep.vocabulary.reporting import reporting
from sitrep.vocabulary.standing import standing_words
from sitrep.vocabulary.tracks import TrackWords
from sitrep.vocabulary.trims import trim_words
from sitrep.vocabulary.types import Vocabulary

LEAST_WORDS = 4
LEAST_REACH = 0.35
"""Share of a sentence that source, cue and content must cover together to speak for it: an
attribution in a relative clause does not make the whole sentence its speaker's word."""
_UNNAMED_LOSS = 0.2
"""What a speaker without an id loses against another of the same sentence ("citing sources")."""
COVERED = 0.5
"""Share of a sentence that a quotation begun elsewhere must cover to carry it."""


@dataclass(frozen=True, kw_only=True)
class ClaimMaker:
    """Makes the claims of one article from what was found in it."""

    reading: Reading
    extraction: Extraction
    vocabulary: Vocabulary
    words: TrackWords

    def claims(self, relevance: Sequence[Mapping[str, float]]) -> tuple[Claim, ...]:
        """Return the claims in text order; `relevance` gives the theatres of each sentence."""
        found: list[Claim] = []
        for sentence, theatres in zip(self.reading.sentences, relevance, strict=True):
            if theatres and len(sentence.text.split()) >= LEAST_WORDS:
                claim = self._claim(sentence, theatres)
                if claim is not None:
                    found.append(claim)
        return tuple(found)

    def _claim(self, sentence: ReadSentence, theatres: Mapping[str, float]) -> Claim | None:
        start, end = sentence.start, sentence.end
        extraction = self.extraction
        events = tuple(e for e in extraction.events if start <= e.trigger.start < end)
        figures = tuple(f for f in extraction.figures if start <= f.span.start < end)
        outer, nested, continued = self._attributions(sentence)
        if not (events or figures or outer or _tells(sentence.text)):
            return None
        article = self.reading.article
        times = tuple(t for t in extraction.times if start <= t.span.start < end)
        speaker, speaker_id, side = self._speaker(outer, theatres)
        return Claim(
            id=make_id("clm", article.id, start, end),
            article_id=article.id,
            evidence=self.reading.span(start, end),
            language=article.language,
            attribution=outer,
            nested=nested,
            events=events,
            figures=figures,
            places=tuple(p for p in extraction.places if start <= p.span.start < end),
            times=times,
            mentions=tuple(m for m in extraction.mentions if start <= m.span.start < end),
            speaker=speaker,
            speaker_id=speaker_id,
            side=side,
            stance=outer.stance if outer else "reports",
            hedge=outer.hedge if outer else "certain",
            as_of=_as_of(events, figures, times),
            published_at=article.published_at,
            track=self._track(sentence, theatres, events, figures),
            theatres=tuple(theatres),
            relevance=tuple(theatres.values()),
            trims=find_trims(sentence, _kept(outer)),
            reasons=self._reasons(sentence, outer, continued=continued),
        )

    def _track(
        self,
        sentence: ReadSentence,
        theatres: Mapping[str, float],
        events: Sequence[Event],
        figures: Sequence[Figure],
    ) -> Track:
        track = track_of(sentence.text, events, figures, self.words)
        if track not in {"ground", "strikes"} or not any(e.type == "ASSAULT" for e in events):
            return track
        theatre = self.vocabulary.theatres[max(theatres, key=lambda key: (theatres[key], key))]
        actors = [self.vocabulary.actors[party.actor] for party in theatre.parties]
        home = {actor.country for actor in actors if actor.country}
        start, end = sentence.start, sentence.end
        places = [p for p in self.extraction.places if start <= p.span.start < end]
        mentions = [m for m in self.extraction.mentions if start <= m.span.start < end]
        return "other" if is_far(places, mentions, theatre, home) else track

    def _attributions(
        self, sentence: ReadSentence
    ) -> tuple[Attribution | None, tuple[Attribution, ...], bool]:
        """Return the outermost attribution of a sentence, those inside it, and whether it runs on.

        An attribution belongs to the sentence of its cue, and to those that its quotation covers.
        """
        attributions = self.extraction.attributions
        shares = {
            number: _share(attribution, sentence)
            for number, attribution in enumerate(attributions)
            if _cue_in(attribution, sentence) or _share(attribution, sentence) >= COVERED
        }
        tops = [
            number
            for number in shares
            if attributions[number].parent not in shares
            and _sayer(attributions[number])
            and _reach(attributions[number], sentence) >= LEAST_REACH
        ]
        if not tops:
            return None, (), False
        top = max(
            tops,
            key=lambda number: (
                shares[number] - _UNNAMED_LOSS * (attributions[number].speaker_id is None),
                -number,
            ),
        )
        nested = tuple(
            attributions[number]
            for number in sorted(shares)
            if number != top and _descends(number, top, attributions)
        )
        return attributions[top], nested, not _cue_in(attributions[top], sentence)

    def _speaker(
        self, outer: Attribution | None, theatres: Mapping[str, float]
    ) -> tuple[str, str | None, str | None]:
        """Return who answers for the claim: name, vocabulary id, party."""
        article = self.reading.article
        best = max(theatres, key=lambda key: (theatres[key], key))
        theatre = self.vocabulary.theatres[best]
        if outer is not None and outer.speaker:
            known = outer.speaker_id
            spoken_for = known or self._body_of(outer) or self._introduced.get(outer.speaker)
            side = side_of(self.vocabulary, theatre, spoken_for) if spoken_for else None
            return outer.speaker, known, side
        outlet = self.vocabulary.outlets.get(article.source_id)
        if outlet is None:
            return article.outlet, None, None
        parties = {party.actor for party in theatre.parties}
        return article.outlet, outlet.id, outlet.side if outlet.side in parties else None

    @cached_property
    def _introduced(self) -> Mapping[str, str]:
        """Whom speakers speak for that no file knows, by name, from where they are introduced.

        "Hamas spokesman X" is Hamas's in the rest of the article too, whether he is introduced
        where he speaks or in a sentence on what he does.
        """
        found: dict[str, str] = {}
        for one in self.extraction.attributions:
            body = self._body_of(one) if one.speaker and one.speaker_id is None else None
            if body is not None and one.speaker:
                found.setdefault(one.speaker, body)
        text = self.reading.article.text
        for before, person in pairwise(self.extraction.mentions):
            between = text[before.span.end : person.span.start].strip().lower()
            known = before.kind != "person" and before.entity_id
            unknown = person.kind == "person" and person.entity_id is None
            if known and unknown and between in reporting().spokespeople:
                found.setdefault(person.name, known)
        return found

    def _body_of(self, outer: Attribution) -> str | None:
        """Return whom a speaker whom nobody knows speaks for: "Hamas spokesman X" is Hamas's.

        Only a body or state named straight before the word for a spokesperson counts.
        """
        source = outer.source
        if source is None:
            return None
        for mention in self.extraction.mentions:
            inside = source.start <= mention.span.start < mention.span.end < source.end
            if mention.entity_id is None or mention.kind == "person" or not inside:
                continue
            rest = source.quote[mention.span.end - source.start :].lower().split()
            if rest and rest[0] in reporting().spokespeople:
                return mention.entity_id
        return None

    def _reasons(
        self, sentence: ReadSentence, outer: Attribution | None, *, continued: bool
    ) -> tuple[str, ...]:
        reasons = ["quotation-continued"] if continued else []
        first = sentence.text.lstrip("\"'“”‘«( ").split(None, 1)[0].lower().rstrip(",.:;'’s")
        opening = sentence.text.lstrip("\"'“”‘«( ").split(None, 1)[0].lower().strip(",.:;")
        if {first, opening} & self.words.leaning:
            reasons.append("needs-context")
        if outer is None:
            reasons.append("outlet's own voice")
        return tuple(reasons)


def _tells(text: str) -> bool:
    """Tell whether a sentence without an event says something that a tracker follows."""
    return tells_of_truce(text) or tells_of_diplomacy(text)


def _sayer(attribution: Attribution) -> bool:
    """A deed attributes nothing, nor does a cue of thinking or wanting without a speaker."""
    if any(reason.startswith("deed:") for reason in attribution.reasons):
        return False
    return attribution.speaker is not None or attribution.source is None


def _cue_in(attribution: Attribution, sentence: ReadSentence) -> bool:
    cue = attribution.cue
    return cue is not None and sentence.start <= cue.start < sentence.end


def _share(attribution: Attribution, sentence: ReadSentence) -> float:
    """Return the share of the sentence that the attribution's content covers."""
    covered = sum(
        max(0, min(span.end, sentence.end) - max(span.start, sentence.start))
        for span in attribution.content
    )
    return covered / max(1, sentence.end - sentence.start)


def _reach(attribution: Attribution, sentence: ReadSentence) -> float:
    """Return the share of the sentence between source, cue and content."""
    spans = [attribution.source, attribution.cue, *attribution.content]
    covered = sum(
        max(0, min(span.end, sentence.end) - max(span.start, sentence.start))
        for span in spans
        if span is not None
    )
    return covered / max(1, sentence.end - sentence.start)


def _descends(number: int, top: int, attributions: Sequence[Attribution]) -> bool:
    parent = attributions[number].parent
    for _ in attributions:
        if parent is None:
            return False
        if parent == top:
            return True
        parent = attributions[parent].parent
    return False


def _kept(outer: Attribution | None) -> list[tuple[int, int]]:
    """Return the stretches of the source and cue, which no trim may take away."""
    if outer is None:
        return []
    kept = [(outer.source.start, outer.source.end)] if outer.source else []
    if outer.cue is not None:
        said, _, rest = outer.cue.quote.partition(" ")
        opens = rest.lower().partition(" ")[0]
        plain = said.lower() in standing_words().saying and opens in trim_words().telling
        end = outer.cue.start + len(said) if plain else outer.cue.end
        kept.append((outer.cue.start, end))  # "said on Telegram": the channel may go
    return kept


def _as_of(
    events: Sequence[Event], figures: Sequence[Figure], times: Sequence[TimeRef]
) -> TimeRef | None:
    """Return when it happened: by the weightiest event, a figure's window, the sentence's time."""
    timed = [event for event in events if event.time is not None]
    if timed:
        return max(timed, key=lambda event: (event.score, -event.trigger.start)).time
    windows = [figure.window for figure in figures if figure.window is not None]
    if windows:
        return windows[0]
    return times[0] if len(times) == 1 and RECORD not in times[0].reasons else None
