"""The tables of a brief: what is contested, and what changed since the last one."""

from collections.abc import Mapping

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.model.brief import Change, ContestedAnswer, ContestedRow
from sitrep.model.findings import Answer, Finding

CONTESTED_ROWS = 6
CHANGES = 8


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


def changes(material: Material, sources: Sources) -> tuple[Change, ...]:
    """Return what is new, changed, superseded or withdrawn since the brief before.

    Empty when there was none: the method note says so.
    """
    if material.previous is None:
        return ()
    before = {f.question.key: f for f in material.previous}
    found = [(_kind(finding, before), finding) for finding in material.findings]
    ranked = sorted(
        ((kind, f) for kind, f in found if kind), key=lambda pair: (-pair[1].importance, pair[1].id)
    )
    return tuple(
        Change(
            kind=kind,
            text=f"{f.question.text}: {'; '.join(a.text for a in f.answers[:2])}",
            status=f.status,
            finding=f.id,
            citations=sources.of_claims(f.claims),
        )
        for kind, f in ranked[:CHANGES]
    )


def _kind(finding: Finding, before: Mapping[str, Finding]) -> str:
    """Return what happened to `finding` since, "" for nothing."""
    if finding.status in {"superseded", "withdrawn"}:
        old = before.get(finding.question.key)
        return finding.status if old and old.status != finding.status else ""
    old = before.get(finding.question.key)
    if old is None:
        return "new"
    told = [(a.text, a.sides) for a in finding.answers]
    return "changed" if told != [(a.text, a.sides) for a in old.answers] else ""
