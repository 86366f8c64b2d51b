"""`sitrep ingest`: read reports into the store."""

from sitrep.app import options
from sitrep.app.console import bars, counted, report_issues, say
from sitrep.app.opened import opened
from sitrep.engine.ingest import ingest as read_in
from sitrep.model.errors import NothingUsable
from sitrep.vocabulary.load import load


def ingest(
    reports: options.Reports,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    executor: options.Executor = "processes",
    workers: options.Workers = 0,
    known_at: options.KnownAt = None,
    log: options.Log = None,
    quiet: options.Quiet = False,
) -> None:
    """Read REPORTS into the store; what it holds already is left as it is.

    A report that is held with other words is kept as a newer text beside the old one; a record that
    says that its report is withdrawn takes it back.

    Examples:

      sitrep ingest feeds/ archive.warc.gz

      sitrep ingest feeds/ --known-at now
    """
    setting = options.settings(store, vocabulary=vocabulary, executor=executor, workers=workers)
    words = load(vocabulary)
    with opened(setting.store) as kept, bars(quiet=quiet) as progress:
        result = read_in(
            reports,
            store=kept,
            settings=setting,
            vocabulary=words,
            known_at=options.known_at(known_at),
            received_at=options.now(),
            progress=progress,
        )
    report_issues(result.issues, log, quiet=quiet)
    if not result.usable:
        raise NothingUsable(f"nothing usable in {', '.join(reports)}")
    if not quiet:
        say(
            f"{counted(result.read, 'report')} read: {result.new} new, {result.known} known, "
            f"{result.textless} without usable text → {setting.store}"
        )
