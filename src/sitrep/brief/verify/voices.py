"""Gates on voices: who speaks is who spoke, and nobody's words lose their speaker."""

from collections.abc import Iterable, Iterator, Sequence

from sitrep.brief.verify.align import lay
from sitrep.brief.verify.attributions import Attribution
from sitrep.brief.verify.cover import Clause
from sitrep.brief.verify.evidence import Evidence, GateName, Known
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.names import join_names, may_stand_for, spelling
from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token, lemma, tokens
from sitrep.vocabulary.gates import gate_words


def keys_of(names: Sequence[str], known: Known) -> frozenset[str]:
    """Return the name keys of `names` as readings have them."""
    found = set()
    for name in names:
        read = tokens(name[:1].upper() + name[1:])
        for token in read:
            token.initial = False
        join_names(read, known)
        live = [token for token in read if token.kind in {"name", "word"} and not token.skip]
        # A name that opens a sentence is read as a plain word: its lemma counts too.
        found |= {key for token in live for key in _keys(token)}
    return frozenset(found)


def _keys(token: Token) -> tuple[str, ...]:
    known = token.key.startswith("@")
    return (token.key,) if known else (token.key, lemma(token.surface))


class Voices:
    """The speakers of the evidence and of the sentence, compared clause by clause."""

    def __init__(
        self, sentence: Reading, readings: Sequence[Reading], evidence: Evidence, *, short: bool
    ) -> None:
        """A source may go by whom it speaks for where the sentence is `short`: a headline."""
        passages, known = evidence.passages, evidence.known
        self.states = known.mouthpieces if short else {}
        self.sentence = sentence
        self.passages = passages
        self.named = {key for reading in readings for token in reading.tokens
                      for key in (token.key, token.surface)}  # fmt: skip
        attributions = [theirs for reading in readings for theirs in reading.attributions]
        self.sources = {key for theirs in attributions for key in theirs.names | theirs.words}
        if any(theirs.pronoun for theirs in attributions):
            self.sources |= self.named
        self.outlets = [keys_of([p.outlet], known) if p.outlet else frozenset() for p in passages]
        self.speakers = [
            keys_of([p.speaker, *p.speaker_aliases, *p.offices], known)
            if p.speaker
            else frozenset()
            for p in passages
        ]
        self.speakers = [keys | self._in_short(keys) for keys in self.speakers]
        self.named = self.named.union(*self.outlets, *self.speakers, self._in_short(self.sources))
        self.known = known

    def faults(self, clause: Clause, *, whole: bool) -> Iterator[Fault]:
        """Yield speakers put in, exchanged or left out in one clause."""
        reading = clause.laid.evidence
        for attribution in self.sentence.attributions:
            if whole or self._own(attribution, clause):
                yield from self._speaker(attribution, clause, reading)
        yield from self._kept(clause, reading)

    def _own(self, attribution: Attribution, clause: Clause) -> bool:
        """Return whether an attribution belongs to this clause: "A, Peskov said, while B"."""
        start, end = attribution.region
        first, last = clause.positions[0], clause.positions[-1]
        gap = self.sentence.tokens[end:first] if end <= first else []
        gap = self.sentence.tokens[last + 1 : start] if start > last else gap
        joined = any(token.surface in gate_words().joiners for token in gap)
        return not joined and (end <= first or start > last or first <= start <= last)

    def _speaker(
        self, attribution: Attribution, clause: Clause, reading: Reading
    ) -> Iterator[Fault]:
        """Check one attribution of the sentence against those over the same words."""
        mine = [pair for pair in clause.laid.pairs if self._innermost(pair[0]) is attribution]
        if self._is_outlet(attribution, reading):
            allowed = {*gate_words().cue_may_become["say"], *(a.cls for a in reading.attributions)}
            if attribution.cls not in allowed:
                reason = f"{words(self.sentence, [attribution.cue])} is more than an outlet reports"
                yield Fault("modality", reason, spans(self.sentence, [attribution.cue]))
            return
        if not mine:
            yield from self._idle(attribution, reading)
            return
        for _, there in mine:
            over = [theirs for theirs in reading.attributions if theirs.covers(there)]
            if any(self._matches(attribution, theirs, reading) for theirs in over):
                yield from self._verb(attribution, over, reading)
                yield from self._order(attribution, reading)
                return
        if self._is_speaker(attribution, reading) and not reading.attributions:
            return
        at = range(attribution.region[0], attribution.cue)
        source = [place for place in at if self.sentence.tokens[place].kind in {"name", "word"}]
        yield Fault(
            "speaker",
            f"{words(self.sentence, source or [attribution.cue])} is not who says this "
            "in the evidence",
            spans(self.sentence, source or [attribution.cue]),
        )

    def _idle(self, attribution: Attribution, reading: Reading) -> Iterator[Fault]:
        """Check a source over no words of its own ("Israel disputes this")."""
        new = sorted(attribution.names - self.sources)
        if new and not self._is_speaker(attribution, reading):
            at = [
                place
                for place in range(*attribution.region)
                if self.sentence.tokens[place].key in new
            ]
            reason = f"{words(self.sentence, at)} does not speak in the evidence"
            yield Fault("speaker", reason, spans(self.sentence, at))

    def stand_ins(self, readings: Sequence[Reading]) -> Iterator[Fault]:
        """Yield speakers named where the evidence has words that cannot stand for them."""
        for index, passage in enumerate(self.passages):
            for phrase, name in passage.stands_for.items():
                keys = keys_of([name], self.known)
                mine = [at for at, token in enumerate(self.sentence.tokens) if token.key in keys]
                theirs = sum(
                    token.key in keys
                    for reading in readings if reading.passage == index
                    for token in reading.tokens
                )  # fmt: skip
                said = spelling(phrase) in spelling(passage.text)
                if said and len(mine) > theirs and not may_stand_for(phrase, name, self.known):
                    reason = f"“{phrase}” in the evidence need not be {words(self.sentence, mine)}"
                    yield Fault("speaker", reason, spans(self.sentence, mine))

    def strangers(self) -> Iterator[Fault]:
        """Yield sources, numbers and names of an attribution that the evidence lacks.

        A source's plain words count ("and officials confirmed"), unless they may always be added.
        """
        free = gate_words().may_add
        for attribution in self.sentence.attributions:
            named = attribution.names or not attribution.words
            if not named and attribution.words.isdisjoint(self.named | free):
                cue = [attribution.cue]
                reason = f"who {words(self.sentence, cue)} is not in the evidence"
                yield Fault("speaker", reason, spans(self.sentence, cue))
        for attribution in self.sentence.attributions:
            for at in range(*attribution.region):
                token = self.sentence.tokens[at]
                if token.kind in {"number", "name"} and not {token.key, token.surface} & self.named:
                    gate: GateName = "numbers" if token.kind == "number" else "names"
                    reason = f"{words(self.sentence, [at])} is not in the evidence"
                    yield Fault(gate, reason, spans(self.sentence, [at]))

    def _order(self, attribution: Attribution, reading: Reading) -> Iterator[Fault]:
        """Check that the names of a source stand as the evidence has them."""
        tokens = self.sentence.tokens
        source = [
            at
            for at in range(*attribution.region)
            if tokens[at].kind == "name" and not tokens[at].key.startswith("@")
        ]
        present = {token.key for token in reading.tokens}
        loose = [
            at
            for at in (lay(self.sentence, source, reading).loose if len(source) > 1 else ())
            if tokens[at].key in present
        ]
        if loose:
            reason = f"{words(self.sentence, loose)} stands elsewhere in the evidence's source"
            yield Fault("names", reason, spans(self.sentence, loose))

    def _verb(
        self, attribution: Attribution, over: list[Attribution], reading: Reading
    ) -> Iterator[Fault]:
        """Check that the reporting verb commits the speaker to no more than the evidence's."""
        allowed = gate_words().cue_may_become
        matching = [theirs for theirs in over if self._matches(attribution, theirs, reading)]
        if not any(attribution.cls in allowed[theirs.cls] for theirs in matching):
            theirs = matching[0]
            yield Fault(
                "modality",
                f"{words(self.sentence, [attribution.cue])} says more than "
                f"{words(reading, [theirs.cue])}",
                spans(self.sentence, [attribution.cue]) + spans(reading, [theirs.cue]),
            )

    def _kept(self, clause: Clause, reading: Reading) -> Iterator[Fault]:
        """Check that what stands under somebody's attribution in the evidence still does."""
        for theirs in reading.attributions:
            under = [
                here
                for here, there in clause.laid.pairs
                if theirs.covers(there) and reading.region_of(there) is None
            ]
            if not under or self._source_in_body(clause, theirs):
                continue
            bare = [here for here in under if not self._attributed(here, theirs, reading)]
            if bare:
                yield Fault(
                    "attribution",
                    f"the evidence has this from {self._named(theirs, reading)}, not as a fact",
                    spans(self.sentence, bare[:3]) + spans(reading, [theirs.cue]),
                )
                return
        index = reading.passage
        speaker = self.speakers[index] if index is not None else frozenset()
        if (
            not reading.attributions
            and speaker
            and index is not None
            and not speaker & self.outlets[index]
        ):
            said = [a for a in self.sentence.attributions if a.names & speaker or a.words & speaker]
            if clause.laid.pairs and not said and not _named_first(clause, speaker):
                yield Fault(
                    "attribution",
                    f"these are the words of {self.passages[index].speaker}, not a fact",
                    spans(self.sentence, [clause.laid.pairs[0][0]]),
                )

    def _source_in_body(self, clause: Clause, theirs: Attribution) -> bool:
        """Return whether the sentence itself keeps the evidence's own attribution words."""
        kept = {there for _, there in clause.laid.pairs}
        return theirs.cue in kept

    def _attributed(self, here: int, theirs: Attribution, reading: Reading) -> bool:
        return any(
            mine.covers(here) and self._matches(mine, theirs, reading)
            for mine in self.sentence.attributions
        )

    def _innermost(self, position: int) -> Attribution | None:
        """Return the attribution that stands nearest over `position`."""
        over = [theirs for theirs in self.sentence.attributions if theirs.covers(position)]
        return min(over, key=_width, default=None)

    def _is_outlet(self, attribution: Attribution, reading: Reading) -> bool:
        outlet = self.outlets[reading.passage] if reading.passage is not None else frozenset()
        return (
            bool(attribution.names | attribution.words)
            and (attribution.names | attribution.words) <= outlet | gate_words().may_add
        )

    def _is_speaker(self, attribution: Attribution, reading: Reading) -> bool:
        speaker = self.speakers[reading.passage] if reading.passage is not None else frozenset()
        return bool(attribution.names) and attribution.names <= speaker

    def _matches(self, mine: Attribution, theirs: Attribution, reading: Reading) -> bool:
        """Return whether the sentence's source may be the evidence's: nothing in it is new."""
        index = reading.passage
        speaker = self.speakers[index] if index is not None else frozenset()
        region = reading.tokens[slice(*theirs.region)]
        written = {token.surface for token in region if token.kind == "word"}
        short = self._in_short(theirs.names)
        names = theirs.names | theirs.words | speaker | written | short
        free = names | gate_words().may_add | gate_words().cue_tail
        if mine.names:
            if mine.names <= names and mine.words <= free:
                return True
            return theirs.pronoun and not speaker and mine.names <= self.named
        if mine.words:
            return mine.words <= free and bool(mine.words & names)
        return mine.pronoun and theirs.pronoun

    def _in_short(self, sources: Iterable[str]) -> frozenset[str]:
        """Return the names by which a headline may call `sources`: a ministry by its state."""
        ids = (self.states.get(key.removeprefix("@"), ()) for key in sources)
        return frozenset(f"@{one}" for behind in ids for one in behind)

    def _named(self, theirs: Attribution, reading: Reading) -> str:
        start, end = theirs.region
        first, last = reading.tokens[start], reading.tokens[max(start, end - 1)]
        return f"“{reading.text[first.start : last.end]}”"


def _named_first(clause: Clause, speaker: frozenset[str]) -> bool:
    """Return whether the sentence keeps the speaker in front, as the evidence has it.

    "Putin promised Trump that …" attributes by its own words, whatever the verb.
    """
    reading = clause.laid.evidence
    first = next(
        (at for at in reading.body
         if {reading.tokens[at].key, reading.tokens[at].surface} & speaker), None,
    )  # fmt: skip
    return first is not None and any(there == first for _, there in clause.laid.pairs)


def _width(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
