"""`sitrep theatres`: the conflicts that the vocabulary knows."""

from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import table, write_json
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre
from sitrep.vocabulary.types import Theatre, Vocabulary


def theatres(
    name: Annotated[str | None, typer.Argument(help="Show this theatre alone.")] = None,
    vocabulary: options.VocabularyFolder = None,
    json: options.Json = False,
) -> None:
    """List the theatres, or show one: its parties, mediators, proposals, actors and places.

    Example: sitrep theatres gaza
    """
    words = load(vocabulary)
    chosen = [find_theatre(words, name)] if name else sorted(
        words.theatres.values(), key=lambda theatre: theatre.id
    )  # fmt: skip
    if json:
        write_json(chosen)
        return
    if name:
        table(f"Theatre {chosen[0].name}", ("what", "names"), _parts(chosen[0], words))
        return
    rows = [
        (
            place.id,
            place.name,
            ", ".join(words.actors[party.actor].name for party in place.parties),
            str(len(place.actors)),
            str(len(place.places)),
            str(len(place.proposals)),
        )
        for place in chosen
    ]
    table("Theatres", ("id", "name", "parties", "actors", "places", "proposals"), rows)


def _parts(theatre: Theatre, words: Vocabulary) -> list[tuple[str, str]]:
    """Return each part of a theatre file with the names in it."""
    parts = {
        "parties": [words.actors[party.actor].name for party in theatre.parties],
        "mediators": [words.actors[one].name for one in theatre.mediators],
        "proposals": [one.name for one in theatre.proposals],
        "actors": [one.name for one in theatre.actors],
        "places": [one.name for one in theatre.places],
    }
    return [(part, ", ".join(names)) for part, names in parts.items() if names]
