"""What the trackers' states rest on: findings, claims, and whose word they are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.types import Actor, Theatre, Vocabulary
from sitrep.vocabulary.wording import actor_name, named_within

_POINTING = ("he", "she", "it", "they", "who", "which")
_SHORT = 6
PLURAL = {
    "says it is": "say they are", "says it will": "say they will", "says": "say", "has": "have",
    "is": "are", "accepts": "accept", "demands": "demand", "accuses": "accuse", "does": "do",
    "gives up its": "give up their", "keeps to its": "keep to their", "keeps": "keep",
    "ties its": "tie their", "changes its": "change their",
}  # fmt: skip
_BODIES = ("ministry", "force", "agency", "government", "organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Findings and claims by id, and who is who.

    `speaks_for` has whose word that of each known actor is; empty where no vocabulary is at hand:
    then everybody's word counts. `trusted` are the articles of outlets that somebody has judged,
    empty where there is none or it is not known: then every article counts. `countries` are names,
    `counted` what was counted on days read before,
    `names` those of actors by id as they stand within a sentence, `within` the same by name,
    `several` those that take a plural verb.
    """

    findings: Mapping[str, Finding]
    claims: Mapping[str, Claim]
    theatre: Theatre
    speaks_for: Mapping[str, str | None] = field(default_factory=dict)
    trusted: frozenset[str] = frozenset()
    counted: Mapping[date, Mapping[str, float]] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)
    several: frozenset[str] = frozenset()

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the belligerents."""
        return tuple(party.actor for party in self.theatre.parties)

    def name(self, actor: str) -> str:
        """Return an actor's name as it stands within a sentence."""
        return self.names.get(actor) or actor_name(actor, self.theatre)

    def agreeing(self, text: str) -> str:
        """Return `text` with the verbs behind names of several people in the plural.

        "the Houthis has rejected it" becomes "the Houthis have rejected it".
        """
        for name in (one for one in self.several if one in text):
            form = rf"({re.escape(name)}(?:,? which|, which [^,;:]*,)?) ({'|'.join(PLURAL)})\b"
            for _ in range(2):  # the verb of the clause on the name, then the sentence's own
                text = re.sub(form, lambda m: f"{m[1]} {PLURAL[m[2]]}", text)
        return text

    def side(self, actor: str | None) -> str:
        """Return whose word that of an actor is, the actor's own where nobody else's."""
        return self.speaks_for.get(actor or "") or actor or ""

    def called(self, claimant: str) -> str:
        """Return a claimant's name with the article that bodies take: "the Sudrian Air Force"."""
        if claimant in self.within:
            return self.within[claimant]
        body = any(one.name == claimant and one.kind in _BODIES for one in self.theatre.actors)
        owned = "'s " in claimant or "’s " in claimant
        return f"the {claimant}" if body and not owned else claimant

    def teller(self, claim: Claim, claimant: str) -> str:
        """Return who gives a count, for a country in the report's words: "health officials"."""
        told = claim.attribution.source if claim.attribution else None
        if claimant in self.countries and told is not None:
            words = told.quote.rstrip(",")
            own = words.split()[0].lower() not in _POINTING and len(words.split()) <= _SHORT
            return words if own and words != claimant else claimant
        return self.called(claimant)

    def weight(self, state: TrackerState) -> float:
        """Return the importance of the findings behind a state."""
        behind = (self.findings[one].importance for one in state.findings if one in self.findings)
        return max(behind, default=0.0)

    def ranked(self, states: Sequence[TrackerState]) -> list[TrackerState]:
        """Return states, the weightiest first."""
        return sorted(states, key=lambda state: (-self.weight(state), state.key))

    def claims_of(self, states: Sequence[TrackerState]) -> tuple[str, ...]:
        """Return the best claim behind each state, in the order of the states."""
        best = (next(self.behind(state), None) for state in states)
        return tuple(dict.fromkeys(claim.id for claim in best if claim is not None))

    def behind(self, state: TrackerState) -> Iterator[Claim]:
        """Yield the claims for a state's leading answers, the best first."""
        for one in state.findings:
            for id_ in self.findings[one].answers[0].claims_for if one in self.findings else ():
                claim = self.claims.get(id_)
                if claim is not None and self.trusts(claim):
                    yield claim

    def trusts(self, claim: Claim) -> bool:
        """Return whether the outlet of a claim is one to rest an outlook on."""
        return not self.trusted or claim.article_id in self.trusted

    def about_truces(self) -> Iterator[tuple[Claim, Finding]]:
        """Yield the claims that speak of a truce with the weightiest finding behind each."""
        noun = patterns().any_noun
        seen: set[str] = set()
        for finding in sorted(self.findings.values(), key=lambda one: (-one.importance, one.id)):
            for id_ in finding.claims:
                claim = self.claims.get(id_)
                if claim is None or id_ in seen or not self.trusts(claim):
                    continue
                seen.add(id_)
                if noun.search(claim.evidence.quote.lower()):
                    yield claim, finding

    def counts(self, claim: Claim) -> bool:
        """Return whether a claim's word counts: an outlet's own, a known actor's or spokesman's."""
        spoken = claim.attribution is not None and claim.attribution.speaker is not None
        known = claim.speaker_id in self.speaks_for or claim.side is not None
        return not spoken or not self.speaks_for or known

    def sides(self, actors: Iterable[str]) -> frozenset[str]:
        """Return the parties and mediators among actors, each with those who speak for it."""
        wanted = {*self.parties, *self.theatre.mediators}
        return frozenset(wanted & {self.speaks_for.get(one) or one for one in actors})


def evidence_of(
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary | None = None,
) -> Evidence:
    """Return the evidence for the outlook on `theatre`."""
    known = vocabulary.actors.values() if vocabulary else ()
    return Evidence(
        findings={finding.id: finding for finding in findings},
        claims=claims,
        theatre=theatre,
        speaks_for={one.id: one.speaks_for for one in known},
        countries=frozenset(one.name for one in known if one.kind == "country"),
        names={one.id: named_within(one) for one in known},
        within={one.name: named_within(one) for one in known},
        several=frozenset(named_within(one) for one in known if _several(one)),
    )


def _several(actor: Actor) -> bool:
    """Return whether a name takes a plural verb: "the Houthis", "the local authorities"."""
    plural = actor.name.split(" of ")[0].endswith("s") and actor.kind in (
        "group",
        "force",
        "government",
    )
    return plural and (named_within(actor) != actor.name or actor.name.split()[-1].islower())
