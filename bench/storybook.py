"""Time and memory of one more article in a story book of many.

    python -m bench.storybook [ARTICLES]

The articles are made from the 759 of 21 May 2025: half the terms of each of two, words of the made
article's own event, and their encoded vectors mixed with noise. An event has 1 to 12 articles;
1,600 events are open at once, 4,000 articles come a day. The book is filled with the events as its
stories. Printed for 1,000, 10,000 … articles held: CPU milliseconds for each of the next 300 that
it judges itself (median, 95th percentile, most), its stories and the process's memory; last the
slope of log time over log articles.
"""

import math
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from bench.stories import read_articles
from sitrep.language.encode import Encoder
from sitrep.lineage.features import Features
from sitrep.lineage.shelf import Horizon, Report
from sitrep.lineage.storybook import StoryBook
from sitrep.lineage.trace import reports
from sitrep.vocabulary.load import load

ARTICLES = 100_000
A_DAY = 4_000
OPEN = 1_600
TIMED = 300
SEED = 20250521
FIRST_DAY = datetime(2031, 1, 1, tzinfo=UTC)


class Maker:
    """Makes reports like given ones, the same for one seed."""

    def __init__(self, real: Sequence[Report]) -> None:
        self._real = real
        self._names = sorted({term for report in real for term in report.features.terms})

    def made(self, most: int) -> Iterator[tuple[str, Report]]:
        """Yield `most` reports with their events, nearly in order of publication."""
        draw = random.Random(SEED)  # noqa: S311 - a seeded benchmark, no secret
        noise = np.random.default_rng(SEED)
        open_events: list[tuple[int, Report, tuple[str, ...]]] = []
        for number in range(most):
            while len(open_events) < OPEN:
                size = min(12, int(draw.paretovariate(1.2)))
                own = tuple(f"{draw.choice(self._names)}{draw.randrange(10**6)}" for _ in range(12))
                open_events.append((size, draw.choice(self._real), own))
            place = draw.randrange(len(open_events))
            left, model, own = open_events[place]
            if left <= 1:
                open_events[place] = open_events[-1]
                open_events.pop()
            else:
                open_events[place] = (left - 1, model, own)
            other = draw.choice(self._real)
            when = FIRST_DAY + timedelta(days=(number + draw.random() * 100) / A_DAY)
            terms = _mixed(draw, model.features, other.features, own)
            meaning = model.meaning + 0.5 * other.meaning
            meaning += noise.normal(0, 0.02, len(meaning)).astype(np.float32)
            report = Report(
                features=Features(
                    article_id=f"made-{number:07}",
                    terms=terms,
                    encoded="",
                    figures=frozenset(str(draw.randrange(300)) for _ in range(draw.randrange(4))),
                    wires=model.features.wires,
                    language=model.features.language,
                    published_at=when,
                ),
                meaning=meaning / np.linalg.norm(meaning),
                title=" ".join(own[:4]),
                backing=draw.random(),
            )
            yield own[0], report


def _mixed(
    draw: random.Random, model: Features, other: Features, own: Sequence[str]
) -> dict[str, int]:
    """Return half the terms of each article and most of the event's own, which count more."""
    terms = {term: count for term, count in model.terms.items() if draw.random() < 0.5}
    terms |= {term: count for term, count in other.terms.items() if draw.random() < 0.5}
    terms |= {term: draw.randrange(1, 6) for term in own if draw.random() < 0.8}
    return terms


def memory() -> float:
    """Return the most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    vocabulary = load()
    real = reports(read_articles(vocabulary), vocabulary=vocabulary, encoder=Encoder.load())
    book = StoryBook(Horizon(days=365))
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= most]
    base, times, medians = memory(), [], {}
    print(f"{len(real)} real articles read, {base:.0f} MB")
    for number, (event, report) in enumerate(Maker(real).made(sizes[-1] + TIMED), start=1):
        if not any(held < number <= held + TIMED for held in sizes):
            book.keep(report, event)
            continue
        began = time.process_time()
        book.add(report)
        times.append(1000 * (time.process_time() - began))
        if number - TIMED in sizes:
            held, last = number - TIMED, sorted(times[-TIMED:])
            medians[held] = last[TIMED // 2]
            stories = book.stories()
            print(
                f"{held:>9,} held: p50 {medians[held]:.2f} ms, p95 {last[TIMED * 95 // 100]:.2f} "
                f"ms, most {last[-1]:.2f} ms; {len(stories):,} stories, largest "
                f"{max(len(story.articles) for story in stories)}; {memory() - base:.0f} MB more",
                flush=True,
            )
    low, high = sizes[0], sizes[-1]
    if high > low:
        slope = math.log(medians[high] / medians[low]) / math.log(high / low)
        print(f"slope of log time over log articles: {slope:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
