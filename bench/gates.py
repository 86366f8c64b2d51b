"""Measures the gates on faithful and corrupted variants of real news sentences.

python bench/gates.py [--articles FILE.jsonl.gz] [--cases N] [--seed N] [--misses N] [--kind NAME]

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
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from random import Random

from bench.gate_corruptions import CORRUPTED
from bench.gate_variants import FAITHFUL, Case, Rule, names_in
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


def articles(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article.get("lang", "en") == "en" and _ABOUT.search(article["title"]):
                yield article


def cases(path: Path, vocabulary: Vocabulary) -> list[Case]:
    """Return every sentence fit for a variant, with the one after it."""
    found = []
    for article in articles(path):
        published = moment(article["published"])
        text = article["text"]
        sentences = [text[a:b] for a, b in split(text)]
        names = tuple(dict.fromkeys(n for s in sentences for n in names_in(s)))[:30]
        titles = offices(vocabulary, published.date())
        for one, two in itertools.pairwise(sentences):
            if fit(one) and fit(two):
                found.append(
                    Case(
                        one, two, article["source"].split("-")[0].upper(), published, names, titles
                    )
                )
    return found


def moment(written: str) -> datetime:
    iso = written[:4].isdigit()
    return (datetime.fromisoformat if iso else parsedate_to_datetime)(written).astimezone(UTC)


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

    def __init__(self, known: Known) -> None:
        self.known = known
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
            self.refused[name] += refused
            if refused == faithful:
                why = "; ".join(f"{g.name}: {g.reason}" for g in verdict.failed)
                self.wrong.append((name, variant, case.sentence, why))
                for gate in verdict.failed:
                    self.reasons[name, gate.name] += 1

    def rows(self) -> None:
        """Print made and refused by kind."""
        for name in self.made:
            share = self.refused[name] / self.made[name]
            print(f"  {name:20} {self.refused[name]:5}/{self.made[name]:5}  {share:6.3f}")
        total = sum(self.refused.values()) / max(1, sum(self.made.values()))
        print(
            f"  {'all':20} {sum(self.refused.values()):5}/{sum(self.made.values()):5}  {total:6.3f}"
        )


def main() -> int:
    data = Path(os.environ.get("SITREP_BENCH_DATA", "../shared/data"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=Path, default=data / "news/2025-05-21.jsonl.gz")
    parser.add_argument("--cases", type=int, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--kind", default=None)
    options = parser.parse_args()
    rng = Random(options.seed)  # noqa: S311 - a seeded sample, no secret
    vocabulary = load()
    chosen = cases(options.articles, vocabulary)
    rng.shuffle(chosen)
    if not chosen:
        print(f"{options.articles}: no sentence fits", file=sys.stderr)
        return 2
    known = known_names(vocabulary, chosen[0].published.date())
    good, bad = Tally(known), Tally(known)
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
