"""What decisions make of claims and sources, before the ledger reads them."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from sitrep.ledger.anchors import Anchors
from sitrep.ledger.corrections import with_place, with_speaker
from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.issues import Issue
from sitrep.model.lineage import Lineage
from sitrep.model.review import Decision, SourceMark, Target, said
from sitrep.vocabulary.types import Outlet, Vocabulary

_NO_PLACE = "corrects a place that the claim does not name"


class Reviewed(Record, frozen=True, kw_only=True):
    """Claims after review.

    `claims` stand, corrected where an analyst corrected them. `dropped` are those that were
    rejected or whose report was taken back, `why` says so by claim id. `touched` gives, by id of a
    standing claim, what was decided about it.
    """

    claims: tuple[Claim, ...]
    dropped: tuple[Claim, ...] = ()
    why: Mapping[str, str] = {}
    touched: Mapping[str, tuple[str, ...]] = {}
    issues: tuple[Issue, ...] = ()


def unmatched(decision: Decision, target: Target, problem: str) -> Issue:
    """Return the issue that a decision could not be applied."""
    return Issue(
        stage="ledger",
        severity="warning",
        subject=decision.id,
        code="review-unmatched",
        message=f"The decision {decision.id} ({said(decision)}) on “{target.text}” {problem}; "
        "decide again, or undo it.",
    )


def review_claims(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    decisions: Iterable[Decision],
    taken_back: Mapping[str, str],
) -> Reviewed:
    """Return the claims of `articles` as `decisions` leave them, decisions in their order.

    `taken_back` says by article id why a report no longer counts. A decision whose report is in
    view and whose words no claim covers any more gives an issue.
    """
    anchors = Anchors(claims, articles)
    standing = {claim.id: claim for claim in claims}
    why = {one.id: taken_back[one.article_id] for one in claims if one.article_id in taken_back}
    touched: dict[str, tuple[str, ...]] = {}
    issues: list[Issue] = []
    for decision, target in _on_claims(decisions):
        found = anchors.claims(target, copies=decision.copies)
        if not found and anchors.in_view(target):
            issues.append(unmatched(decision, target, "finds no claim in the words it was about"))
        for claim_id in found:
            claim = standing[claim_id]
            new = _decided(claim, decision, articles[claim.article_id].outlet)
            if new is None:
                issues.append(unmatched(decision, target, _NO_PLACE))
                continue
            standing[claim_id] = new
            touched[claim_id] = (*touched.get(claim_id, ()), said(decision))
            if decision.action == "reject":
                why[claim_id] = said(decision)
            elif decision.action == "accept" and claim.article_id not in taken_back:
                why.pop(claim_id, None)
    return Reviewed(
        claims=tuple(claim for id_, claim in standing.items() if id_ not in why),
        dropped=tuple(claim for id_, claim in standing.items() if id_ in why),
        why=why,
        touched={id_: notes for id_, notes in touched.items() if id_ not in why},
        issues=tuple(issues),
    )


def marks(decisions: Iterable[Decision]) -> dict[str, tuple[str, SourceMark, str]]:
    """Return by source id its name, its mark (the last word on each field), and why."""
    found: dict[str, tuple[str, SourceMark, str]] = {}
    for decision in decisions:
        if decision.action != "mark-source" or decision.mark is None:
            continue
        for target in decision.targets:
            _, before, _ = found.get(target.id, ("", SourceMark(), ""))
            new = SourceMark(
                reliability=decision.mark.reliability or before.reliability,
                owner=decision.mark.owner or before.owner,
                side=decision.mark.side if decision.mark.side is not None else before.side,
            )
            found[target.id] = (target.text, new, said(decision))
    return found


def marked(vocabulary: Vocabulary, decisions: Iterable[Decision]) -> Vocabulary:
    """Return the vocabulary with its outlets as the analysts marked them."""
    changed = {
        id_: _marked(vocabulary.outlets.get(id_) or Outlet(id=id_, name=name, ids=(id_,)), mark)
        for id_, (name, mark, _) in marks(decisions).items()
    }
    if not changed:
        return vocabulary
    return replace(vocabulary, outlets={**vocabulary.outlets, **changed})


def sided(lineage: Lineage, decisions: Iterable[Decision]) -> Lineage:
    """Return the lineage whose origins speak for the sides that their sources were marked with."""
    sides = {
        name: mark.side or None
        for id_, (title, mark, _) in marks(decisions).items()
        if mark.side is not None
        for name in (id_, title)
    }
    if not sides:
        return lineage
    origins = tuple(
        replace(one, side=sides[key])
        if (key := one.agency if one.agency in sides else one.name) in sides
        else one
        for one in lineage.origins
    )
    return replace(lineage, origins=origins)


def _marked(outlet: Outlet, mark: SourceMark) -> Outlet:
    return replace(
        outlet,
        reliability=mark.reliability or outlet.reliability,
        owner=mark.owner or outlet.owner,
        side=outlet.side if mark.side is None else (mark.side or None),
    )


def _on_claims(decisions: Iterable[Decision]) -> Iterable[tuple[Decision, Target]]:
    for decision in decisions:
        if decision.action in ("accept", "reject", "correct"):
            for target in decision.targets:
                if target.kind == "claim":
                    yield decision, target


def _decided(claim: Claim, decision: Decision, outlet: str) -> Claim | None:
    """Return the claim with what a decision corrects in it, None where it has no such place."""
    if decision.action != "correct":
        return claim
    new: Claim | None = claim
    if decision.speaker is not None:
        new = with_speaker(claim, decision.speaker, outlet=outlet)
    if decision.place is not None and new is not None:
        new = with_place(new, decision.place)
    return new
