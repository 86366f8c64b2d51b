"""`sitrep theatres`: the conflicts that the vocabulary knows."""

from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import table, write_json
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre


def theatres(
    name: Annotated[str | None, typer.Argument(help="Show this theatre alone.")] = None,
    vocabulary: options.VocabularyFolder = None,
    json: options.Json = False,
) -> None:
    """List the theatres, or show one: its parties, mediators, places and proposals.

    Example: sitrep theatres gaza
    """
    words = load(vocabulary)
    chosen = [find_theatre(words, name)] if name else sorted(
        words.theatres.values(), key=lambda theatre: theatre.id
    )  # fmt: skip
    if json:
        write_json(chosen)
        return
    rows = [
        (
            place.id,
            place.name,
            ", ".join(words.actors[party.actor].name for party in place.parties),
            str(len(place.actors)),
            str(len(place.places)),
            ", ".join(proposal.name for proposal in place.proposals) if name
            else str(len(place.proposals)),
        )
        for place in chosen
    ]  # fmt: skip
    table("Theatres", ("id", "name", "parties", "actors", "places", "proposals"), rows)
