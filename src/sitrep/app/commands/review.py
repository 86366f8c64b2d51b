"""`sitrep review`: what an analyst decides, kept and applied from then on."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from sitrep.app import options
from sitrep.app.commands import review_log
from sitrep.app.decided import Hand
from sitrep.app.opened import reading
from sitrep.engine import deciding
from sitrep.model.errors import UsageError
from sitrep.model.review import NewPlace, NewSpeaker, SourceMark
from sitrep.vocabulary.load import load

Reason = Annotated[str, typer.Option(help="Why, in a sentence.")]
By = Annotated[
    str | None, typer.Option(help="Who decides [default: $SITREP_ANALYST, else your user name].")
]
At = Annotated[str | None, typer.Option(help="When it was decided [default: now].")]
OnlyHere = Annotated[
    bool, typer.Option("--only-here", help="Not for the same sentence in other reports.")
]
Things = Annotated[list[str], typer.Argument(metavar="ID...", help="Claims or findings, by id.")]
Findings = Annotated[list[str], typer.Argument(metavar="FINDING...", help="Findings, by id.")]


def review() -> typer.Typer:
    """Return the group of commands."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, callback=_about)
    group.command("list")(review_log.listed)
    for name, command in (
        ("accept", accept), ("reject", reject), ("merge", merge), ("split", split),
        ("correct", correct), ("pin", pin), ("hide", hide), ("mark-source", mark_source),
        ("withdraw", withdraw),
    ):  # fmt: skip
        group.command(name)(command)
    group.command("undo")(review_log.undo)
    group.command("log")(review_log.log)
    group.command("export")(review_log.export)
    group.command("import")(review_log.import_)
    return group


def _about() -> None:
    """Decide on claims, findings, reports and sources.

    Every decision is kept with name, time and reason, holds in all later runs, and can be undone.

    Examples:

      sitrep review list

      sitrep review reject clm-3f2a --reason "the figure is of another night"

      sitrep review log
    """


def accept(
    ids: Things,
    reason: Reason,
    by: By = None,
    at: At = None,
    only_here: OnlyHere = False,
    store: options.Store = None,
) -> None:
    """Accept claims or findings: checked, and right. Takes back an earlier rejection.

    Example: sitrep review accept fnd-3f2a --reason "stands in the ministry's own post"
    """
    hand = Hand(reason, by, at, store)
    hand.on_each("accept", ids, ("claim", "finding"), copies=not only_here)


def reject(
    ids: Things,
    reason: Reason,
    by: By = None,
    at: At = None,
    only_here: OnlyHere = False,
    store: options.Store = None,
) -> None:
    """Reject claims or findings: no brief tells them any more.

    A claim is rejected wherever the same sentence stands, unless --only-here.

    Example: sitrep review reject clm-3f2a --reason "the figure is of another night"
    """
    hand = Hand(reason, by, at, store)
    hand.on_each("reject", ids, ("claim", "finding"), copies=not only_here)


def pin(
    ids: Findings, reason: Reason, by: By = None, at: At = None, store: options.Store = None
) -> None:
    """Put findings first on their track.

    Example: sitrep review pin fnd-3f2a --reason "what the day turns on"
    """
    Hand(reason, by, at, store).on_each("pin", ids, ("finding",))


def hide(
    ids: Findings, reason: Reason, by: By = None, at: At = None, store: options.Store = None
) -> None:
    """Keep findings out of print; they stay in the ledger.

    Example: sitrep review hide fnd-3f2a --reason "shows where people are sheltering"
    """
    Hand(reason, by, at, store).on_each("hide", ids, ("finding",))


def merge(
    ids: Findings, reason: Reason, by: By = None, at: At = None, store: options.Store = None
) -> None:
    """Make one finding of several that answer one question.

    Example: sitrep review merge fnd-3f2a fnd-91c0 --reason "one call, told twice"
    """
    hand = Hand(reason, by, at, store)
    with reading(hand.path) as kept:
        targets = [deciding.target(kept, id_, ("finding",)) for id_ in ids]
        deciding.require_mergeable(targets)
        hand.keep(kept, [hand.decide("merge", targets)])


def split(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="A finding, by id.")],
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Claims to take out.")],
    reason: Reason,
    by: By = None,
    at: At = None,
    store: options.Store = None,
) -> None:
    """Take claims out of a finding into one of their own.

    Example: sitrep review split fnd-3f2a clm-77aa --reason "another attack on the same day"
    """
    hand = Hand(reason, by, at, store)
    with reading(hand.path) as kept:
        whole = deciding.target(kept, finding, ("finding",))
        parts = [deciding.target(kept, id_, ("claim",)) for id_ in claims]
        deciding.require_divisible(whole, parts)
        hand.keep(kept, [hand.decide("split", [whole, *parts])])


