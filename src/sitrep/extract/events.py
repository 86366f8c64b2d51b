"""What is done, by whom, to whom, where and when: PLOVER events over a parse.

Types and modes after PLOVER 0.8 (Open Event Data Alliance, 2021), sub-events after the ACLED
codebook; `vocabulary/events.yaml` holds the words. A promise of cooperation is an AGREE beside the
planned event itself, and "must" in reported speech a REQUEST, as PLOVER codes them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sitrep.extract.modality import modality_of, polarity_of
from sitrep.extract.participants import Cast, actors_of, requester_of, targets_of
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.spoken import auxiliary_of, binding, spoken_kind
from sitrep.extract.times import RECORD
from sitrep.extract.triggers import Trigger, find_triggers
from sitrep.extract.whose import Whose
from sitrep.model.extraction import (
    Attribution,
    Event,
    Mention,
    Modality,
    Participant,
    Place,
    Span,
    TimeRef,
)
from sitrep.vocabulary.events import Complement, EventWord, EventWords, event_words

_DEMAND = EventWord(type="REQUEST", words=("must",))
VERB_SCORE = 1.0
NOUN_SCORE = 0.6
EMBEDDED_LOSS = 0.3
"""What an event loses that stands in another's complement: "agreed to withdraw" agrees first."""
ALONE_LOSS = 0.2
"""What an event without anybody in it loses."""
ASIDE_LOSS = 0.1
"""What an event loses in a clause that only adds to another ("…, which began in 2022")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    mentions: Sequence[Mention]
    places: Sequence[Place]
    times: Sequence[TimeRef]
    attributions: Sequence[Attribution]


def find_events(
    reading: Reading,
    mentions: Sequence[Mention],
    places: Sequence[Place],
    times: Sequence[TimeRef],
    attributions: Sequence[Attribution],
) -> tuple[Event, ...]:
    """Return the events of an article in text order; sentences without a parse have none.

    All arguments are of the same article and in text order; `Event.attribution` is a position in
    `attributions`.
    """
    words = event_words()
    context = _Context(mentions=mentions, places=places, times=times, attributions=attributions)
    found: list[Event] = []
    for sentence in reading.sentences:
        if sentence.doc is not None:
            found.extend(_of_sentence(reading, sentence, context, words))
    found.sort(key=lambda event: (event.trigger.start, -event.score, event.type))
    return tuple(found)


def _of_sentence(
    reading: Reading, sentence: ReadSentence, context: _Context, words: EventWords
) -> list[Event]:
    if sentence.doc is None:
        return []
    triggers = find_triggers(sentence.doc, words)
    rulers: dict[int, Complement] = {
        trigger.token.i: trigger.word.complement
        for trigger in triggers
        if trigger.word.complement is not None
    }
    mentions = [m for m in context.mentions if sentence.start <= m.span.start < sentence.end]
    places = [p for p in context.places if sentence.start <= p.span.start < sentence.end]
    cast = Cast(
        reading=reading,
        sentence=sentence,
        mentions=mentions,
        places=places,
        whose=Whose(sentence, mentions, places),
    )
    maker = _Maker(cast=cast, context=context, words=words, rulers=rulers)
    found: list[Event] = []
    for trigger in triggers:
        found.extend(maker.events(trigger))
    taken = {trigger.token.i for trigger in triggers}
    found.extend(maker.demands(token for token in sentence.doc if token.i not in taken))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """Makes the events of one sentence."""

    cast: Cast
    context: _Context
    words: EventWords
    rulers: dict[int, Complement]

    def events(self, trigger: Trigger) -> list[Event]:
        """Return the event of `trigger`, after the promise, threat or demand that it stands in."""
        actors = actors_of(trigger, self.cast)
        targets = targets_of(trigger, actors, self.cast)
        modality = modality_of(trigger, self.rulers, self.words)
        event = self._event(trigger, actors, targets, modality)
        stance = self._spoken(trigger, event)
        return [event] if stance is None else [stance, event]

    def demands(self, tokens: Iterable[Token]) -> list[Event]:
        """Return the requests of "X said that Y must…" where what Y must do is no event itself."""
        found = []
        for token in tokens:
            if not binding(token, self.words):
                continue
            trigger = Trigger(token=token, word=_DEMAND)
            asked = [p for p in actors_of(trigger, self.cast) if p.country or p.entity_id]
            asking = requester_of(trigger, self.cast)
            if asked and asking:
                found.append(self._event(trigger, asking, tuple(asked), "actual"))
        return found

    def _event(
        self,
        trigger: Trigger,
        actors: tuple[Participant, ...],
        targets: tuple[Participant, ...],
        modality: Modality,
    ) -> Event:
        word, token = trigger.word, trigger.token
        span = self._whole(token)
        noun = token.pos_ in {"NOUN", "PROPN"}
        embedded = self._embedded(token)
        score = (NOUN_SCORE if noun else VERB_SCORE) - (EMBEDDED_LOSS if embedded else 0.0)
        score -= 0.0 if actors or targets else ALONE_LOSS
        score -= ASIDE_LOSS if _aside(token) else 0.0
        reasons = [f"word:{token.lemma_}"]
        reasons += ["in-complement"] if embedded else []
        return Event(
            span=span,
            trigger=self._span(token, token),
            type=word.type,
            mode=word.mode,
            acled=word.acled or self.words.sub_event(word.type, word.mode),
            actors=actors,
            targets=targets,
            places=self._places(span),
            time=self._time(token),
            polarity=polarity_of(trigger, self.rulers),
            modality=modality,
            attribution=self._attribution(token),
            score=round(max(score, 0.1), 2),
            reasons=tuple(reasons),
        )

    def _spoken(self, trigger: Trigger, event: Event) -> Event | None:
        """Return the AGREE, THREATEN, REJECT or REQUEST that a modal verb makes of `event`."""
        token = trigger.token
        auxiliary = auxiliary_of(token)
        if auxiliary is None or token.pos_ != "VERB":
            return None
        actors, targets = event.actors, event.targets
        kind = spoken_kind(token, event, self.words)
        if kind == "REQUEST":
            actors, targets = requester_of(trigger, self.cast), event.actors
        if kind is None or (not actors and kind in {"REQUEST", "AGREE"}):
            return None
        return Event(
            span=event.span,
            trigger=self._span(auxiliary, auxiliary),
            type=kind,
            acled=self.words.sub_event(kind, None),
            actors=actors,
            targets=targets,
            places=event.places,
            time=None,
            attribution=event.attribution,
            score=VERB_SCORE,
            reasons=(f"modal:{auxiliary.lower_}",),
        )

    def _embedded(self, token: Token) -> bool:
        current = token
        for _ in range(6):
            if current.head == current:
                return False
            current = current.head
            if current.i in self.rulers:
                return True
        return False

    def _span(self, first: Token, last: Token) -> Span:
        offset = self.cast.sentence.start
        return self.cast.reading.span(offset + first.idx, offset + last.idx + len(last))

    def _whole(self, token: Token) -> Span:
        """Return the words from the trigger to the end of its objects."""
        last = token
        for child in token.children:
            if child.dep_ in {"dobj", "prep", "prt", "xcomp", "acomp", "dative", "oprd", "agent"}:
                edge = child.right_edge
                last = edge if edge.i > last.i else last
        while last.i > token.i and (last.is_punct or last.is_space):
            last = last.nbor(-1)
        first = token
        for child in token.children:
            if child.dep_ in {"aux", "auxpass", "neg"} and child.i < first.i:
                first = child
        return self._span(first, last)

    def _places(self, span: Span) -> tuple[Place, ...]:
        """Return the places within the event's words, else the only one of its sentence."""
        located = [place for place in self.cast.places if place.use == "location"]
        inside = [p for p in located if span.start <= p.span.start and p.span.end <= span.end]
        if inside:
            return tuple(inside)
        return tuple(located) if len(located) == 1 else ()

    def _time(self, token: Token) -> TimeRef | None:
        """Return the time that hangs on the trigger, else the only one of its sentence."""
        sentence = self.cast.sentence
        times = [
            t
            for t in self.context.times
            if sentence.start <= t.span.start < sentence.end and RECORD not in t.reasons
        ]
        offset = sentence.start
        own = range(offset + token.left_edge.idx, offset + token.right_edge.idx + 1)
        near = [t for t in times if t.span.start in own]
        if near:
            return min(near, key=lambda t: (abs(t.span.start - offset - token.idx), t.span.start))
        return times[0] if len(times) == 1 else None

    def _attribution(self, token: Token) -> int | None:
        """Return the position of the innermost attribution whose content holds the trigger."""
        position = self.cast.sentence.start + token.idx
        holding = [
            (sum(s.end - s.start for s in attribution.content), number)
            for number, attribution in enumerate(self.context.attributions)
            if any(s.start <= position < s.end for s in attribution.content)
        ]
        return min(holding)[1] if holding else None


def _aside(token: Token) -> bool:
    """Tell whether `token` stands in a relative, adverbial or participial clause."""
    current = token
    while current.head != current:
        if current.dep_ in {"relcl", "advcl", "acl"}:
            return True
        current = current.head
    return False
