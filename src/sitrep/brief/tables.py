"""The table of what is contested."""

from sitrep.brief.asked import asked
from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.names import Names, window_day
from sitrep.brief.write.trust import Trust
from sitrep.model.brief import ContestedAnswer, ContestedRow
from sitrep.model.findings import UNSAID, Answer, Finding

CONTESTED_ROWS = 6


def contested(material: Material, sources: Sources) -> tuple[ContestedRow, ...]:
    """Return the weightiest contradictions, each answer beside the others, never merged."""
    disputed = (f for f in material.findings if f.status == "contested" and len(_sides(f)) > 1)
    trust = Trust(material)
    ranked = sorted(disputed, key=lambda f: (not f.pinned, -f.importance, f.id))
    return tuple(
        ContestedRow(
            question=asked(finding.question, [one.text for one in finding.answers]),
            answers=tuple(_answer(one, material, sources, trust) for one in _sides(finding)),
            grade=finding.grade,
            finding=finding.id,
        )
        for finding in ranked[:CONTESTED_ROWS]
    )


def _sides(finding: Finding) -> tuple[Answer, ...]:
    """Return the answers that stand for a side: who does not say how something was is none."""
    return tuple(one for one in finding.answers if one.text != UNSAID)


def _answer(answer: Answer, material: Material, sources: Sources, trust: Trust) -> ContestedAnswer:
    """Return an answer with the offices of those who give it.

    Outlets that nobody knows are named beside those whom they quote.
    """
    names = Names(vocabulary=material.vocabulary, day=window_day(material.until, material.since))
    people = {a.name: a for a in material.vocabulary.actors.values() if a.kind == "person"}
    who = {one: names.full(people[one]) if one in people else one for one in answer.claimants}
    text = answer.text
    for one, full in who.items():
        text = text.replace(f"by {one}", f"by {full}")
    return ContestedAnswer(
        text=text,
        claimants=(*who.values(), *trust.names(answer.claims_for)),
        origins=answer.counted,
        citations=sources.of_claims(answer.claims_for),
    )
