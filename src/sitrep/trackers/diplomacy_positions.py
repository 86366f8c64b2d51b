"""Each actor's position on each open question, and when it changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sitrep.model.diplomacy import Held
from sitrep.model.extraction import Claim
from sitrep.model.findings import TrackerState
from sitrep.model.truces import Said, Stand
from sitrep.trackers.ceasefire_positions import Positions
from sitrep.trackers.ceasefire_read import recalled
from sitrep.trackers.ceasefire_steps import Step, TruceMention
from sitrep.trackers.marks import Cast, Marked, marked
from sitrep.trackers.wording import opened
from sitrep.vocabulary.ceasefire import CeasefirePatterns, patterns
from sitrep.vocabulary.diplomacy import diplomacy_words
from sitrep.vocabulary.types import Theatre
from sitrep.vocabulary.wording import proposal_name

_TRUCES = ("ceasefire", "corridor")
_YES: tuple[Stand, ...] = ("accepted", "accepted with conditions", "declared")
_WISHES: tuple[Stand, ...] = ("proposed", "demanded")
_WORDED: Mapping[Stand, str] = {
    "accepted": "has accepted",
    "accepted with conditions": "has accepted with conditions",
    "declared": "has declared",
    "refused": "has rejected",
    "not accepted": "has not accepted",
    "conditions set": "has set conditions for",
    "open": "is open to",
    "proposed": "has proposed",
    "demanded": "demands",
}


_AGREED = "has agreed to"
"""To accept a question that is no proposal is to agree to it."""


def positions(
    claims: Iterable[Claim],
    findings: Mapping[str, tuple[str, ...]],
    theatre: Theatre,
    cast: Cast,
) -> list[TrackerState]:
    """Return the dated positions that `claims` tell, by question, actor and time.

    `findings` are the ids behind each claim. Truces are left out: `of_truces` has their positions.
    """
    kept = _Kept(theatre, cast, findings)
    for step in sorted(_steps(claims, theatre, cast), key=lambda one: one.at):
        kept.take(step)
    return [state for key in sorted(kept.states) for state in kept.states[key]]


def of_truces(truces: Sequence[TrackerState], theatre: Theatre, cast: Cast) -> list[TrackerState]:
    """Return the dated positions of parties on truces, from the states of those."""
    last: dict[str, Held] = {}
    found: list[TrackerState] = []
    for state in truces:
        truce = state.truce
        for one in truce.positions if truce is not None else ():
            key = f"position:{state.key}:{one.actor}"
            before = last.get(key)
            if before is not None and before.stand == one.stand:
                continue
            last[key] = Held(
                question=state.key,
                actor=one.actor,
                stand=one.stand,
                since=one.since,
                said_by=one.said_by,
                words=" ".join(one.conditions),
                own=one.own,
                previous=before.stand if before else None,
                previous_since=before.since if before else None,
            )
            name = f"the {truce.name.removeprefix('the ')}" if truce is not None else state.key
            found.append(_state(last[key], name, one.findings or state.findings, (theatre, cast)))
    return found


def _steps(claims: Iterable[Claim], theatre: Theatre, cast: Cast) -> Iterator[Step]:
    words = patterns()
    reader = Positions(words, cast, diplomacy_words().stances)
    for claim in claims:
        if claim.published_at is None:
            continue
        sentence = marked(claim, cast, words["everybody"])
        mentions = _mentions(sentence, theatre, words)
        for step in reader.of(sentence, mentions, None) if mentions else ():
            if step.claim.events or step.claim.attribution is not None:
                yield recalled(step)


def _mentions(sentence: Marked, theatre: Theatre, words: CeasefirePatterns) -> list[TruceMention]:
    """Return the open questions that a sentence names; truces are another tracker's."""
    text = sentence.text
    taken = [match.span() for noun in words.nouns.values() for match in noun.finditer(text)]
    named = {
        one.id: re.compile(
            "|".join(rf"\b{re.escape(a.casefold())}\b" for a in (one.name, *one.aliases))
        )
        for one in theatre.proposals
        if one.kind not in _TRUCES
    }
    found: list[TruceMention] = []
    for question, pattern in (*named.items(), *diplomacy_words().questions.items()):
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= left or start >= right for left, right in taken):
                taken.append((start, end))
                found.append(TruceMention(kind="question", start=start, end=end, named=question))
    return sorted(found, key=lambda one: one.start)


@dataclass
class _Kept:
    """The states of each actor on each question, as the steps come in."""

    theatre: Theatre
    cast: Cast
    findings: Mapping[str, tuple[str, ...]]
    states: dict[str, list[TrackerState]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """Note a position; another's word on it never changes what the actor said itself."""
        actor, stand = step.actors[0], step.stand or "open"
        question = step.mention.named or ""
        states = self.states.setdefault(f"position:{question}:{actor}", [])
        before = states[-1].position if states else None
        if before is not None and before.own and not step.own:
            if before.stand != stand:
                states[-1] = self._told(states[-1], before, step, stand)
            return
        if before is not None and before.own == step.own:
            if not _moves(before.stand, stand):
                return
            if before.stand in _YES and stand == "conditions set":
                stand = "accepted with conditions"
        now = Held(
            question=question,
            actor=actor,
            stand=stand,
            since=step.at,
            said_by=step.claim.speaker,
            words=step.claim.evidence.quote,
            own=step.own,
            previous=before.stand if before else None,
            previous_since=before.since if before else None,
            told_by_others=self._others(before),
        )
        ids = self.findings.get(step.claim.id, ())
        name = proposal_name(question, self.theatre) if self._listed(question) else question
        states.append(_state(now, name, ids, (self.theatre, self.cast)))

    def _listed(self, question: str) -> bool:
        return any(one.id == question for one in self.theatre.proposals)

    def _told(self, state: TrackerState, before: Held, step: Step, stand: Stand) -> TrackerState:
        """Return a state with another's word on it beside it."""
        said = Said(
            by=step.by,
            said_by=step.claim.speaker,
            stand=stand,
            at=step.at,
            disputed=True,
            findings=self.findings.get(step.claim.id, ()),
        )
        others = (*(one for one in before.told_by_others if one.by != step.by), said)
        held = msgspec.structs.replace(before, told_by_others=others)
        return msgspec.structs.replace(state, position=held)

    def _others(self, before: Held | None) -> tuple[Said, ...]:
        """Return what only others said before the actor spoke."""
        if before is None or before.own:
            return ()
        said = Said(by=before.said_by, said_by=before.said_by, stand=before.stand, at=before.since)
        return (*before.told_by_others, said)


def _moves(before: Stand, now: Stand) -> bool:
    """Tell whether a position changes: a wish or an offer is no step back from a yes."""
    if before == now:
        return False
    return not (before in _YES and now in (*_WISHES, "open"))


def _state(
    held: Held, name: str, findings: tuple[str, ...], who: tuple[Theatre, Cast]
) -> TrackerState:
    _, cast = who
    by = "" if held.said_by in ("", held.actor) else f", according to {held.said_by}"
    verb = _WORDED[held.stand]
    if held.question in diplomacy_words().questions:
        name = diplomacy_words().called.get(name, name)
        verb = verb.replace("has accepted", _AGREED) if held.stand == "accepted" else verb
    text = f"{cast.name(held.actor)} {verb} {name}{by}"
    return TrackerState(
        tracker="diplomacy",
        key=f"position:{held.question}:{held.actor}",
        text=opened(text),
        value=held.stand if held.own else f"said to be {held.stand}",
        as_of=held.since,
        findings=findings,
        previous=held.previous,
        position=held,
    )
