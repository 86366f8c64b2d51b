"""Merges and splits of questions, as an analyst decided them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitrep.ledger.anchors import Anchors, which
from sitrep.ledger.reply import Reply
from sitrep.ledger.review import unmatched
from sitrep.model.base import Record
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue
from sitrep.model.review import Decision, Target, said

Group = tuple[Reply, ...]


class Regrouped(Record, frozen=True, kw_only=True):
    """Questions after merging and splitting; `notes` says by key what was decided."""

    groups: tuple[Group, ...]
    notes: dict[str, tuple[str, ...]]
    issues: tuple[Issue, ...]


def regrouped(
    groups: Sequence[Group], decisions: Iterable[Decision], anchors: Anchors, theatre: str
) -> Regrouped:
    """Return the replies in the questions that the decisions on `theatre` make, in their order."""
    state = _State(list(groups), anchors)
    for decision in decisions:
        if decision.targets and decision.targets[0].theatre == theatre:
            if decision.action == "merge":
                state.merge(decision)
            elif decision.action == "split":
                state.split(decision)
    ordered = sorted(state.groups, key=lambda group: group[0].key)
    return Regrouped(groups=tuple(ordered), notes=state.notes, issues=tuple(state.issues))


class _State:
    """The questions while decisions are applied."""

    def __init__(self, groups: list[Group], anchors: Anchors) -> None:
        self.groups = groups
        self.notes: dict[str, tuple[str, ...]] = {}
        self.issues: list[Issue] = []
        self._anchors = anchors

    def merge(self, decision: Decision) -> None:
        """Make one question of several; replies on one matter told loosely agree from then on."""
        places = [self._find(target) for target in decision.targets]
        found = list(dict.fromkeys(place for place in places if place is not None))
        if len(found) < len(decision.targets):
            self._report(decision, places)
        if len(found) < 2:
            return
        first = self.groups[found[0]][0]
        joined = [reply for place in found for reply in self.groups[place]]
        merged = tuple(_as(reply, first) for reply in joined)
        self.groups = [group for at, group in enumerate(self.groups) if at not in found]
        self.groups.append(merged)
        self._note(first.key, decision)

    def split(self, decision: Decision) -> None:
        """Take the named claims out of a question and make one of their own of them."""
        whole, *claims = decision.targets
        place = self._find(whole)
        wanted = {id_ for target in claims for id_ in self._anchors.claims(target)}
        group = self.groups[place] if place is not None else ()
        out = [reply for reply in group if reply.claim.id in wanted]
        rest = [reply for reply in group if reply.claim.id not in wanted]
        if place is None or not out or not rest:
            if not self._apart(wanted):
                self._report(decision, [place if out and rest else None])
            return
        words = [anchor.exact for target in claims for anchor in target.anchors]
        key = f"{out[0].key}|split {make_id('spl', *words)}"
        self.groups[place] = tuple(rest)
        self.groups.append(tuple(replace(reply, key=key) for reply in out))
        self._note(rest[0].key, decision)
        self._note(key, decision)

    def _apart(self, wanted: set[str]) -> bool:
        """Tell whether some question already consists of the claims to take out, and no more."""
        held = ({reply.claim.id for reply in group} for group in self.groups)
        return bool(wanted) and any(claims <= wanted for claims in held)

    def _find(self, target: Target) -> int | None:
        candidates = [(group[0].key, {r.claim.id for r in group}) for group in self.groups]
        return which(target, candidates, self._anchors.claims(target))

    def _note(self, key: str, decision: Decision) -> None:
        self.notes[key] = (*self.notes.get(key, ()), said(decision))

    def _report(self, decision: Decision, places: Sequence[int | None]) -> None:
        for target, place in zip(decision.targets, places, strict=False):
            if place is None and self._anchors.in_view(target):
                self.issues.append(
                    unmatched(decision, target, "finds no finding on the matter it was about")
                )


def _as(reply: Reply, first: Reply) -> Reply:
    """Return the reply as one to the question of `first`."""
    text = first.text or reply.text
    answer = first.answer if first.loose and reply.loose else reply.answer
    return replace(reply, key=first.key, kind=first.kind, text=text, answer=answer)
