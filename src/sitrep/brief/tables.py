"""The table of what is contested."""

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.trust import Trust
from sitrep.model.brief import ContestedAnswer, ContestedRow
from sitrep.model.findings import Answer

CONTESTED_ROWS = 6


def contested(material: Material, sources: Sources) -> tuple[ContestedRow, ...]:
    """Return the weightiest contradictions, each answer beside the others, never merged."""
    disputed = (f for f in material.findings if f.status == "contested" and len(f.answers) > 1)
    trust = Trust(material)
    ranked = sorted(disputed, key=lambda f: (not f.pinned, -f.importance, f.id))
    return tuple(
        ContestedRow(
            question=finding.question.text,
            answers=tuple(_answer(answer, sources, trust) for answer in finding.answers),
            grade=finding.grade,
            finding=finding.id,
        )
        for finding in ranked[:CONTESTED_ROWS]
    )


def _answer(answer: Answer, sources: Sources, trust: Trust) -> ContestedAnswer:
    """Return an answer; outlets that nobody knows are named beside those whom they quote."""
    return ContestedAnswer(
        text=answer.text,
        claimants=(*answer.claimants, *trust.names(answer.claims_for)),
        origins=answer.counted,
        citations=sources.of_claims(answer.claims_for),
    )
