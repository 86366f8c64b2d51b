"""Measures the gates on faithful and corrupted variants of real news sentences.

    python -m bench.gates [--articles FILE.jsonl[.gz]] [--about REGEX] [--cases N] [--seed N]
                          [--peer] [--misses N] [--kind NAME]

Prints for each kind of corruption how many were refused, for each faithful edit how many were
refused by mistake, and checks a second of processor time. Length and loaded words are not judged
here: a variant of a long sentence is long, and news has words that a brief does not print.
"""

import argparse
import gzip
import itertools
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from random import Random

from bench.gate_corruptions import CORRUPTED
from bench.gate_variants import FAITHFUL, Case, Rule, names_in
from bench.peers import Peer, installed
from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Known, Passage, Verdict
from sitrep.brief.verify.known import known_names
from sitrep.language.sentences import split
from sitrep.vocabulary.actors import office_at
from sitrep.vocabulary.load import load
from sitrep.vocabulary.types import Vocabulary

_ABOUT = re.compile(
    r"Ukrain|Russia|Israel|Gaza|ceasefire|troops|drone|missile|minister", re.IGNORECASE
)
UNJUDGED = {"length", "loaded"}


def articles(path: Path, about: re.Pattern[str]) -> Iterator[dict[str, str]]:
    """Yield the English records of a JSON Lines file, packed or not, whose title fits `about`.

    What a record needs is text and a date; another day's file may name less than this.
    """
    packed = path.read_bytes()[:2] == b"\x1f\x8b"
    with (gzip.open if packed else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line) if line.strip() else {}
            language = article.get("lang") or article.get("language") or "en"
            article["published"] = article.get("published") or article.get("date") or ""
            usable = article.get("text") and moment(article["published"])
            if usable and language.startswith("en") and about.search(article.get("title") or ""):
                yield article


def cases(path: Path, vocabulary: Vocabulary, about: re.Pattern[str] = _ABOUT) -> list[Case]:
    """Return every sentence fit for a variant, with the one after it."""
    found = []
    for article in articles(path, about):
        published = moment(article["published"])
        if published is None:
            continue
        outlet = (article.get("source") or "The Outlet").split("-")[0].upper()
        text = article["text"]
        sentences = [text[a:b] for a, b in split(text)]
        names = tuple(dict.fromkeys(n for s in sentences for n in names_in(s)))[:30]
        titles = offices(vocabulary, published.date())
        for one, two in itertools.pairwise(sentences):
            if fit(one) and fit(two):
                found.append(Case(one, two, outlet, published, names, titles))
    return found


def moment(written: str) -> datetime | None:
    """Return the time in ISO or mail form, None where it cannot be read."""
    try:
        iso = written[:4].isdigit()
        told = (datetime.fromisoformat if iso else parsedate_to_datetime)(written)
    except (ValueError, TypeError):
        return None
    return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)


def fit(sentence: str) -> bool:
    """Return whether a brief could print the sentence as it is: whole, and by somebody named."""
    return (
        7 <= len(sentence.split()) <= 40
        and sentence[0].isupper()
        and sentence.endswith(".")
        and sentence.count('"') % 2 == 0
        and sentence.count("“") == sentence.count("”")
        and not re.search(r"[,”\"] (?:he|she|it|they) \w+", sentence)
        and not re.match(r"(?:\w+(?:\W+[a-z]+)*\W+)?(?:[Hh]e|[Ss]he|him)\b", sentence)
        and not re.search(
            r"\b(?:I|we|our|my|us)\b", re.sub(r"[“\"][^“”\"]*[”\"]", "", sentence), re.IGNORECASE
        )
    )


def offices(vocabulary: Vocabulary, day: date) -> dict[str, str]:
    titles: dict[str, str] = {}
    for actor in vocabulary.actors.values():
        held = office_at(actor, day) if actor.kind == "person" else None
        if held and held.short and len(actor.name.split()) == 2:
            titles[actor.name.split()[-1]] = f"{held.short} {actor.name}"
    return titles


def passed(verdict: Verdict) -> bool:
    return all(gate.passed or gate.name in UNJUDGED for gate in verdict.gates)


