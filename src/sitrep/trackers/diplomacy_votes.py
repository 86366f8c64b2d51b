"""Votes: which body voted on what, with which result and figures, and when."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import cast as typed

import msgspec

from sitrep.language.numerals import find_numbers
from sitrep.model.diplomacy import Vote, VoteResult
from sitrep.model.extraction import Claim
from sitrep.model.findings import TrackerState
from sitrep.trackers.marks import Cast, Marked, marked, own_id
from sitrep.trackers.subjects import subject
from sitrep.trackers.wording import opened
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.diplomacy import diplomacy_words
from sitrep.vocabulary.types import Vocabulary

_RANK = ("scheduled", "postponed", "adopted", "rejected", "vetoed")
_MARK = re.compile(r"‹([a-z0-9-]+)›")
_NEAR = timedelta(days=1)


def votes(
    claims: Iterable[Claim],
    findings: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
    cast: Cast,
) -> list[TrackerState]:
    """Return the states of each vote, the scheduled before the held one, by body and day."""
    found: list[TrackerState] = []
    dated = [one for one in claims if one.published_at is not None]
    for claim in sorted(dated, key=lambda one: (f"{one.published_at}", one.id)):
        sentence = marked(claim, cast, patterns()["everybody"], own_id)
        vote = _read(sentence, vocabulary, cast)
        if vote is None:
            continue
        ids = findings.get(claim.id, ())
        at = next((n for n, one in enumerate(found) if one.vote and _same(one.vote, vote)), None)
        if at is None:
            found.append(_state(vote, claim, ids, cast))
        else:
            before = found[at]
            merged = _merged(typed("Vote", before.vote), vote)
            both = tuple(dict.fromkeys((*before.findings, *ids)))
            state = _state(merged, claim, both, cast)
            previous = before.value if before.value != state.value else before.previous
            found[at] = msgspec.structs.replace(state, key=before.key, previous=previous)
    return sorted(found, key=lambda one: one.key)


def _read(sentence: Marked, vocabulary: Vocabulary, cast: Cast) -> Vote | None:
    """Return the vote that a sentence tells of; None without a body, a motion or a result."""
    words, text, claim = diplomacy_words(), sentence.text, sentence.claim
    published = claim.published_at
    body = next((one for one in _MARK.findall(text) if _votes(one, vocabulary)), None)
    if body is None or published is None or not words.vote_motions.search(text):
        return None
    for result, pattern in words.vote_results.items():
        match = pattern.search(text)
        if match is None:
            continue
        doer = subject(sentence, match.start(), match.end(), cast)
        figures = _figures(text, result)
        if result != "vetoed" and body not in doer and not (figures or "vot" in match[0]):
            continue
        motion = words.motion.search(claim.evidence.quote)
        return Vote(
            body=body,
            motion=motion[0] if motion else "",
            result=typed("VoteResult", result),
            day=_day(sentence, published.date()),
            in_favour=figures.get("yes"),
            against=figures.get("no"),
            abstained=figures.get("abstained"),
            vetoed_by=next(iter(doer), "") if result == "vetoed" else "",
            said_by=claim.speaker,
        )
    return None


def _votes(actor_id: str, vocabulary: Vocabulary) -> bool:
    actor = vocabulary.actors.get(actor_id)
    if actor is None or actor.kind == "person":
        return False
    names = (actor.name, *actor.aliases)
    return any(diplomacy_words().vote_bodies.search(name.casefold()) for name in names)


def _figures(text: str, result: str) -> dict[str, int]:
    """Return the votes for and against and the abstentions; "rejected by 61 to 53" is against."""
    found: dict[str, int] = {}
    for pattern in diplomacy_words().vote_figures.values():
        match = pattern.search(text)
        for name, number in match.groupdict().items() if match else ():
            value = _number(number)
            if value is not None:
                found.setdefault(name, value)
    yes, no = found.get("yes"), found.get("no")
    if result == "rejected" and yes is not None and no is not None and yes > no:
        found |= {"yes": no, "no": yes}
    return found


def _number(word: str) -> int | None:
    told = find_numbers(word)
    return int(told[0].value) if told and not told[0].vague else None


def _day(sentence: Marked, published: date) -> date:
    days = [one for one in sentence.times if one.granularity in ("day", "daypart", "minute")]
    return days[0].start.date() if days else published


def _same(one: Vote, other: Vote) -> bool:
    """Tell whether two reports are of one vote: body, day, and no other motion."""
    if one.body != other.body or abs(one.day - other.day) > _NEAR:
        return False
    left, right = _terms(one.motion), _terms(other.motion)
    return not left or not right or bool(left & right)


def _terms(motion: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", motion.casefold())) - diplomacy_words().motion_stopwords


def _merged(before: Vote, now: Vote) -> Vote:
    """Return what both reports tell: the later stage of the vote, and every figure."""
    later, earlier = sorted((now, before), key=lambda one: -_RANK.index(one.result))
    return msgspec.structs.replace(
        later,
        motion=later.motion or earlier.motion,
        in_favour=later.in_favour if later.in_favour is not None else earlier.in_favour,
        against=later.against if later.against is not None else earlier.against,
        abstained=later.abstained if later.abstained is not None else earlier.abstained,
        vetoed_by=later.vetoed_by or earlier.vetoed_by,
    )


def _state(vote: Vote, claim: Claim, ids: tuple[str, ...], cast: Cast) -> TrackerState:
    counts = (
        ("in favour", vote.in_favour),
        ("against", vote.against),
        ("abstained", vote.abstained),
    )
    told = ", ".join(f"{number} {name}" for name, number in counts if number is not None)
    result: dict[VoteResult, str] = {
        "scheduled": "is to vote on",
        "postponed": "has put off its vote on",
        "adopted": "has adopted",
        "rejected": "has rejected",
        "vetoed": "did not adopt",
    }
    veto = f", vetoed by {cast.name(vote.vetoed_by)}" if vote.vetoed_by else ""
    text = f"{cast.name(vote.body)} {result[vote.result]} {vote.motion or 'a motion'}"
    return TrackerState(
        tracker="diplomacy",
        key=f"vote:{vote.body}:{vote.day}:{'-'.join(sorted(_terms(vote.motion))[:3])}",
        text=f"{opened(text)}{veto}{f' ({told})' if told else ''}, according to {vote.said_by}",
        value=vote.result,
        as_of=claim.published_at,
        findings=ids,
        vote=vote,
    )
