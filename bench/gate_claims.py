"""Corruptions of who says a thing, how firmly, and who does it, for `bench/gates.py`."""

import re
from random import Random

from bench.gate_variants import _ACCORDING, _BACK, _FRONT, STRANGERS, Case, _upper

_BOUNDS = {"at least": ("up to ", ""), "more than": ("fewer than ", "up to "),
           "about": ("exactly ", "more than "), "up to": ("at least ", ""),
           "nearly": ("more than ", ""), "over": ("under ", "up to "),
           "around": ("more than ", "")}  # fmt: skip


def speaker(case: Case, rng: Random) -> str | None:
    match = _BACK.match(case.sentence) or _FRONT.match(case.sentence)
    if match is None:
        return None
    pool = [name for name in (*case.others, *STRANGERS) if name.split()[-1] not in case.sentence]
    return (
        case.sentence[: match.start("who")] + rng.choice(pool) + case.sentence[match.end("who") :]
    )


def attribution_dropped(case: Case, _: Random) -> str | None:
    match = (
        _BACK.match(case.sentence) or _FRONT.match(case.sentence) or _ACCORDING.match(case.sentence)
    )
    return _upper(match["content"]) + "." if match else None


def verb_strengthened(case: Case, rng: Random) -> str | None:
    """Let a speaker confirm, admit or prove what they only said."""
    verb = rng.choice(["confirmed", "admitted", "revealed"])
    match = _BACK.match(case.sentence) or _FRONT.match(case.sentence)
    if match is None or match["verb"] not in {"said", "added", "claimed", "stated", "noted"}:
        return None
    return case.sentence[: match.start("verb")] + verb + case.sentence[match.end("verb") :]


def bound(case: Case, rng: Random) -> str | None:
    """Turn "at least", "more than", "about" or "up to" before a number, or leave it out."""
    hits = [old for old in _BOUNDS if re.search(rf"\b{old} (?=[\d$€])", case.sentence)]
    if not hits:
        return None
    old = rng.choice(hits)
    return re.sub(rf"\b{old} (?=[\d$€])", rng.choice(_BOUNDS[old]), case.sentence, count=1)


def voice(case: Case, _: Random) -> str | None:
    """Let the one who suffers act: "was attacked by" becomes "attacked"."""
    out = re.sub(r"\b(?:was|were|has been|have been) (\w+ed) by (?=[A-Z]|the )", r"\1 ",
                 case.sentence, count=1)  # fmt: skip
    return out if out != case.sentence else None
