"""Findings as analysts decided them: a pure function of claims and decisions.

An analyst's word stands: what was rejected is withdrawn, what was merged or split is grouped so,
and every finding that a decision touched says so in its reasons.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sitrep.ledger.anchors import Anchors, which
from sitrep.ledger.build import Sources, ask, settle
from sitrep.ledger.regroup import Regrouped, regrouped
from sitrep.ledger.review import Reviewed, marked, marks, sided, unmatched
from sitrep.model.base import Record
from sitrep.model.findings import Finding
from sitrep.model.issues import Issue
from sitrep.model.review import Decision, said

_ON_FINDINGS = ("accept", "reject", "pin", "hide")


class ReviewedFindings(Record, frozen=True, kw_only=True):
    """Findings after review, most important first, and the decisions that found no place."""

    findings: tuple[Finding, ...]
    issues: tuple[Issue, ...] = ()


def findings(
    reviewed: Reviewed, decisions: Sequence[Decision], sources: Sources
) -> ReviewedFindings:
    """Return the findings of the standing claims, and as withdrawn those that lost all theirs.

    `sources` are taken as the decisions mark them.
    """
    sources = sources._replace(
        lineage=sided(sources.lineage, decisions), vocabulary=marked(sources.vocabulary, decisions)
    )
    here = [one for one in decisions if _concerns(one, sources.theatre.id)]
    claims = (*reviewed.claims, *reviewed.dropped)
    anchors = Anchors(claims, sources.articles)
    asked = ask(reviewed.claims, sources)
    shaped = regrouped(asked.groups, here, anchors, sources.theatre.id)
    standing = settle(asked._replace(groups=shaped.groups))
    found = [_noted(one, shaped, reviewed, sources, here) for one in standing]
    if reviewed.dropped:
        found = _with_lost(found, settle(ask(claims, sources)), reviewed)
    decided, issues = _decided(found, here, anchors)
    ranked = sorted(decided, key=lambda one: (-one.importance, one.id))
    return ReviewedFindings(
        findings=tuple(ranked), issues=(*reviewed.issues, *shaped.issues, *issues)
    )


def _concerns(decision: Decision, theatre: str) -> bool:
    return any(target.theatre in (None, theatre) for target in decision.targets)


def _noted(
    finding: Finding,
    shaped: Regrouped,
    reviewed: Reviewed,
    sources: Sources,
    decisions: Iterable[Decision],
) -> Finding:
    """Return the finding with what was decided about its question, its claims and its sources."""
    notes = [*shaped.notes.get(finding.question.key, ())]
    notes += [note for id_ in finding.claims for note in reviewed.touched.get(id_, ())]
    carriers = {name for id_ in finding.articles for name in _names(id_, sources)}
    notes += [
        f"{name}: {why}"
        for id_, (name, _, why) in marks(decisions).items()
        if id_ in carriers or name in carriers
    ]
    return _with_reasons(finding, notes)


def _names(article_id: str, sources: Sources) -> tuple[str, ...]:
    article = sources.articles.get(article_id)
    if article is None:
        return ()
    known = sources.vocabulary.outlets
    by_feed = [id_ for id_, outlet in known.items() if article.source_id in (id_, *outlet.ids)]
    return (article.source_id, article.outlet, *by_feed)


def _with_lost(
    standing: Sequence[Finding], whole: Iterable[Finding], reviewed: Reviewed
) -> list[Finding]:
    """Add what rested on dropped claims alone, withdrawn; note where a finding lost some of its."""
    found = list(standing)
    keys = {finding.question.key for finding in standing}
    for before in whole:
        lost = [id_ for id_ in before.claims if id_ in reviewed.why]
        why = list(dict.fromkeys(reviewed.why[id_] for id_ in lost))
        if not lost:
            continue
        if len(lost) == len(before.claims):
            if before.question.key not in keys:
                found.append(_with_reasons(replace(before, status="withdrawn"), why))
            continue
        kept = next((at for at, now in enumerate(found) if _continues(now, before)), None)
        if kept is not None:
            notes = [f"{len(lost)} of its claims left out: {one}" for one in why]
            found[kept] = _with_reasons(found[kept], notes)
    return found


def _continues(now: Finding, before: Finding) -> bool:
    same_kind = now.question.kind == before.question.kind
    return same_kind and bool(set(now.claims) & set(before.claims))


def _decided(
    found: Sequence[Finding], decisions: Iterable[Decision], anchors: Anchors
) -> tuple[list[Finding], list[Issue]]:
    """Apply what was decided on findings, in order: the last word counts."""
    out, issues = list(found), []
    for decision in decisions:
        if decision.action not in _ON_FINDINGS:
            continue
        for target in decision.targets:
            if target.kind != "finding":
                continue
            candidates = [(one.question.key, frozenset(one.claims)) for one in out]
            at = which(target, candidates, anchors.claims(target))
            if at is not None:
                out[at] = _after(out[at], decision, found[at])
            elif anchors.in_view(target):
                problem = "finds no finding on the matter it was about"
                issues.append(unmatched(decision, target, problem))
    return out, issues


def _after(finding: Finding, decision: Decision, undecided: Finding) -> Finding:
    decided = _with_reasons(finding, [said(decision)])
    if decision.action == "accept":
        return replace(decided, status=undecided.status)
    if decision.action == "reject":
        return replace(decided, status="withdrawn")
    if decision.action == "hide":
        return replace(decided, hidden=True, pinned=False)
    if decision.action == "pin":
        return replace(decided, pinned=True, hidden=False)
    return decided


def _with_reasons(finding: Finding, notes: Iterable[str]) -> Finding:
    fresh = [note for note in dict.fromkeys(notes) if note not in finding.reasons]
    return replace(finding, reasons=(*finding.reasons, *fresh)) if fresh else finding
