"""What is new, changed, superseded or withdrawn since the last brief."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.verify.brief import reported
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.base import Record
from sitrep.model.brief import Brief, Change, Comparison
from sitrep.model.findings import TAKEN_BACK, Answer, Finding

MOST = 5
"""Changes printed; the rest are counted."""
NEW = 3
"""New findings printed that no part above tells: they weigh less than all that stands there."""
TRIED = 12
"""So many of them are tried; what gives no sentence is counted only."""
_PAST = ("superseded", "withdrawn")
_PLAIN = {"yes": "reported", "planned": "planned", "possible": "said to be possible"}
"""Answers to whether a thing happened, in words."""
_STATUS = {
    "contested": "now contested",
    "corroborated": "now from independent origins",
    "single-origin": "now on the word of one origin",
    "one-sided": "now on the word of one side alone",
}


class _Changed(Record, frozen=True, kw_only=True):
    """A finding and what happened to it; `old` is how the last brief knew the matter."""

    kind: str
    finding: Finding
    old: Finding | None = None


def since_last(brief: Brief, material: Material, sources: Sources, writer: Writer) -> Brief:
    """Return `brief` with its changes since the last one, the weightiest first.

    What is new and told above is named by its place; `writer` words a few further new findings by
    the gates of any sentence. Without an earlier brief nothing is called new.
    """
    if material.before is None or material.previous is None:
        return brief
    found = list(_changes(material, material.previous))
    counts = Counter(one.kind for one in found)
    new = {one.finding.id for one in found if one.kind == "new"}
    places = tuple(at for at, _, told in reported(brief) if new & set(told.findings))
    above = {id_ for _, _, told in reported(brief) for id_ in told.findings}
    lines = [
        *_told((o for o in found if o.kind != "new" and _matters(o, above, material)), sources),
        *_new((one for one in found if one.finding.id not in above), sources, writer),
    ]
    weight = {one.finding.id: _weight(one) for one in found}
    return replace(
        brief,
        changes=tuple(sorted(lines, key=lambda line: weight[line.finding])),
        compared=Comparison(
            brief=material.before.id, until=material.before.method.until, fresh=places, **counts
        ),
    )


def _matters(one: _Changed, above: Collection[str], material: Material) -> bool:
    """Return whether a reader knows a matter of which only the standing changed, not the answer."""
    if one.old is None or one.kind != "changed" or _texts(one.old) != _texts(one.finding):
        return True
    last = reported(material.before) if material.before is not None else ()
    before = {id_ for _, _, told in last for id_ in told.findings}
    return not {one.finding.id, one.old.id}.isdisjoint({*before, *above})


def _weight(one: _Changed) -> tuple[bool, float, str]:
    return (not one.finding.pinned, -one.finding.importance, one.finding.id)


def _changes(material: Material, previous: Iterable[Finding]) -> Iterator[_Changed]:
    """Yield what happened to findings since, the weightiest first.

    A superseded finding is told with the one that replaced it. A window that moved on takes
    nothing back: only what this brief's own reports say counts.
    """
    before = _Before(previous)
    now = {f.question.key: f for f in material.findings if f.status not in _PAST}
    since = material.before.method.since if material.before else None
    told: set[str] = set()
    for finding in sorted(material.findings, key=lambda f: f.status not in _PAST):
        old = before.same(finding)
        kind = _kind(finding, old, since)
        if finding.status == "superseded" and kind:
            current = now.get(finding.question.key)
            if current is not None and current.id not in told:
                told.add(current.id)
                yield _Changed(kind=kind, finding=current, old=finding)
        elif kind and finding.id not in told:
            yield _Changed(kind=kind, finding=finding, old=old)


class _Before:
    """The findings behind the last brief, found again by claims, id or question."""

    def __init__(self, previous: Iterable[Finding]) -> None:
        self._by: dict[str, list[Finding]] = {}
        for finding in sorted(previous, key=lambda f: (f.status in _PAST, f.id)):
            for key in {finding.id, finding.question.key, *finding.claims}:
                self._by.setdefault(key, []).append(finding)

    def same(self, finding: Finding) -> Finding | None:
        """Return what the last brief knew on the matter of `finding`.

        An id or a question alone is not enough: among many alike it may stand for another of them
        by now. Whoever gave the answer, or a claim, must be the same.
        """
        known = [
            old
            for key in (finding.id, finding.question.key, *finding.claims)
            for old in self._by.get(key, ())
            if _related(old, finding)
        ]
        alike = (old for old in known if _texts(old) == _texts(finding))
        return next(alike, known[0] if known else None)


def _related(old: Finding, finding: Finding) -> bool:
    names = ({name for answer in f.answers for name in answer.claimants} for f in (old, finding))
    return bool(set.intersection(*names) or set(old.claims) & set(finding.claims))


def _kind(finding: Finding, old: Finding | None, since: datetime | None) -> str:
    """Return what happened to `finding` since, "" for nothing.

    What was reported before the last brief's window is not new because this window is wider.
    """
    if finding.status in _PAST:
        return finding.status if old is not None and old.status not in _PAST else ""
    if old is None:
        known = finding.last_known_at
        return "new" if since is None or known is None or known >= since else ""
    if old.question.key != finding.question.key:
        return ""
    return "" if _first(old) == _first(finding) and old.status == finding.status else "changed"


def _first(finding: Finding) -> frozenset[str]:
    """Return what tells a finding's state: all its answers, or the first to a yes or no."""
    plain = finding.answers[0].text in _PLAIN
    return frozenset((finding.answers[0].text,)) if plain else _texts(finding)