def evidence(case: Case, known: Known) -> Evidence:
    """Return both sentences as two passages: what a sentence of the brief may cite."""
    passages = tuple(
        Passage(text=text, outlet=case.outlet, published_at=case.published)
        for text in (case.sentence, case.following)
    )
    return Evidence(passages=passages, known=known)


class Tally:
    """Counts of variants and refusals by kind, with examples of the wrong ones."""

    def __init__(self, known: Known, peer: Peer | None) -> None:
        self.known = known
        self.peer = peer
        self.peer_refused: Counter[str] = Counter()
        self.made: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.reasons: Counter[tuple[str, str]] = Counter()
        self.wrong: list[tuple[str, str, str, str]] = []
        self.seconds = 0.0

    def run(self, case: Case, rules: Mapping[str, Rule], rng: Random, *, faithful: bool) -> None:
        """Check every variant that `rules` make of `case`."""
        for name, rule in rules.items():
            variant = rule(case, rng)
            if variant is None or (variant == case.sentence and name != "verbatim"):
                continue
            proof = evidence(case, self.known)
            start = time.process_time()
            verdict = check(variant, proof)
            self.seconds += time.process_time() - start
            refused = not passed(verdict)
            self.made[name] += 1
            if self.peer is not None:
                self.peer_refused[name] += not self.peer(
                    variant, f"{case.sentence} {case.following}"
                )
            self.refused[name] += refused
            if refused == faithful:
                why = "; ".join(f"{g.name}: {g.reason}" for g in verdict.failed)
                self.wrong.append((name, variant, case.sentence, why))
                for gate in verdict.failed:
                    self.reasons[name, gate.name] += 1

    def rows(self) -> None:
        """Print made and refused by kind, then all together and all that were edited."""
        for name in self.made:
            self._row(name, [name])
        self._row("all", list(self.made))
        if "verbatim" in self.made:
            self._row("edited", [name for name in self.made if name != "verbatim"])

    def _row(self, title: str, names: Sequence[str]) -> None:
        made = sum(self.made[name] for name in names)
        refused = sum(self.refused[name] for name in names)
        line = f"  {title:20} {refused:5}/{made:5}  {refused / max(1, made):6.3f}"
        if self.peer is not None:
            other = sum(self.peer_refused[name] for name in names)
            line += f"   grounded-check {other / max(1, made):6.3f}"
        print(line)


def main() -> int:
    data = Path(os.environ.get("SITREP_BENCH_DATA", "../shared/data"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=Path, default=data / "news/2025-05-21.jsonl.gz")
    parser.add_argument("--cases", type=int, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--kind", default=None)
    parser.add_argument("--about", type=re.compile, default=_ABOUT, help="what titles must match")
    parser.add_argument("--peer", action="store_true", help="grounded-check on the same variants")
    options = parser.parse_args()
    rng = Random(options.seed)  # noqa: S311 - a seeded sample, no secret
    vocabulary = load()
    chosen = cases(options.articles, vocabulary, options.about)
    rng.shuffle(chosen)
    if not chosen:
        print(f"{options.articles}: no sentence fits", file=sys.stderr)
        return 2
    known = known_names(vocabulary, chosen[0].published.date())
    peer = installed()[0].get("grounded-check") if options.peer else None
    if options.peer and peer is None:
        print("grounded-check: not installed, not measured")
    good, bad = Tally(known, peer), Tally(known, peer)
    for case in chosen[: options.cases]:
        good.run(case, FAITHFUL, rng, faithful=True)
        bad.run(case, CORRUPTED, rng, faithful=False)
    print(f"{len(chosen)} sentences fit, {min(len(chosen), options.cases)} used")
    print("refused of the corrupted (wanted: all)")
    bad.rows()
    print("refused of the faithful (wanted: none)")
    good.rows()
    checks = sum(good.made.values()) + sum(bad.made.values())
    print(f"{checks / (good.seconds + bad.seconds):.0f} checks a second")
    wrong = [w for w in good.wrong + bad.wrong if options.kind in (None, w[0])]
    for name, variant, original, why in wrong[: options.misses]:
        print(f"\n{name}\n  V {variant}\n  E {original}\n  ? {why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
