"""What later reports say to the question that a sentence answers: denied, replaced, taken back."""

from collections.abc import Iterator, Sequence

from sitrep.brief.correct.found import Found, said
from sitrep.brief.correct.later import Later
from sitrep.brief.correct.published import Published
from sitrep.model.corrections import CorrectionKind, Shown
from sitrep.model.findings import Answer, Finding

SHOWN = 2
"""Reports shown for what stands against a sentence."""
_PAST = ("superseded", "withdrawn")


def of_findings(one: Published, later: Later) -> Iterator[Found]:
    """Yield what became of the findings that a sentence tells."""
    before = {finding.id: finding for finding in later.before}
    cited = frozenset(c.claim_id for c in one.citations if c.claim_id is not None)
    for id_ in one.findings:
        old = before.get(id_)
        if old is None or old.status in _PAST:
            continue
        found = _superseded(old, cited, later) or _taken_back(old, cited, later)
        if found is not None:
            yield found
        else:
            yield from _against(old, cited, later)


def _superseded(old: Finding, cited: frozenset[str], later: Later) -> Found | None:
    """Return that the answer printed was replaced by a later one of its own claimant."""
    printed = _printed(old, cited)
    past = _holding(later.now, old, cited, "superseded")
    new = next((f for f in later.now if past is not None and f.supersedes == past.id), None)
    if past is None or new is None:
        same = (f for f in later.now if _same(f, old) and f.status not in _PAST)
        new = next(same, None) if past is not None else None
    if new is None or not new.answers or new.answers[0].text == printed.text:
        return None
    answer = new.answers[0]
    shown = _shown(answer.claims_for, old, later)
    return Found(
        kind="superseded",
        happened=f"{old.question.text}: {printed.text} → {answer.text}",
        notice=f"A later answer to “{old.question.text}” is {answer.text}, not {printed.text}"
        f"{_by(answer)}.{_words(shown)}",
        old=printed.text,
        new=answer.text,
        shown=shown,
    )


def _taken_back(old: Finding, cited: frozenset[str], later: Later) -> Found | None:
    """Return that whoever said it took it back; withdrawn reports are told as such elsewhere."""
    gone = _holding(later.now, old, cited, "withdrawn")
    if gone is None or any(a in later.gone for a in old.articles):
        return None
    if any(d.action == "reject" and _on(d.targets, old, cited) for d in later.decisions):
        return None
    shown = _shown(gone.claims, old, later)
    return Found(
        kind="taken back",
        happened=f"{old.question.text}: {gone.grade.reasons[-1] if gone.grade.reasons else ''}",
        notice=f"Its source has since taken it back.{_words(shown)}",
        shown=shown,
    )


def _on(targets: Sequence[object], old: Finding, cited: frozenset[str]) -> bool:
    return any(getattr(one, "id", None) in {old.id, *cited} for one in targets)


def _against(old: Finding, cited: frozenset[str], later: Later) -> Iterator[Found]:
    """Yield the answers and denials that came to stand against the answer printed."""
    now = _holding(later.now, old, cited, "contested")
    if now is None:
        return
    known = {answer.text for answer in old.answers}
    mine = next((a for a in now.answers if cited & set(a.claims_for)), None)
    for answer in now.answers:
        if answer is mine or answer.text in known:
            continue
        shown = _shown(answer.claims_for, old, later)
        if not shown:
            continue
        yield Found(
            kind="contradicted",
            happened=f"{old.question.text}: {answer.text}{_by(answer)}",
            notice=f"It has since been contradicted{_by(answer)}.{_words(shown)}",
            old=_printed(old, cited).text,
            new=answer.text,
            shown=shown,
        )


def _holding(
    now: Sequence[Finding], old: Finding, cited: frozenset[str], status: CorrectionKind | str
) -> Finding | None:
    """Return the finding of this status on the matter of `old`: by its claims, else by its key."""
    alike = [one for one in now if one.status == status and one.question.kind == old.question.kind]
    return next(
        (one for one in alike if cited & set(one.claims)),
        next((one for one in alike if one.id == old.id), None),
    )


def _same(one: Finding, old: Finding) -> bool:
    return one.id == old.id or one.question.key == old.question.key


def _printed(old: Finding, cited: frozenset[str]) -> Answer:
    """Return the answer that the sentence printed: the one its cited claims give."""
    giving = (answer for answer in old.answers if cited & set(answer.claims_for))
    return next(giving, old.answers[0])


def _shown(claims: Sequence[str], old: Finding, later: Later) -> tuple[Shown, ...]:
    """Return the evidence of claims that `old` did not rest on, one an article."""
    fresh = (later.shown(claim) for claim in claims if claim not in old.claims)
    by_article: dict[str, Shown] = {}
    for shown in fresh:
        if shown is not None:
            by_article.setdefault(shown.article_id, shown)
    return tuple(by_article.values())[:SHOWN]


def _by(answer: Answer) -> str:
    named = [who for who in answer.claimants if who not in answer.text]
    return f", according to {', '.join(named)}" if named else ""


def _words(shown: Sequence[Shown]) -> str:
    return f" {'; '.join(map(said, shown))}." if shown else ""