def _texts(finding: Finding) -> frozenset[str]:
    """Return the answers as they are compared: "74 of 117" is the number 74, as "74" is."""
    return frozenset(
        answer.text if answer.value is None else f"{answer.value:g}" for answer in finding.answers
    )


def _told(found: Iterable[_Changed], sources: Sources) -> list[Change]:
    """Return the weightiest changes, in words."""
    worded = [one for one in found if one.finding.question.worded]
    return [
        Change(
            kind=one.kind,
            text=_words(one),
            status=one.finding.status,
            finding=one.finding.id,
            citations=sources.of_claims(_claims(one)),
        )
        for one in sorted(worded, key=_weight)[:MOST]
    ]


def _words(one: _Changed) -> str:
    finding, old = one.finding, one.old
    head = finding.question.text.rstrip("?")
    if one.kind == "withdrawn":
        return f"{head}, {_why(finding)}"
    answer = "; ".join(map(_answer, finding.answers[:2]))
    if old is not None and _texts(old) != _texts(finding):
        before = "; ".join(_PLAIN.get(a.text, a.text) for a in old.answers[:2])
        return f"{head}: {answer}; before: {before}"
    return f"{head}: {answer}, {_STATUS[finding.status]}"


def _why(finding: Finding) -> str:
    """Return why a finding is withdrawn: its source took it back, or what a decision says."""
    graded = finding.grade.reasons[-1:]
    return next(iter(finding.reasons[-1:] if graded != (TAKEN_BACK,) else graded), "withdrawn")


def _answer(answer: Answer) -> str:
    who = [name for name in answer.claimants[:2] if name not in answer.text]
    said = f" ({', '.join(who)})" if who else ""
    return f"{_PLAIN.get(answer.text, answer.text)}{said}"


def _claims(one: _Changed) -> list[str]:
    """Return the claims to cite: those the last brief did not have first."""
    known = set(one.old.claims) if one.old else set()
    return sorted(one.finding.claims, key=lambda claim: claim in known)


def _new(found: Iterable[_Changed], sources: Sources, writer: Writer) -> Iterator[Change]:
    """Yield the weightiest new findings that nothing above tells, each as a sentence."""
    fresh = sorted((one for one in found if one.kind == "new"), key=_weight)
    printed = 0
    for one in fresh[:TRIED]:
        told = _sentence(one.finding, writer) if printed < NEW else None
        if told is None:
            continue
        printed += 1
        sentence = sources.sentence(told)
        yield Change(
            kind="new",
            text=sentence.text,
            status=one.finding.status,
            finding=one.finding.id,
            citations=sentence.citations,
        )


def _sentence(finding: Finding, writer: Writer) -> Printed | None:
    for claim in writer.claims(finding):
        outcome = writer.attempt(claim, finding, "sentence")
        if isinstance(outcome, Printed):
            writer.keep(outcome)
            return outcome
    return None
