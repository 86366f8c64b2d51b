"""The outlook: what the trackers leave open, said with the evidence beside it."""

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.sentences import Assessed, Writer
from sitrep.model.brief import BriefIndicator, BriefOutlook, BriefScenario, BriefSentence
from sitrep.model.findings import Scenario


def assess(material: Material, sources: Sources, writer: Writer) -> BriefOutlook:
    """Return the outlook; parts that the gates refuse are left out with an issue."""
    outlook = material.outlook
    scenarios = (_scenario(item, sources, writer) for item in outlook.scenarios)
    return BriefOutlook(
        question=_sentences(writer.assess(outlook.question, outlook.claims), sources),
        scenarios=tuple(scenario for scenario in scenarios if scenario.sentences),
        confidence=f"Confidence is {outlook.confidence}: {outlook.confidence_reason}"
        if outlook.confidence_reason
        else f"Confidence is {outlook.confidence}.",
    )


def _scenario(scenario: Scenario, sources: Sources, writer: Writer) -> BriefScenario:
    held = (writer.assess(item.text, item.claims) for item in scenario.indicators)
    return BriefScenario(
        name=scenario.name,
        sentences=_sentences(writer.assess(scenario.text, scenario.claims), sources),
        indicators=tuple(
            BriefIndicator(text=item.text, citations=tuple(map(sources.citation, item.cited)))
            for item in held
            if item
        ),
        word=scenario.word,
        probability=scenario.probability,
        basis=scenario.basis,
    )


def _sentences(assessed: Assessed | None, sources: Sources) -> tuple[BriefSentence, ...]:
    if assessed is None:
        return ()
    citations = tuple(map(sources.citation, assessed.cited))
    return (BriefSentence(text=assessed.text, citations=citations, gates=assessed.gates),)
