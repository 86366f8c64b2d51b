"""The command `sitrep`."""

import sys
from collections.abc import Callable
from importlib import import_module
from inspect import getdoc
from typing import Any

import typer

import sitrep
from sitrep.model.errors import SitrepError

COMMANDS = {
    "brief": ("brief", "brief"),
    "feed": ("feed", "feed"),
    "ingest": ("ingest", "ingest"),
    "articles": ("listing", "articles"),
    "stories": ("stories", "stories"),
    "claims": ("listing", "claims"),
    "findings": ("findings", "findings"),
    "track": ("track", "track"),
    "timeline": ("timeline", "timeline"),
    "show": ("show", "show"),
    "search": ("search", "search"),
    "review": ("review", "review"),
    "withdraw": ("review", "withdraw"),
    "audit": ("review_log", "audit"),
    "why": ("why", "why"),
    "verify": ("verify", "verify"),
    "corrections": ("corrections", "corrections"),
    "check": ("check", "check"),
    "theatres": ("theatres", "theatres"),
    "extract": ("extract", "extract"),
}
"""Each command with its module under `commands` and the function in it."""

GROUPS = frozenset({"review"})
"""Commands with commands of their own: the function returns the group."""


def build(names: list[str]) -> typer.Typer:
    """Return the application with the commands `names`."""
    app = typer.Typer(
        name="sitrep",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in names:
        module, function = COMMANDS[name]
        loaded = _load(module, function)
        if name in GROUPS:
            app.add_typer(loaded(), name=name)
        else:
            app.command(name, short_help=_first(loaded))(loaded)
    app.callback(invoke_without_command=False)(_root)
    return app


def _first(command: Callable[..., Any]) -> str:
    """Return the first paragraph of a command's help: whole where the list would cut it off."""
    return " ".join((getdoc(command) or "").split("\n\n")[0].split())


def _load(module: str, function: str) -> Callable[..., Any]:
    return getattr(import_module(f"sitrep.app.commands.{module}"), function)  # type: ignore[no-any-return]


def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and leave."),  # noqa: FBT001, FBT003 - a typer option
) -> None:
    """Read many reports about a conflict; write one situation brief that can be checked.

    To begin with:

      sitrep brief examples/reports -o brief.html

      sitrep ingest feeds/ && sitrep track ceasefire

      sitrep brief --help
    """


def main() -> None:
    """Run the command line; an error of ours becomes one line and its exit code."""
    if sys.argv[1:] == ["--version"]:
        print(f"sitrep {sitrep.__version__}")
        return
    try:
        asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
        build([asked] if asked in COMMANDS else list(COMMANDS))(prog_name="sitrep")
    except SitrepError as error:
        print(f"sitrep: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        raise SystemExit(0) from None


if __name__ == "__main__":
    main()
