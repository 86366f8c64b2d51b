"""`sitrep corrections`: what must a published brief put right?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from sitrep.app import options
from sitrep.app.console import counted, say, table, write, write_json
from sitrep.app.opened import brief_file, reading
from sitrep.brief.correct.corrections import corrections as corrections_of
from sitrep.brief.correct.listing import NOTHING, markdown
from sitrep.engine.corrections import later
from sitrep.language.engines import Engines
from sitrep.model.corrections import Correction
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre

Format = Literal["table", "json", "md"]


def corrections(
    brief: Annotated[Path, typer.Argument(metavar="BRIEF.json", help="A brief as JSON.")],
    as_of: options.AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="What to print.")] = "table",
    fail: Annotated[
        bool, typer.Option("--fail", help="End with exit code 1 when there is one.")
    ] = False,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    quiet: options.Quiet = False,
) -> None:
    """List what a published brief must put right, by what its store knows now.

    A cited report was withdrawn or corrected, an analyst rejected or corrected a claim, a later
    report denies or contradicts the sentence, or a later count replaces its number. Each comes
    with the sentence and its place, the words that show it, and what a printed correction could
    say.

    Examples:

      sitrep corrections brief.json --store brief.sqlite

      sitrep corrections brief.json --format md --fail
    """
    words = load(vocabulary)
    read = brief_file(brief)
    setting = options.settings(store, theatre=read.theatre, vocabulary=vocabulary)
    with reading(setting.store) as kept:
        known = later(
            read,
            store=kept,
            settings=setting,
            theatre=find_theatre(words, read.theatre),
            vocabulary=words,
            engines=Engines(),
            as_of=options.moment(as_of, "--as-of"),
        )
    found = corrections_of(read, known)
    if form == "json":
        write_json(found)
    elif form == "md":
        write(markdown(read, found))
    elif found:
        columns = ("where", "sentence", "what happened", "for print")
        table(f"Corrections to: {read.title}", columns, _rows(found))
    else:
        write(NOTHING)
    if not quiet:
        sentences = counted(len({(one.where, one.sentence) for one in found}), "sentence")
        say(f"{brief}: {counted(len(found), 'correction')} to {sentences}")
    if fail and found:
        raise typer.Exit(1)


def _rows(found: Sequence[Correction]) -> list[tuple[str, ...]]:
    return [(one.where, one.sentence, f"{one.kind}: {one.happened}", one.notice) for one in found]
