"""Fits the weights of the graded reading of support on the first halves of four outside sets.

    python -m training.support [--out src/sitrep/brief/verify/support.yaml] [--swap]

A logistic regression in which no weight may have another sign than its feature's name says (what
is missing never helps). Each set and each of its two labels weighs the same, but ANLI less: its
statements were written to fool what counts common words. `bench.verification` reports the other
halves; --swap fits on those, to see how far the choice of halves matters.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.claims import SETS, first_half, labelled
from bench.verification import evidence
from sitrep.brief.verify.support import WEIGHTS, support

SHARE = {"WiCE": 1.0, "FEVER-Symmetric": 1.0, "Breaking-NLI": 1.0, "ANLI R1": 0.3}
HELPS, EITHER = {"met", "negation_of_another"}, {"document"}
_RIDGE = 0.004
_STEPS = 20_000
_RATE = 0.5
Matrix = NDArray[np.float64]


def examples(*, other: bool) -> tuple[list[str], Matrix, Matrix, Matrix]:
    """Return the features' names, their values, the labels (1 or -1) and the weight of each."""
    names: list[str] = []
    rows, labels, shares = [], [], []
    for name, share in SHARE.items():
        pairs = [pair for pair in labelled(name) if first_half(pair) != other]
        carried = sum(pair.carried for pair in pairs)
        for pair in pairs:
            found = support(pair.claim, evidence(pair)).features
            if not found:
                continue
            names = names or list(found)
            rows.append([found[feature] for feature in names])
            labels.append(1.0 if pair.carried else -1.0)
            same = carried if pair.carried else len(pairs) - carried
            shares.append(share / (2 * same * sum(SHARE.values())))
    return names, np.array(rows), np.array(labels), np.array(shares)


def fit(names: list[str], rows: Matrix, labels: Matrix, shares: Matrix) -> tuple[float, Matrix]:
    """Return intercept and weights by projected gradient descent on the ridged loss."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = (rows - mean) / spread
    low = np.array([0.0 if name in HELPS else -np.inf for name in names])
    high = np.array([np.inf if name in HELPS | EITHER else 0.0 for name in names])
    weights, intercept = np.zeros(len(names)), 0.0
    for _ in range(_STEPS):
        pull = shares * labels / (1 + np.exp(labels * (scaled @ weights + intercept)))
        step = scaled.T @ pull - 2 * _RIDGE * weights
        weights = np.clip(weights + _RATE * step, low, high)
        intercept += _RATE * float(pull.sum())
    real = weights / spread
    return intercept - float(real @ mean), real


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--swap", action="store_true")
    options = parser.parse_args()
    names, rows, labels, shares = examples(other=options.swap)
    intercept, weights = fit(names, rows, labels, shares)
    lines = [
        "# Weights of the graded reading of support (brief/verify/support.py), fitted by",
        f"# training/support.py on {len(rows)} pairs of {', '.join(SETS)}.",
        f"intercept: {intercept:.3f}",
        "weights:",
        *(f"  {name}: {value:.3f}" for name, value in zip(names, weights, strict=True)),
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
