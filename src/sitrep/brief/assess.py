"""The outlook: what the trackers leave open, said with the evidence beside it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.edits import words
from sitrep.brief.write.names import window_day
from sitrep.brief.write.sentences import Assessed, Printed, Writer
from sitrep.model.brief import BriefIndicator, BriefOutlook, BriefScenario, BriefSentence
from sitrep.model.findings import Finding, Indicator, Outlook, Scenario
from sitrep.vocabulary.frames import frames

_MOST_TOLD = 3
_SENTENCE = 20


def assess(material: Material, sources: Sources, writer: Writer) -> BriefOutlook:
    """Return the outlook; parts that the gates refuse are left out with an issue.

    Without its question nothing of it stands, and one course without the other is no choice.
    """
    outlook = material.outlook
    day = window_day(material.until, material.since)
    question = introduced(varied(outlook.question, day), outlook.claims, writer)
    if question is None and outlook.claims:
        return BriefOutlook(question=(), scenarios=(), confidence="")
    courses = (replace(one, text=varied(one.text, day)) for one in outlook.scenarios)
    scenarios = [_scenario(item, sources, writer) for item in courses]
    whole = all(scenario.sentences for scenario in scenarios)
    return BriefOutlook(
        question=_sentences(question, sources),
        scenarios=tuple(scenarios) if whole else (),
        confidence=f"Confidence is {outlook.confidence}: {outlook.confidence_reason}"
        if outlook.confidence_reason
        else f"Confidence is {outlook.confidence}.",
    )


def length(outlook: Outlook) -> int:
    """Return about how many words an outlook takes; a report's own sentence has some twenty."""
    signs = [sign for course in outlook.scenarios for sign in course.indicators]
    texts = [outlook.question, *(one.text for one in outlook.scenarios), *(s.text for s in signs)]
    told = min(_MOST_TOLD, sum(sign.as_told for sign in signs))
    return sum(map(words, texts)) + _SENTENCE * told


def varied(text: str, day: date | None) -> str:
    """Return an assessment in the framing of its day: briefs of many days shall not read alike.

    What it says stays; the same day always gives the same words.
    """
    rows = frames().rows
    chosen = rows[day.toordinal() % len(rows)] if day else rows[0]
    for usual, framed in zip(rows[0], chosen, strict=True):
        text = text.replace(usual, framed)
    return text


def introduced(text: str, claims: tuple[str, ...], writer: Writer) -> Assessed | None:
    """Return an assessment with each person named as this part of the brief does.

    At first mention that is the full name with the office on the day; where the gates refuse the
    office, the name alone stands.
    """
    named = text
    told: list[str] = []
    for actor in writer.material.vocabulary.actors.values():
        if actor.kind != "person" or " " not in actor.name or actor.name not in named:
            continue
        known = actor.id in writer.drafter.names.named
        called = writer.drafter.names.short(actor) if known else writer.drafter.names.full(actor)
        named = re.sub(rf"\b{re.escape(actor.name)}\b", called, named, count=1)
        told.append(actor.id)
    assessed = writer.assess(named, claims)
    if assessed is None and named != text:
        return writer.assess(text, claims)
    if assessed is not None:
        writer.drafter.names.named.update(told)
    return assessed


def _scenario(scenario: Scenario, sources: Sources, writer: Writer) -> BriefScenario:
    sentences = _sentences(introduced(scenario.text, scenario.claims, writer), sources)
    return BriefScenario(
        name=scenario.name,
        sentences=sentences,
        indicators=tuple(_indicators(scenario.indicators, sources, writer)),
        word=scenario.word,
        probability=scenario.probability,
        basis=scenario.basis,
    )


def _indicators(
    signs: Iterable[Indicator], sources: Sources, writer: Writer
) -> Iterator[BriefIndicator]:
    """Yield each sign in the report's own sentence where one can be written, else in our words.

    Three sentences of reports beside one course are enough.
    """
    told_so_far = 0
    for sign in signs:
        told = _as_told(sign, writer) if sign.as_told and told_so_far < _MOST_TOLD else None
        told_so_far += told is not None
        held = told or (introduced(sign.text, sign.claims, writer) if sign.text else None)
        if held is not None:
            yield BriefIndicator(
                text=held.text,
                citations=tuple(map(sources.citation, held.cited)),
                gates=held.gates,
                odds=sign.odds,
            )


def _as_told(sign: Indicator, writer: Writer) -> Printed | None:
    """Return the sentence of the sign's claim, unless the brief has told it above."""
    claim = writer.material.claims.get(sign.claims[0])
    finding = _finding(sign.claims[0], writer.material.findings)
    if claim is None or finding is None or not writer.trust.carries(sign.claims):
        return None
    outcome = writer.attempt(claim, finding, "sentence")
    return outcome if isinstance(outcome, Printed) else None


def _finding(claim: str, findings: Iterable[Finding]) -> Finding | None:
    behind = (finding for finding in findings if claim in finding.claims)
    return max(behind, key=lambda one: (one.importance, one.id), default=None)


def _sentences(assessed: Assessed | None, sources: Sources) -> tuple[BriefSentence, ...]:
    if assessed is None:
        return ()
    citations = tuple(map(sources.citation, assessed.cited))
    return (BriefSentence(text=assessed.text, citations=citations, gates=assessed.gates),)
