"""Measures the graded reading of support, the gates and other packages on outside sets of claims.

    python -m bench.verification [--set NAME] [--all] [--alone] [--misses N]

Balanced accuracy (the mean of the shares of carried and of other claims that are told right) on the
second half of each set: the first half is what training/support.py saw. --all scores every pair;
--alone leaves the other packages out; --misses shows claims told wrong.
"""

import argparse
import time
from collections.abc import Callable, Sequence

from bench.claims import SETS, Labelled, first_half, labelled
from bench.peers import Peer, installed
from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Passage
from sitrep.brief.verify.support import support

Told = Callable[[Labelled], bool]
UNJUDGED = {"length", "loaded"}


def evidence(pair: Labelled) -> Evidence:
    """Return a pair's evidence, one passage for each text of it."""
    return Evidence(passages=tuple(Passage(text=text) for text in pair.evidence))


def supported(pair: Labelled) -> bool:
    return support(pair.claim, evidence(pair)).carried


def gated(pair: Labelled) -> bool:
    """Return whether every gate passes; a claim's length and wording are not judged here."""
    gates = check(pair.claim, evidence(pair)).gates
    return all(gate.passed or gate.name in UNJUDGED for gate in gates)


def told_by(peer: Peer) -> Told:
    def told(pair: Labelled) -> bool:
        return peer(pair.claim, "\n".join(pair.evidence))

    return told


def rates(pairs: Sequence[Labelled], told: Sequence[bool]) -> tuple[float, float]:
    """Return the shares of the carried and of the other claims that are told right."""
    right = [pair.carried == one for pair, one in zip(pairs, told, strict=True)]
    carried = [r for pair, r in zip(pairs, right, strict=True) if pair.carried]
    others = [r for pair, r in zip(pairs, right, strict=True) if not pair.carried]
    return sum(carried) / len(carried), sum(others) / len(others)


def measure(
    name: str, pairs: Sequence[Labelled], checkers: dict[str, Told]
) -> dict[str, list[bool]]:
    """Print a row for each checker; return what each said."""
    answers: dict[str, list[bool]] = {}
    print(
        f"{name}: {sum(p.carried for p in pairs)} carried, {sum(not p.carried for p in pairs)} not"
    )
    for checker, told in checkers.items():
        start = time.perf_counter()
        answers[checker] = [told(pair) for pair in pairs]
        speed = len(pairs) / (time.perf_counter() - start)
        kept, refused = rates(pairs, answers[checker])
        print(
            f"  {checker:26} balanced accuracy {(kept + refused) / 2:.3f}  "
            f"carried told {kept:.3f}  others told {refused:.3f}  {speed:.0f}/s"
        )
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    checkers: dict[str, Told] = {"sitrep, support": supported, "sitrep, gates": gated}
    if not options.alone:
        peers, missing = installed()
        checkers |= {name: told_by(peer) for name, peer in peers.items()}
        for name in missing:
            print(f"{name}: not installed, not measured")
    for name in options.set or SETS:
        pairs = [pair for pair in labelled(name) if options.all or not first_half(pair)]
        answers = measure(name, pairs, checkers)
        wrong = zip(pairs, answers["sitrep, support"], strict=True)
        for pair, _ in [(p, a) for p, a in wrong if p.carried != a][: options.misses]:
            print(f"\n  {'carried' if pair.carried else 'not carried'}: {pair.claim}")
            print(f"  {' '.join(pair.evidence)[:500]}")


if __name__ == "__main__":
    main()
