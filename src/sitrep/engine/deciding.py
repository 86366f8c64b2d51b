"""What a decision is about, put into words that a later version finds again."""

from collections.abc import Sequence

from sitrep.model.documents import Article
from sitrep.model.errors import UsageError
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.review import Anchor, Decision, Target
from sitrep.store.protocol import Found, Kind, Store
from sitrep.vocabulary.types import Vocabulary

AROUND = 40
"""Characters kept before and after the anchored words."""
MOST_ANCHORS = 12
"""A finding is told again by its leading claims."""


def thing(store: Store, prefix: str, kinds: Sequence[Kind]) -> Found:
    """Return the one thing of these kinds whose id is or begins with `prefix`.

    Raises UsageError where there is none, or more than one.
    """
    found = [one for one in store.find(prefix) if one.kind in kinds]
    exact = [one for one in found if one.id == prefix]
    if len(exact or found) != 1:
        what = " or ".join(kinds)
        problem = "no such" if not found else "more than one"
        listed = "; `sitrep articles`, `claims` and `findings` list ids" if not found else ""
        raise UsageError(f"{prefix}: {problem} {what} in the store{listed}")
    return (exact or found)[0]


def target(store: Store, prefix: str, kinds: Sequence[Kind]) -> Target:
    """Return the target for a claim, finding or article; raises UsageError where there is none."""
    record = thing(store, prefix, kinds).record
    if isinstance(record, Claim):
        return Target(
            kind="claim",
            id=record.id,
            text=record.evidence.quote,
            anchors=_anchors(store, [record]),
        )
    if isinstance(record, Finding):
        return _finding(store, record)
    if isinstance(record, Article):
        return Target(kind="article", id=record.id, text=record.title, url=record.url)
    raise UsageError(f"{prefix}: nothing that can be reviewed; name a claim, finding or article")


def decision(store: Store, prefix: str) -> Decision:
    """Return the one decision whose id begins with `prefix`; raises UsageError where none does."""
    found = [one for one in store.reviews.decisions() if one.id.startswith(prefix)]
    if len(found) != 1:
        problem = "more than one decision begins so" if found else "no such decision"
        raise UsageError(f"{prefix}: {problem}; `sitrep review log` lists them")
    return found[0]


def source(store: Store, vocabulary: Vocabulary, name: str) -> Target:
    """Return the target for a source: an outlet of the vocabulary, else a feed in the store.

    Raises UsageError for a name that neither knows.
    """
    wanted = name.casefold()
    for outlet in sorted(vocabulary.outlets.values(), key=lambda one: one.id):
        if wanted in {word.casefold() for word in (outlet.id, outlet.name, *outlet.ids)}:
            return Target(kind="source", id=outlet.id, text=outlet.name)
    for source_id, title in store.reports.sources():
        if wanted in (source_id.casefold(), title.casefold()):
            return Target(kind="source", id=source_id, text=title)
    raise UsageError(
        f"{name}: no such source; name an outlet or feed as `sitrep articles --json` shows it"
    )


def _finding(store: Store, finding: Finding) -> Target:
    claims = [store.claims.claim(id_) for id_ in finding.claims[:MOST_ANCHORS]]
    return Target(
        kind="finding",
        id=finding.id,
        text=finding.question.text,
        theatre=finding.theatre,
        question=finding.question.key,
        anchors=_anchors(store, [claim for claim in claims if claim is not None]),
    )


def _anchors(store: Store, claims: Sequence[Claim]) -> tuple[Anchor, ...]:
    articles = {one.id: one for one in store.reports.select({c.article_id for c in claims})}
    return tuple(
        _anchor(claim, articles[claim.article_id])
        for claim in claims
        if claim.article_id in articles
    )


def _anchor(claim: Claim, article: Article) -> Anchor:
    start, end = claim.evidence.start, claim.evidence.end
    return Anchor(
        article_id=article.id,
        url=article.url,
        start=start,
        end=end,
        exact=claim.evidence.quote,
        prefix=article.text[max(0, start - AROUND) : start],
        suffix=article.text[end : end + AROUND],
    )


def speaker(vocabulary: Vocabulary, name: str) -> tuple[str, str | None]:
    """Return the name and id of the actor that `name` is the id, name or alias of; else no id."""
    wanted = name.casefold()
    for actor in sorted(vocabulary.actors.values(), key=lambda one: one.id):
        if wanted in {word.casefold() for word in (actor.id, actor.name, *actor.aliases)}:
            return actor.name, actor.id
    return name, None


def require_mergeable(targets: Sequence[Target]) -> None:
    """Raise UsageError for findings of which no one question can be made."""
    if len({one.question for one in targets}) < 2:
        raise UsageError("merge: name two findings or more")
    if len({one.theatre for one in targets}) > 1:
        raise UsageError("merge: the findings are of different theatres")
    kinds = {(one.question or "").split("|", 1)[0] for one in targets}
    if "count" in kinds and len(kinds) > 1:
        raise UsageError("merge: a count answers another question than the others")


def require_divisible(whole: Target, parts: Sequence[Target]) -> None:
    """Raise UsageError where the parts are not some, but not all, of the whole."""
    held = {(one.article_id, one.start) for one in whole.anchors}
    taken = {(one.article_id, one.start) for part in parts for one in part.anchors}
    if not held & taken:
        raise UsageError("split: the finding does not rest on these claims")
    if held <= taken:
        raise UsageError("split: nothing would be left of the finding; name fewer claims")


def require_place(store: Store, target: Target, written: str | None) -> None:
    """Raise UsageError where the claim names no place as `written`; None asks for none."""
    claim = store.claims.claim(target.id)
    if written is None or claim is None:
        return
    names = dict.fromkeys(name for one in claim.places for name in (one.span.quote, one.name))
    if written.casefold() not in {name.casefold() for name in names}:
        known = f"; it names {', '.join(names)}" if names else ""
        raise UsageError(f"{written}: the claim names no such place{known}")
