"""The outlook: what the trackers leave open, said with the evidence beside it."""

from collections.abc import Iterable

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.sentences import Writer
from sitrep.model.brief import BriefIndicator, BriefOutlook, BriefScenario, BriefSentence, Citation
from sitrep.model.findings import Scenario


def assess(material: Material, sources: Sources, writer: Writer) -> BriefOutlook:
    """Return the outlook; parts that the gates refuse are left out with an issue."""
    outlook = material.outlook
    scenarios = (_scenario(item, sources, writer) for item in outlook.scenarios)
    return BriefOutlook(
        question=_sentences(outlook.question, outlook.claims, sources, writer),
        scenarios=tuple(scenario for scenario in scenarios if scenario.sentences),
        confidence=f"Confidence is {outlook.confidence}: {outlook.confidence_reason}"
        if outlook.confidence_reason
        else f"Confidence is {outlook.confidence}.",
    )


def _scenario(scenario: Scenario, sources: Sources, writer: Writer) -> BriefScenario:
    indicators = []
    for item in scenario.indicators:
        if writer.assessment_holds(item.text, item.claims):
            citations = sources.of_claims(item.claims)
            indicators.append(BriefIndicator(text=item.text, citations=citations))
    return BriefScenario(
        name=scenario.name,
        sentences=_sentences(scenario.text, scenario.claims, sources, writer),
        indicators=tuple(indicators),
        word=scenario.word,
        probability=scenario.probability,
        basis=scenario.basis,
    )


def _sentences(
    text: str, claims: Iterable[str], sources: Sources, writer: Writer
) -> tuple[BriefSentence, ...]:
    """Return `text` as one sentence with its citations, nothing when it does not hold."""
    ids = tuple(claims)
    gates = writer.assessment_holds(text, ids) if text else ()
    if not gates:
        return ()
    citations: tuple[Citation, ...] = sources.of_claims(ids, most=3)
    return (BriefSentence(text=text, citations=citations, gates=gates),)
