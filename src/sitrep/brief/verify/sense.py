"""Gates on sense: negation, modality and hedges, tense, voice and invented links."""

import itertools
from collections.abc import Iterator

from sitrep.brief.verify.cover import Clause
from sitrep.brief.verify.evidence import GateName
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token, is_body
from sitrep.vocabulary.gates import cue_classes, gate_words, link_classes, operator_classes

_REACH = {"negation": 5, "failure": 3, "possibility": 6, "obligation": 4, "future": 6,
          "intention": 6, "report": 12, "condition": 40, "extent": 2}  # fmt: skip
_AGENT = frozenset({"by"})
_OBJECT = frozenset({"a", "an", "the", "its", "his", "her", "their", "more", "some"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


def operators(sentence: Reading, clause: Clause, *, headline: bool) -> Iterator[Fault]:
    """Yield the negations, hedges and plans that were lost or put in."""
    reading = clause.laid.evidence
    theirs = {there for _, there in clause.laid.pairs}
    back = {there: here for here, there in clause.laid.pairs}
    classes = operator_classes()
    mine = {classes[token.key] for token in sentence.tokens if token.key in classes}
    said = {sentence.tokens[attribution.cue].key for attribution in sentence.attributions}
    cues = {attribution.cue for attribution in reading.attributions
            if reading.tokens[attribution.cue].key in said}  # fmt: skip
    for at in reading.body:
        cls = classes.get(reading.tokens[at].key)
        if cls is None or at in theirs or at in cues or _cut_whole(reading, at, cls, back):
            continue
        focus = _focus(reading, at, cls, back)
        if focus is None or (cls in {"report", "condition"} and cls in mine):
            continue
        if headline and cls == "future" and _infinitive(sentence, back[focus]):
            continue
        gate: GateName = "polarity" if cls in {"negation", "failure"} else "modality"
        reason = f"{words(reading, [at])} in the evidence governs {words(reading, [focus])}"
        yield Fault(
            gate, f"{reason} and is missing", spans(reading, [at]) + spans(sentence, [back[focus]])
        )


def _cut_whole(reading: Reading, at: int, cls: str, back: dict[int, int]) -> bool:
    """Return whether a hedge went with the whole clause that it belongs to.

    "…, which can only end if X" and "…, after allegedly doing X" leave the rest as it was; a bare
    "allegedly" or "if X" does not.
    """
    if cls not in {"report", "condition"}:
        return False
    start = at
    while start > 0 and start - 1 not in back:
        start -= 1
    end = at + 1
    while end < len(reading.tokens) and end not in back:
        end += 1
    openers = gate_words().relatives | (link_classes().keys() if cls == "report" else set())
    opens = any(token.surface in openers for token in reading.tokens[start:at])
    return opens and any(is_body(token) for token in reading.tokens[at + 1 : end])


def _infinitive(sentence: Reading, at: int) -> bool:
    return at > 0 and sentence.tokens[at - 1].surface == "to"


def _focus(reading: Reading, at: int, cls: str, back: dict[int, int]) -> int | None:
    """Return the first kept word that the operator at `at` governs, None when none is kept."""
    quoted = reading.tokens[at].quoted
    if cls in {"report", "condition"} and reading.tokens[at].key != "whether":
        near = [
            there
            for there in sorted(back)
            if abs(there - at) <= _REACH[cls] and reading.tokens[there].quoted == quoted
        ]
        if cls == "report" and not _governs(reading, at, near[0] if near else None):
            return None
        return near[0] if near else None
    for place in range(at + 1, min(len(reading.tokens), at + min(_REACH[cls], 6) + 1)):
        token = reading.tokens[place]
        if token.surface in {",", ";", ":", "—", "–", "(", ")"} or (
            token.kind == "mark" and token.surface in ".!?"
        ):
            return None
        if place in back:
            return place if _active(reading, at, place, cls) else None
    return None


def _governs(reading: Reading, at: int, focus: int | None) -> bool:
    """Return whether a word hedges here: "appeared to", not "on"; "suspected", not "suspects"."""
    token = reading.tokens[at]
    if token.key in {"suspect", "allege", "presume", "purport"}:
        return token.surface.endswith("ed")
    if token.key not in {"seem", "appear"} or focus is None:
        return True
    return at + 1 < len(reading.tokens) and reading.tokens[at + 1].surface in {"to", "that"}


def _active(reading: Reading, at: int, focus: int, cls: str) -> bool:
    """Return whether a word such as "plan" or "order" governs `focus` here, and is no mere noun."""
    if cls != "intention":
        return True
    between = {token.surface for token in reading.tokens[at + 1 : focus]}
    return "to" in between or (focus == at + 1 and reading.tokens[at].surface.endswith("ed"))


def tense(sentence: Reading, clause: Clause, *, headline: bool) -> Iterator[Fault]:
    """Yield verbs whose time was turned: past to present, planned to done."""
    reading = clause.laid.evidence
    for here, there in clause.laid.pairs:
        mine, theirs = sentence.tokens[here], reading.tokens[there]
        if mine.surface == theirs.surface or mine.kind != "word" or mine.key != theirs.key:
            continue
        if mine.key in cue_classes():
            continue
        if _past(theirs) and _present(mine) and not headline:
            reason = f"the evidence has the past {words(reading, [there])}"
            yield Fault("modality", reason, spans(sentence, [here]) + spans(reading, [there]))
        before = reading.tokens[there - 1].surface if there else ""
        if before == "to" and _past(mine):
            reason = f"{words(sentence, [here])} is done; the evidence has it still to do"
            yield Fault("modality", reason, spans(sentence, [here]) + spans(reading, [there]))


def _past(token: Token) -> bool:
    irregular = gate_words().irregular.get(token.surface)
    return (irregular is not None and irregular != token.surface) or (
        token.surface.endswith("ed") and token.key != token.surface
    )


def _present(token: Token) -> bool:
    return not _past(token) and not token.surface.endswith("ing")


def voice(sentence: Reading, clause: Clause) -> Iterator[Fault]:
    """Yield verbs turned from passive to active or back, so that doer and done-to change."""
    reading = clause.laid.evidence
    for here, there in clause.laid.pairs:
        mine, theirs = sentence.tokens[here], reading.tokens[there]
        if mine.kind != "word" or not (_past(theirs) or theirs.surface in gate_words().irregular):
            continue
        passive = _passive(sentence, here)
        if passive == _passive(reading, there):
            continue
        agent = _followed_by(sentence, here, _AGENT) != _followed_by(reading, there, _AGENT)
        active = (reading, there) if passive else (sentence, here)
        if agent or _followed_by(*active, _OBJECT):
            reason = f"{words(sentence, [here])} changes who acts and who is acted on"
            yield Fault("support", reason, spans(sentence, [here]) + spans(reading, [there]))


def _passive(reading: Reading, at: int) -> bool:
    for token in reversed(reading.tokens[max(0, at - 3) : at]):
        if token.surface == ",":
            return False
        if token.surface in _BE:
            return True
    return False


def _followed_by(reading: Reading, at: int, openers: frozenset[str]) -> bool:
    return any(token.surface in openers for token in reading.tokens[at + 1 : at + 2])


def joins(sentence: Reading, clause: Clause) -> Iterator[Fault]:
    """Yield words brought together over the edge of a clause, with a name or number cut between.

    A phrase between two commas may go; "108 drones, of which 35 were shot down" may not become
    "108 drones were shot down".
    """
    reading = clause.laid.evidence
    pairs = clause.laid.pairs
    for (here, there), (next_here, next_there) in itertools.pairwise(pairs):
        cut = reading.tokens[there + 1 : next_there]
        lost = any(token.kind in {"name", "number"} for token in cut)
        if any(token.surface == "(" for token in cut) or _bracketed(cut):
            continue
        if not lost or sum(token.surface == "," for token in cut) % 2 == 0:
            continue
        between = sentence.tokens[here + 1 : next_here]
        if not any(token.kind == "mark" or token.surface in {"and", "or"} for token in between):
            reason = f"{words(sentence, [here, next_here])} do not belong together in the evidence"
            yield Fault("support", reason, spans(sentence, [here, next_here]))


def _bracketed(cut: list[Token]) -> bool:
    """Return whether all that was cut stands between two equal marks ("A, aged 40, was")."""
    content = [at for at, token in enumerate(cut) if is_body(token)]
    if not content or content[0] == 0:
        return False
    closing = [token.surface for token in cut[content[-1] + 1 :] if token.kind == "mark"][:1]
    return cut[0].surface in {",", "-", "–", "—"} and closing == [cut[0].surface]
