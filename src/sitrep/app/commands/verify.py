"""`sitrep verify`: is every sentence of a brief still carried by the store?"""

from pathlib import Path
from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import report_issues, say
from sitrep.app.opened import brief_file, reading
from sitrep.brief.verify.brief import verify as check_brief
from sitrep.brief.write.evidence import own_names, who_is_who
from sitrep.brief.write.names import window_day
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre


def verify(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF.json", help="A brief as JSON.")],
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    log: options.Log = None,
) -> None:
    """Check every citation and gate of a brief against the stored articles.

    Ends with exit code 1 when a sentence does not hold.

    Example: sitrep verify brief.json --store brief.sqlite
    """
    read = brief_file(brief)
    with reading(options.store_path(store)) as kept:
        articles = kept.reports.select([source.article_id for source in read.sources])
    words = load(vocabulary)
    place = find_theatre(words, read.theatre)
    day = window_day(read.method.until, read.method.since)
    issues = check_brief(
        read,
        {article.id: article.text for article in articles},
        known=who_is_who(words, place, day),
        own=own_names(words, place),
    )
    report_issues(issues, log)
    if issues:
        say(f"{brief}: {len(issues)} faults")
        raise typer.Exit(1)
    say(f"{brief}: every citation and every gate holds")
