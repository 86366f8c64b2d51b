"""Which articles still count at a moment: what was replaced, taken back, and by whom."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sitrep.engine.editions import settle
from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.issues import Issue
from sitrep.model.review import Decision, said
from sitrep.store.protocol import Reports


class Standing(Record, frozen=True, kw_only=True):
    """What no longer counts: `gone` says by article id why.

    `later` gives by article id the newer text, or the notice, that took its place.
    """

    gone: Mapping[str, str]
    later: Mapping[str, str] = {}
    issues: tuple[Issue, ...] = ()


def standing(
    reports: Reports, decisions: Iterable[Decision], *, as_of: datetime | None = None
) -> Standing:
    """Return which articles were replaced or taken back by `as_of` (None: by now).

    A newer text of a report replaces the older; a notice of its publisher, or a decision, takes it
    back. `decisions` are those in force then.
    """

    def texts(ids: Sequence[str]) -> Mapping[str, Article]:
        return {article.id: article for article in reports.select(ids)}

    settled = settle(reports.editions(as_of=as_of), texts)
    withdrawn = {
        target.id: said(decision)
        for decision in decisions
        if decision.action == "withdraw"
        for target in decision.targets
    }
    return Standing(gone={**settled.gone, **withdrawn}, later=settled.later, issues=settled.issues)


def homeless(reports: Reports, decisions: Iterable[Decision]) -> list[Issue]:
    """Return an issue for each decision none of whose articles is in the store (an import)."""
    rests_on = [(decision, _article_ids(decision)) for decision in decisions]
    held = reports.hashes({id_ for _, ids in rests_on for id_ in ids})
    away = [one for one in rests_on if one[1] and not one[1] & held.keys()]
    known = reports.addresses({url for one, _ in away for url in _addresses(one)})
    return [
        Issue(
            stage="engine",
            severity="warning",
            subject=decision.id,
            code="review-unmatched",
            message=f"The decision {decision.id} ({said(decision)}) is about reports that the"
            " store does not hold; read them in, or undo the decision.",
        )
        for decision, _ in away
        if not known.intersection(_addresses(decision))
    ]


def _article_ids(decision: Decision) -> set[str]:
    anchored = {one.article_id for target in decision.targets for one in target.anchors}
    return anchored | {target.id for target in decision.targets if target.kind == "article"}


def _addresses(decision: Decision) -> set[str]:
    anchored = {one.url for target in decision.targets for one in target.anchors}
    return {url for url in (*anchored, *(target.url for target in decision.targets)) if url}