def correct(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim, by id.")],
    reason: Reason,
    speaker: Annotated[str | None, typer.Option(help="Who says it.")] = None,
    own_voice: Annotated[
        bool, typer.Option("--own-voice", help="Nobody is quoted: the outlet itself says it.")
    ] = False,
    place: Annotated[
        str | None, typer.Option(help="A place as the claim writes it; needs --is.")
    ] = None,
    really: Annotated[str | None, typer.Option("--is", help="The place it stands for.")] = None,
    lat: Annotated[float | None, typer.Option(min=-90, max=90, help="Its latitude.")] = None,
    lon: Annotated[float | None, typer.Option(min=-180, max=180, help="Its longitude.")] = None,
    country: Annotated[str | None, typer.Option(help="Its country, e.g. UA.")] = None,
    by: By = None,
    at: At = None,
    only_here: OnlyHere = False,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
) -> None:
    """Correct who says a claim, or where it places things.

    Examples:

      sitrep review correct clm-3f2a --speaker "Anna Vale" --reason "she, not he, is quoted"

      sitrep review correct clm-3f2a --place Springs --is "Warm Springs" --lat 48.1 --lon 37.2
      --reason "the village, not the town"
    """
    if speaker is not None and own_voice:
        raise UsageError("correct: give --speaker or --own-voice, not both")
    if (place is None) != (really is None):
        raise UsageError('correct: a place needs both, --place "as written" and --is "its name"')
    if speaker is None and not own_voice and place is None:
        raise UsageError("correct: say what is right: --speaker, --own-voice or --place with --is")
    hand = Hand(reason, by, at, store)
    said_by: NewSpeaker | None = None
    if speaker is not None or own_voice:
        name, known = deciding.speaker(load(vocabulary), speaker) if speaker else (None, None)
        said_by = NewSpeaker(name=name, id=known)
    moved = None
    if place is not None and really is not None:
        moved = NewPlace(written=place, name=really, lat=lat, lon=lon, country=country)
    with reading(hand.path) as kept:
        target = deciding.target(kept, claim, ("claim",))
        deciding.require_place(kept, target, place)
        decided = hand.decide(
            "correct", [target], copies=not only_here, speaker=said_by, place=moved
        )
        hand.keep(kept, [decided])


def mark_source(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="An outlet or feed, by id or name.")
    ],
    reason: Reason,
    reliability: Annotated[
        Literal["A", "B", "C", "D", "E", "F"] | None,
        typer.Option(help="Admiralty letter: A completely reliable … F cannot be judged."),
    ] = None,
    owner: Annotated[
        Literal["state", "public", "private", "party", "unknown"] | None,
        typer.Option(help="Who owns it."),
    ] = None,
    side: Annotated[
        str | None, typer.Option(help="The party whose word it carries; none: no party's.")
    ] = None,
    by: By = None,
    at: At = None,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
) -> None:
    """Mark how reliable a source is, and whose.

    Example: sitrep review mark-source sample-wire --reliability B --reason "right for a year"
    """
    if reliability is None and owner is None and side is None:
        raise UsageError("mark-source: give --reliability, --owner or --side")
    hand, words = Hand(reason, by, at, store), load(vocabulary)
    if side not in (None, "none") and side not in words.actors:
        raise UsageError(f"--side {side}: no such party; `sitrep theatres NAME` lists them")
    mark = SourceMark(reliability=reliability, owner=owner, side="" if side == "none" else side)
    with reading(hand.path) as kept:
        target = deciding.source(kept, words, source)
        hand.keep(kept, [hand.decide("mark-source", [target], mark=mark)])


def withdraw(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Reports, by id.")],
    reason: Reason,
    by: By = None,
    at: At = None,
    store: Annotated[
        Path | None,
        typer.Option(help="The store's file [default: $SITREP_HOME, else your data folder]."),
    ] = None,
) -> None:
    """Take back reports: from then on nothing rests on them; before, all stays as it was.

    Findings that rested on them alone become withdrawn. --at says since when it is known.

    Example: sitrep withdraw art-3f2a --reason "the outlet took it down"
    """
    Hand(reason, by, at, store).on_each("withdraw", articles, ("article",))
