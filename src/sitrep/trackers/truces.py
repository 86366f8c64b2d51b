"""The ceasefire tracker's histories: every proposal of a theatre with its dated states."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.model.issues import Issue
from sitrep.model.truces import Truce
from sitrep.trackers.ceasefire_identity import threads
from sitrep.trackers.ceasefire_read import Reader
from sitrep.trackers.ceasefire_states import states_of
from sitrep.trackers.marks import Cast
from sitrep.trackers.wording import opened
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.types import Theatre, Vocabulary

_TOLD = {"open": "before the parties"}
_ABSURD = timedelta(days=3 * 366)


def truces(
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary,
    as_of: datetime | None = None,
) -> list[TrackerState]:
    """Return the dated states of every proposal for a truce that the claims of findings speak of.

    Claims published after `as_of` are left out; without it the last report sets the moment. The
    states of one proposal come in order of time, each with the value before it.
    """
    behind = behind_claims(findings)
    told = known_claims(findings, claims, as_of)
    times = [claim.published_at for claim in told if claim.published_at is not None]
    moment = as_of or max(times, default=None)
    if moment is None:
        return []
    cast = Cast(vocabulary, theatre)
    steps = Reader(patterns(), theatre, cast).steps(_of_truces(told))
    found: list[TrackerState] = []
    for thread in threads(steps, theatre):
        previous: str | None = None
        for at, truce, ids in states_of(thread, cast, behind, moment):
            found.append(_state(at, truce, ids, previous))
            previous = said(truce)
    return found


def last_of(states: Iterable[TrackerState]) -> list[TrackerState]:
    """Return the last state of each proposal."""
    return list({state.key: state for state in states}.values())


def problems(claims: Iterable[Claim], theatre: Theatre, vocabulary: Vocabulary) -> list[Issue]:
    """Return what a tracker of truces could not use: strangers to the theatre, absurd dates.

    An actor said to break or accept a truce that is no party, mediator or ally of the theatre file
    is named once; so is a date in a sentence on a truce that lies years ahead of its report.
    """
    cast = Cast(vocabulary, theatre)
    told = _of_truces(claims)
    allies = {ally for party in theatre.parties for ally in party.allies}
    known = {*cast.parties, *theatre.mediators, *allies, ""}
    found: dict[str, Issue] = {}
    for step in Reader(patterns(), theatre, cast).steps(told):
        for actor in step.actors if step.act == "violation" else ():
            if actor not in known:
                found.setdefault(actor, _stranger(cast.name(actor), theatre))
    noun = patterns().any_noun
    for claim in told:
        for time in claim.times if noun.search(claim.evidence.quote.lower()) else ():
            if claim.published_at and time.start - claim.published_at > _ABSURD:
                found.setdefault(claim.id, _absurd(claim, time.span.quote))
    return [found[key] for key in sorted(found)]


def _stranger(name: str, theatre: Theatre) -> Issue:
    return Issue(
        stage="trackers",
        severity="warning",
        subject=theatre.id,
        code="not-a-party",
        message=f"{name} is said to have broken a truce, but theatre {theatre.id!r} has no such"
        " party; add it to the parties of the theatre file if it fights there.",
    )


def _absurd(claim: Claim, words: str) -> Issue:
    return Issue(
        stage="trackers",
        severity="warning",
        subject=claim.id,
        code="absurd-date",
        message=f"“{words}” in a sentence on a truce lies years after its report of"
        f" {claim.published_at:%-d %B %Y}; the rest of the sentence is used.",
    )


def _of_truces(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of the articles that speak of a truce at all."""
    told = list(claims)
    noun = patterns().any_noun
    articles = {c.article_id for c in told if noun.search(c.evidence.quote.lower())}
    return [claim for claim in told if claim.article_id in articles]


def known_claims(
    findings: Iterable[Finding], claims: Mapping[str, Claim], as_of: datetime | None
) -> list[Claim]:
    """Return the dated claims behind `findings` that were published by `as_of`, by id."""
    found = [claims[one] for one in sorted(behind_claims(findings)) if one in claims]
    return [one for one in found if one.published_at and (not as_of or one.published_at <= as_of)]


def behind_claims(findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the findings behind each claim."""
    behind: dict[str, list[str]] = {}
    for finding in findings:
        for claim in finding.claims:
            behind.setdefault(claim, []).append(finding.id)
    return {claim: tuple(ids) for claim, ids in behind.items()}


def _state(
    at: datetime, truce: Truce, findings: tuple[str, ...], previous: str | None
) -> TrackerState:
    return TrackerState(
        tracker="ceasefire",
        key=truce.proposal,
        text=worded(truce),
        value=said(truce),
        as_of=at,
        findings=findings,
        previous=previous,
        truce=truce,
    )


def said(truce: Truce) -> str:
    """Return the status, with whose word it is where no two parties said it themselves."""
    if not truce.own:
        return f"said to be {truce.status} by {truce.said_by}"
    if truce.status != "said to be agreed" or not truce.said_agreed:
        return truce.status
    return f"said to be agreed by {truce.said_agreed[-1].said_by}"


def worded(truce: Truce) -> str:
    """Return a state in a sentence without its full stop."""
    name = truce.name if truce.name.startswith("the ") else f"the {truce.name}"
    if not truce.own:
        told = _TOLD.get(truce.status, truce.status)
        return f"{opened(name)} is said by {truce.said_by} to be {told}"
    verb = {"in force": "is in force", "open": "is before the parties"}.get(
        truce.status,
        f"has {truce.status}" if truce.status in ("lapsed", "ended") else f"is {truce.status}",
    )
    since = (
        f" since {truce.starts:%-d %B %Y}" if truce.status == "in force" and truce.starts else ""
    )
    text = f"{name} {verb}{since}"
    by = f", according to {truce.said_by}" if truce.said_by else ""
    return f"{opened(text)}{by}"
