"""`sitrep show`: one stored thing, by its id."""

from typing import Annotated

import msgspec
import typer

from sitrep.app import options
from sitrep.app.console import table, write
from sitrep.app.opened import reading
from sitrep.model.errors import UsageError


def show(
    id: Annotated[str, typer.Argument(help="An id, or its beginning if that is unique.")],  # noqa: A002 - it is the argument's name
    store: options.Store = None,
) -> None:
    """Show an article, document, claim, finding, story, origin, brief or run as JSON.

    Example: sitrep show art-3f2a
    """
    with reading(options.store_path(store)) as kept:
        found = kept.find(id)
    if not found:
        raise UsageError(
            f"{id}: nothing in the store has an id that begins so; `sitrep articles`, `claims` and "
            "`findings` list ids"
        )
    if len(found) > 1 and all(item.id != id for item in found):
        table(f"{id} is the beginning of", ("id", "kind"), [(f.id, f.kind) for f in found])
        return
    chosen = next((item for item in found if item.id == id), found[0])
    write(msgspec.json.format(msgspec.json.encode(chosen.record), indent=2).decode())
