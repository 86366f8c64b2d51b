"""Did a sentence lose whole phrases of its evidence, or was it broken off in the middle?

A cut takes what stands between commas, brackets or dashes, or a phrase that a preposition or a
pronoun opens. What it leaves must not change its place: a list keeps its joints, a clause its
subject, a condition all its words.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitrep.brief.verify.cover import Clause
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token, is_body
from sitrep.vocabulary.gates import cue_classes, gate_words, link_classes
from sitrep.vocabulary.standing import standing_words

_OBJECTS = frozenset({"of"})
_LINKING = frozenset({"appear", "seem", "remain", "become"})
_BEFORE_NAME = frozenset({"mr", "mrs", "ms", "dr", "the"})
_ITEM = 3
"""A list's item has at most so many content words."""
_UNITS = frozenset({"hour", "day", "week", "month", "night"})


@dataclass(frozen=True, slots=True)
class _Cut:
    """Tokens [start, end) of the evidence that the sentence leaves out.

    `before` and `after` are the evidence's kept body tokens around it; no `after` at the end.
    """

    start: int
    end: int
    before: int
    after: int | None


def cuts(sentence: Reading, clause: Clause) -> Iterator[Fault]:
    """Yield the cuts in one clause that leave broken or changed words behind."""
    reading, back = clause.laid.evidence, {there: here for here, there in clause.laid.pairs}
    if not back:
        return
    for cut in _found(reading, sorted(back)):
        if any(token.surface == "(" for token in reading.tokens[cut.start : cut.end]):
            continue
        reason = _opening(sentence, reading, cut, back) or _joint(sentence, reading, cut, back)
        if not reason and _list_end(reading, cut):
            reason = f"{words(reading, [cut.before])} was not the end of its list"
        if reason:
            near = [cut.before] if cut.after is None else [cut.before, cut.after]
            yield Fault("support", reason, spans(sentence, [back[at] for at in near]))
    yield from _parted(sentence, clause)
    yield from _condition(sentence, reading, back)
    yield from _window(sentence, reading, back)


def _parted(sentence: Reading, clause: Clause) -> Iterator[Fault]:
    """Yield subjects parted from their verb by one of two commas ("Troops, have refused")."""
    reading = clause.laid.evidence
    for (here, there), (after, beyond) in itertools.pairwise(clause.laid.pairs):
        gap = sentence.tokens[here + 1 : after]
        theirs = [token.surface for token in reading.tokens[there + 1 : beyond]]
        rest = [token.surface for token in gap[1:]]
        verb = rest[0] in gate_words().auxiliaries if rest else _verb(sentence.tokens[after])
        if gap and gap[0].surface == "," and theirs.count(",") == 2 and theirs[0] == "," and verb:
            reason = f"{words(sentence, [here, after])} are parted by a comma"
            yield Fault("support", reason, spans(sentence, [here, after]))


def _found(reading: Reading, kept: list[int]) -> Iterator[_Cut]:
    """Yield the runs with body words between kept ones, and the one at the end."""
    for before, after in itertools.pairwise([*kept, None]):
        if before is None:
            return
        end = len(reading.tokens) if after is None else after
        run: list[int] = []
        for at in range(before + 1, end + 1):
            if at < end and reading.region_of(at) is None:
                run.append(at)
                continue
            if any(is_body(reading.tokens[place]) and not _pronoun(reading.tokens[place])
                   for place in run):  # fmt: skip
                yield _Cut(run[0], run[-1] + 1, before, after)
            run = []


def _pronoun(token: Token) -> bool:
    """Return whether this is "he", read as the name it stands for."""
    return token.kind == "name" and token.surface in gate_words().stop


def _opening(sentence: Reading, reading: Reading, cut: _Cut, back: dict[int, int]) -> str:
    """Return what is wrong with where a cut begins, "" for nothing."""
    tokens = reading.tokens
    first, held = tokens[cut.start], tokens[cut.before]
    whole = first.kind == "mark" or first.quoted or cut.start - 1 != cut.before
    edge = _edge(reading, cut)
    if edge or whole or held.key.startswith("@") or _judged(tokens[cut.start : cut.end]):
        return edge
    if cut.after is not None and tokens[cut.after].kind == "name":
        kept = sentence.tokens[back[cut.before] + 1 : back[cut.after]]
        return _title(reading, cut, {token.surface for token in kept})
    why = _broken(held, first)
    return (
        f"{words(reading, [cut.before])} lost {words(reading, [cut.start])}: {why}" if why else ""
    )


