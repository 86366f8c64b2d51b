"""The table of what is contested."""

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.model.brief import ContestedAnswer, ContestedRow
from sitrep.model.findings import Answer

CONTESTED_ROWS = 6


def contested(material: Material, sources: Sources) -> tuple[ContestedRow, ...]:
    """Return the weightiest contradictions, each answer beside the others, never merged."""
    disputed = (f for f in material.findings if f.status == "contested" and len(f.answers) > 1)
    ranked = sorted(disputed, key=lambda f: (not f.pinned, -f.importance, f.id))
    return tuple(
        ContestedRow(
            question=finding.question.text,
            answers=tuple(_answer(answer, sources) for answer in finding.answers),
            grade=finding.grade,
            finding=finding.id,
        )
        for finding in ranked[:CONTESTED_ROWS]
    )


def _answer(answer: Answer, sources: Sources) -> ContestedAnswer:
    return ContestedAnswer(
        text=answer.text,
        claimants=answer.claimants,
        origins=len(answer.origins),
        citations=sources.of_claims(answer.claims_for),
    )
