"""Other packages that check a text against sources, each called as its documentation does.

They are no dependencies: `pip install grounded-check corroborate anchorcite` puts them beside the
project; one that isn't installed is left out and said to be.
"""

import importlib
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Peer = Callable[[str, str], bool]
"""Claim and evidence to whether the package finds the one supported by the other."""


def grounded_exact() -> Peer:
    """grounded-check: quotes, numbers, citations and names must stand in the source (default)."""
    return _grounded(sentences=False)


def grounded_sentences() -> Peer:
    """grounded-check with its advisory tier too: the words of the sentence, 0.60 of them."""
    return _grounded(sentences=True)


def _grounded(*, sentences: bool) -> Peer:
    grounded = importlib.import_module("grounded")
    kinds = {kind for kind in grounded.Kind if sentences or kind.value != "sentence"}

    def passes(claim: str, evidence: str) -> bool:
        source = grounded.Source(path=Path("evidence.txt"), raw=evidence)
        result = grounded.verify(grounded.extract(claim, kinds=kinds), [source])
        return all(finding.verdict.value == "grounded" for finding in result.findings)

    return passes


def corroborate() -> Peer:
    """corroborate: numbers, dates and quotations must stand in the source."""
    package = importlib.import_module("corroborate")

    def passes(claim: str, evidence: str) -> bool:
        return bool(package.check_answer("", [evidence], claim).ok())

    return passes


def anchorcite() -> Peer:
    """anchorcite, lexical scorer at its own threshold: one sentence of the source anchors it."""
    anchorer, _ = _anchorer()

    def passes(claim: str, evidence: str) -> bool:
        return anchorer.anchor(claim, evidence) is not None

    return passes


def anchorcite_atoms() -> Peer:
    """Anchorcite's `verify_answer`: the claim cut into facts, each anchored."""
    _, scorer = _anchorer()
    package = importlib.import_module("anchorcite")

    def passes(claim: str, evidence: str) -> bool:
        tagged = f'<cite id="s1">{claim}</cite>'
        report = package.verify_answer(tagged, {"s1": evidence}, scorer=scorer)
        return bool(report.verified_fraction == 1)

    return passes


def _anchorer() -> tuple[Any, Any]:
    package = importlib.import_module("anchorcite")
    logging.getLogger("anchorcite").setLevel(logging.ERROR)
    scorer = package.LexicalScorer()
    return package.CitationAnchorer(scorer=scorer), scorer


PEERS: Mapping[str, Callable[[], Peer]] = {
    "grounded-check": grounded_exact,
    "grounded-check, sentences": grounded_sentences,
    "corroborate": corroborate,
    "anchorcite": anchorcite,
    "anchorcite, verify_answer": anchorcite_atoms,
}


def installed() -> tuple[dict[str, Peer], list[str]]:
    """Return the peers that can be called, and the names of those that aren't installed."""
    found: dict[str, Peer] = {}
    missing = []
    for name, load in PEERS.items():
        try:
            found[name] = load()
        except ModuleNotFoundError:
            missing.append(name)
    return found, missing
