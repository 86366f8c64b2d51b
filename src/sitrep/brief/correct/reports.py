"""Cited reports that were withdrawn or corrected, and what an analyst decided on their words."""

from collections.abc import Iterable, Iterator

from sitrep.brief.correct.changed import changed
from sitrep.brief.correct.found import Found, quoted, said
from sitrep.brief.correct.later import Later, words_of
from sitrep.brief.correct.published import Published
from sitrep.model.brief import Citation
from sitrep.model.corrections import Shown
from sitrep.model.documents import Article
from sitrep.model.review import Target
from sitrep.model.review import said as decided


def of_reports(one: Published, later: Later) -> Iterator[Found]:
    """Yield what happened to the reports that a stated thing cites, each report once."""
    for citation in one.citations:
        article = later.articles[citation.article_id]
        why = later.gone.get(article.id)
        new = later.articles.get(later.later.get(article.id, ""))
        if why is None:
            continue
        if new is None or not new.usable:
            yield _withdrawn(article, why, new, _left(one.citations, later))
            continue
        found = _corrected(article, citation, new, why)
        if found is not None:
            yield found


def _withdrawn(article: Article, why: str, notice: Article | None, left: str) -> Found:
    shown = (words_of(notice, 0, len(notice.text)),) if notice is not None else ()
    told = f" The notice reads {quoted(notice.text)}." if notice and notice.text.strip() else ""
    return Found(
        kind="withdrawn",
        happened=f"{article.outlet}, “{article.title}”: {why}",
        notice=f"It cited a report of {article.outlet}, {_stop(why)}{told} {left}",
        shown=shown,
    )


def _left(citations: Iterable[Citation], later: Later) -> str:
    """Return what still carries the words: the other reports that they cite."""
    standing = [later.articles[c.article_id] for c in citations if c.article_id not in later.gone]
    if not standing:
        return "No other report that it cites stands."
    names = " and ".join(dict.fromkeys(article.outlet for article in standing))
    return f"It still cites {names}."


def _corrected(article: Article, citation: Citation, new: Article, why: str) -> Found | None:
    change = changed(citation.quote, new)
    if change is None:
        return None
    head = f"{article.outlet} {why.replace('replaced by', 'has put out')}"
    if not change.end:
        return Found(
            kind="corrected",
            happened=f"{article.outlet}: the cited words no longer stand in its report, {why}",
            notice=f"{head}; the words {quoted(citation.quote)} no longer stand in it.",
            old=citation.quote,
            shown=(words_of(new, 0, 0),),
        )
    shown = words_of(new, change.start, change.end)
    return Found(
        kind="corrected",
        happened=f"{article.outlet}: “{change.old}” → “{change.new}” ({why})",
        notice=f"{head}. Where it had {quoted(change.old)} it now has {quoted(change.new)}:"
        f" {said(shown)}",
        old=change.old,
        new=change.new,
        shown=(shown,),
    )


def _stop(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def of_decisions(one: Published, later: Later) -> Iterator[Found]:
    """Yield what analysts decided since on the words cited or on the findings told."""
    for decision in later.decisions:
        if decision.action not in ("reject", "correct"):
            continue
        if any(_meant(target, one) for target in decision.targets):
            yield Found(
                kind="rejected" if decision.action == "reject" else "corrected",
                happened=decided(decision),
                notice=f"It was {_stop(decided(decision))}",
                new=_new(decision.speaker, decision.place),
                shown=tuple(_cited(one, later)),
            )


def _meant(target: Target, one: Published) -> bool:
    if target.kind == "finding":
        return target.id in one.findings
    if target.kind != "claim":
        return False
    return any(
        citation.claim_id == target.id
        or any(
            a.article_id == citation.article_id and a.exact == citation.quote
            for a in target.anchors
        )
        for citation in one.citations
    )


def _new(*given: object) -> str | None:
    return next((name for one in given if (name := getattr(one, "name", None))), None)


def _cited(one: Published, later: Later) -> Iterator[Shown]:
    for citation in one.citations:
        yield words_of(later.articles[citation.article_id], citation.start, citation.end)