def _judged(cut: Sequence[Token]) -> bool:
    """Return whether all that was cut is a judgement of what follows: "terror" before "targets"."""
    return bool(cut) and all(token.surface in standing_words().judged for token in cut)


def _broken(held: Token, first: Token) -> str:
    """Return what is wrong where `held` was kept and the words from `first` on were not."""
    if first.surface in gate_words().auxiliaries:
        return "a clause without its verb"
    if held.key in _LINKING:
        return "a verb without its complement"
    if first.surface in _OBJECTS:
        return "a noun without what it is of"
    if first.kind in {"word", "name", "number"} and not _may_open(first):
        return "a phrase broken off"
    return ""


def _edge(reading: Reading, cut: _Cut) -> str:
    """Return what is wrong if a cut goes through a word ("co[-directs]") or begins ", of"."""
    for at in (cut.start, cut.end - 1):
        three = reading.tokens[at - 1 : at + 2]
        tight = all(one.end == two.start for one, two in itertools.pairwise(three))
        if len(three) == 3 and tight and three[1].surface == "-":
            return f"{words(reading, [at - 1])} is part of a word"
    opening = [token.surface for token in reading.tokens[cut.start : cut.start + 3]]
    if opening[:2] == [",", "of"] and opening[-1] not in gate_words().relatives:
        return f"{words(reading, [cut.start + 1])} … belongs to what stands before"
    return ""


def _title(reading: Reading, cut: _Cut, kept: set[str]) -> str:
    """Return what is wrong where a title went ("foreign policy chief X"), "" for nothing."""
    held = reading.tokens[cut.before]
    rest = [token for token in reading.tokens[cut.start : cut.after] if token.kind == "word"]
    behind = [token.surface for token in reading.tokens[cut.start : cut.after]
              if token.kind != "mark" and token.surface not in _BEFORE_NAME]  # fmt: skip
    placed = rest and all(token.surface in gate_words().place_nouns for token in rest)
    if placed and behind[-1] == "of":
        return ""
    if rest and behind[-1] in gate_words().prepositions - kept:
        return f"{words(reading, [cut.start])} … is no title of {words(reading, [cut.after or 0])}"
    plain = held.kind == "word" and not held.capital and not _verb(held)
    beside = (cut.after or 0) - cut.start == len(rest) == 1
    if plain and beside and held.key not in cue_classes():
        return f"{words(reading, [cut.before])} is left of a title"
    return ""


def _may_open(token: Token) -> bool:
    """Return whether a phrase that can go may begin with this word."""
    forms = gate_words()
    return (
        token.surface.endswith(("ly", "ing"))
        or token.surface in forms.prepositions | forms.relatives | forms.adverbs
        or token.surface in link_classes()
    )


def _joint(sentence: Reading, reading: Reading, cut: _Cut, back: dict[int, int]) -> str:
    """Return what is wrong with how the words around a cut were joined, "" for nothing."""
    if cut.after is None:
        return ""
    here, there = back[cut.before], back[cut.after]
    gap = [token.surface for token in sentence.tokens[here + 1 : there]]
    opener = next((t.surface for t in reading.tokens[cut.start : cut.end] if t.kind != "mark"), "")
    first = reading.tokens[cut.start].surface
    shown = words(sentence, [here, there])
    since = reading.tokens[cut.after - 1].surface in gate_words().auxiliaries
    relative = first == "," and opener in gate_words().relatives and not since
    linked = relative and reading.tokens[cut.after].key in link_classes()
    if linked or _orphan(reading, cut):
        return f"{words(reading, [cut.after])} belongs to what was cut"
    coordinated = {"and", "or"} & set(gap[:2]) and not _verb(sentence.tokens[there])
    listed = opener in gate_words().prepositions and opener != "including"
    if first == "," and listed and coordinated:
        return f"{shown} are joined across what was cut"
    both = sentence.tokens[here].kind == sentence.tokens[there].kind == "name"
    if both and not gap and first == ",":
        return f"{shown} stand side by side"
    return ""


