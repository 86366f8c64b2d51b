"""Which articles of a view still count: what was taken back, and by whom."""

from collections.abc import Iterable, Sequence

from sitrep.model.documents import Article
from sitrep.model.issues import Issue
from sitrep.model.review import Decision, said
from sitrep.store.protocol import Reports


def taken_back(articles: Sequence[Article], decisions: Iterable[Decision]) -> dict[str, str]:
    """Return by article id why an article no longer counts, for those that do not."""
    withdrawn = {
        target.id: said(decision)
        for decision in decisions
        if decision.action == "withdraw"
        for target in decision.targets
    }
    return {one.id: withdrawn[one.id] for one in articles if one.id in withdrawn}


def homeless(reports: Reports, decisions: Iterable[Decision]) -> list[Issue]:
    """Return an issue for each decision none of whose articles is in the store (an import)."""
    rests_on = [(decision, _article_ids(decision)) for decision in decisions]
    held = reports.hashes({id_ for _, ids in rests_on for id_ in ids})
    return [
        Issue(
            stage="engine",
            severity="warning",
            subject=decision.id,
            code="review-unmatched",
            message=f"The decision {decision.id} ({said(decision)}) is about reports that the"
            " store does not hold; read them in, or undo the decision.",
        )
        for decision, ids in rests_on
        if ids and not ids & held.keys()
    ]


def _article_ids(decision: Decision) -> set[str]:
    anchored = {one.article_id for target in decision.targets for one in target.anchors}
    return anchored | {target.id for target in decision.targets if target.kind == "article"}
