"""Documents a second of extraction, for claims (`run`) and for everything (`extract`).

python bench/extract_speed.py REPORTS... [--every N] [--workers N] [--claims]

Wall time over warm workers; loading of the engines (about two seconds a worker) is told apart.
"""

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.model.documents import Article, RawItem
from sitrep.settings import Limits
from sitrep.sources.read import read
from sitrep.text.article import to_article
from sitrep.vocabulary.load import load

_EXTRACTOR = Extractor(Engines(), load())
"""One a process; a worker's first article loads its engines."""


def run(article: Article) -> int:
    return len(_EXTRACTOR.run(article)[1])


def extract(article: Article) -> int:
    found = _EXTRACTOR.extract(article)
    return len(found.attributions) + len(found.events)


def articles(paths: Sequence[str], every: int) -> list[Article]:
    vocabulary, limits = load(), Limits()
    items = [item for item in read(paths, limits=limits) if isinstance(item, RawItem)]
    made = (to_article(item, vocabulary=vocabulary, limits=limits)[0] for item in items[::every])
    return [article for article in made if article is not None]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--claims", action="store_true", help="time `run` alone")
    options = parser.parse_args(arguments)
    loaded = articles(options.reports, options.every)
    with ProcessPoolExecutor(options.workers) as pool:
        begun = time.perf_counter()
        list(pool.map(extract, loaded[: options.workers * 2]))
        print(f"engines loaded in {time.perf_counter() - begun:.1f} s")
        jobs = (("run", run, "claims"), ("extract", extract, "findings"))
        for name, job, unit in jobs[: 1 if options.claims else 2]:
            begun = time.perf_counter()
            found = sum(pool.map(job, loaded, chunksize=8))
            took = time.perf_counter() - begun
            rate = len(loaded) / took
            print(f"{name}: {len(loaded)} in {took:.1f} s = {rate:.1f} a second, {found} {unit}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of a worker: {peak:.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
