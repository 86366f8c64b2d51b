"""One whole run, for `test_kill` to kill: python killable.py REPORTS STORE EXECUTOR."""

import sys
from pathlib import Path

from sitrep.engine.pipeline import analyse, ingest
from sitrep.engine.versions import content_hash
from sitrep.language.engines import Engines
from sitrep.settings import Settings
from sitrep.store.sqlite import open_sqlite
from sitrep.vocabulary.load import load, theatre


def main(reports: str, path: str, executor: str) -> None:
    settings = Settings(store=Path(path), executor=executor, workers=2)
    vocabulary = load()
    with open_sqlite(settings.store) as store:
        ingest([reports], store=store, settings=settings, vocabulary=vocabulary)
        analysis = analyse(
            store=store,
            settings=settings,
            theatre=theatre(vocabulary, "ukraine"),
            vocabulary=vocabulary,
            engines=Engines(),
        )
        kept = (content_hash(analysis), dict(analysis.counts), dict(store.counts()))
        sys.stdout.write(f"{kept}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
