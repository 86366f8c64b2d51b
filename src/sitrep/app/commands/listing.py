"""`sitrep articles`, `claims`: what the store holds."""

from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import counted, say, say_more, table, write_json
from sitrep.app.opened import reading
from sitrep.engine.standing import standing
from sitrep.engine.versions import extractor_version
from sitrep.ledger.review import review_claims
from sitrep.model.extraction import Claim, Track
from sitrep.model.review import in_force
from sitrep.store.protocol import Store, View
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre

LIMIT = 40


def articles(
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    store: options.Store = None,
    limit: options.Limit = LIMIT,
    json: options.Json = False,
) -> None:
    """List the articles in the store, the newest first; not those replaced or withdrawn.

    Example: sitrep articles --since 2025-03-12 --limit 10
    """
    with reading(options.store_path(store)) as kept:
        view = options.view(since, until, as_of)
        decisions = in_force(kept.reviews.decisions(), as_of=view.as_of)
        gone = standing(kept.reports, decisions, as_of=view.as_of).gone
        found = [one for one in kept.reports.articles(view)[::-1] if one.id not in gone]
    if json:
        write_json(found)
        return
    rows = [
        (a.id, f"{a.published_at:%d %b %Y %H:%M}" if a.published_at else "–", a.outlet, a.title)
        for a in found[:limit]
    ]
    table("Articles", ("id", "published (UTC)", "outlet", "title"), rows)
    say_more(len(found), limit)


def claims(
    theatre: options.Theatre = "ukraine",
    track: Annotated[Track | None, typer.Option(help="Only this track.")] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Only speakers whose name holds this.")
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    limit: options.Limit = LIMIT,
    json: options.Json = False,
) -> None:
    """List the claims that reports on a theatre make, with who makes them.

    Example: sitrep claims --track strikes --speaker "air force"
    """
    words = load(vocabulary)
    place = find_theatre(words, theatre)
    with reading(options.store_path(store)) as kept:
        found = _claims(kept, extractor_version(words), options.view(since, until, as_of))
    if not found:
        say("no claims read yet by this version; `sitrep brief` reads them")
    wanted = [
        claim
        for claim in found
        if place.id in claim.theatres
        and (track is None or claim.track == track)
        and (speaker is None or speaker.lower() in claim.speaker.lower())
    ]
    if json:
        write_json(wanted)
        return
    rows = [(c.id, c.track, c.speaker, c.stance, c.evidence.quote) for c in wanted[:limit]]
    table("Claims", ("id", "track", "speaker", "stance", "evidence"), rows)
    say_more(len(wanted), limit)


def _claims(kept: Store, version: str, view: View) -> tuple[Claim, ...]:
    """Return the claims that count: corrected, without what was rejected or taken back."""
    ids = [publication.article_id for publication in kept.reports.publications(view)]
    found = kept.claims.of(version, ids)
    decisions = in_force(kept.reviews.decisions(), as_of=view.as_of)
    gone = standing(kept.reports, decisions, as_of=view.as_of).gone
    if not decisions and not gone:
        return found
    articles = kept.reports.select({claim.article_id for claim in found})
    reviewed = review_claims(found, {one.id: one for one in articles}, decisions, gone)
    if reviewed.dropped:
        dropped = counted(len(reviewed.dropped), "claim")
        say(f"{dropped} left out: rejected or withdrawn (sitrep review log)")
    return reviewed.claims