def _orphan(reading: Reading, cut: _Cut) -> bool:
    """Return whether an apposition was kept and what it explains was cut.

    "… spoke [in the council], the upper chamber of the country"
    """
    tokens = reading.tokens[cut.start : cut.after]
    commas = [place for place, token in enumerate(tokens) if token.surface == ","]
    if not commas or tokens[0].surface not in gate_words().prepositions:
        return False
    openers = gate_words().determiners | gate_words().relatives
    rest = tokens[commas[-1] + 1 :]
    opening = reading.tokens[0].surface in gate_words().prepositions and not any(
        token.surface == "," for token in reading.tokens[: cut.start]
    )
    return bool(rest) and not opening and all(token.surface in openers for token in rest)


def _list_end(reading: Reading, cut: _Cut) -> bool:
    """Return whether the last item of a list went with its "and": "A, B [in C and D]"."""
    after = reading.tokens[cut.start : cut.end]
    opener = next((token.surface for token in after if token.kind != "mark"), "")
    pointing = any(token.surface in gate_words().relatives for token in after[:4])
    clause = pointing or opener.endswith("ing")
    said = any(reading.region_of(at) for at in range(cut.before, cut.end))
    if clause or said or cut.after is not None or reading.tokens[cut.before].quoted:
        return False
    joint = [place for place, token in enumerate(after) if token.surface in {"and", "or"}]
    place = cut.before
    while place > 0 and reading.tokens[place].surface != ",":
        place -= 1
    item = reading.tokens[place + 1 : cut.before + 1]
    short = sum(map(is_body, item)) <= _ITEM and not any(map(_verb, item))
    joined = any(token.surface in {"and", "or", "but"} for token in item)
    alone = joint and joint[0] > 1 and joint[0] + 1 < len(after) and not _verb(after[joint[0] + 1])
    return bool(place and alone and short and not joined)


def _own_clause(reading: Reading, at: int) -> bool:
    """Return whether the time at `at` is of a clause by itself (", 82 of them in the past day")."""
    start = at
    while start > 0 and reading.tokens[start - 1].surface not in {",", ";", "—", "–", "("}:
        start -= 1
    first, second = reading.tokens[start], reading.tokens[start + 1]
    clause = first.surface in gate_words().relatives or first.surface.endswith("ing")
    return start > 0 and (clause or second.surface == "of")


def _window(sentence: Reading, reading: Reading, back: dict[int, int]) -> Iterator[Fault]:
    """Yield counts whose time was cut: "210 lost [over the past 24 hours]"."""
    counts = [there for there in sorted(back) if reading.tokens[there].kind == "number"]
    for at, token in enumerate(reading.tokens[:-1]):
        near = reading.tokens[at + 1 : at + 3]
        if token.surface not in {"past", "last"} or at in back or not counts:
            continue
        unit = any(other.key in _UNITS for other in near)
        kept = any(at + step in back for step in (1, 2))
        if kept and sentence.dates:  # "the past day" told as "the day to 21 May"
            continue
        bare = reading.tokens[at - 1].surface == "the" and reading.region_of(at) is None
        if unit and bare and not _own_clause(reading, at):
            reason = f"{words(sentence, [back[counts[0]]])} lost its time: {words(reading, [at])} …"
            yield Fault("numbers", reason, spans(sentence, [back[counts[0]]]))
            return


def _verb(token: Token) -> bool:
    past = gate_words().irregular.get(token.surface, token.surface) != token.surface
    return past or (token.surface.endswith("ed") and token.key != token.surface)


def _condition(sentence: Reading, reading: Reading, back: dict[int, int]) -> Iterator[Fault]:
    """Yield conditions that are kept but not whole: "if X in exchange for Y" is not "if X"."""
    for at in sorted(back):
        if reading.tokens[at].key not in {"if", "unless"}:
            continue
        for place in range(at + 1, len(reading.tokens)):
            token = reading.tokens[place]
            if token.kind == "mark" and token.surface not in "-'’":
                break
            if is_body(token) and place not in back and reading.region_of(place) is None:
                reason = f"{words(reading, [place])} is missing from the condition"
                yield Fault("modality", reason, spans(sentence, [back[at]]))
                return
