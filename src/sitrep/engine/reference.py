"""Reference data for a run, and what the trackers' forms are written from.

shapely takes a fifth of a second to load, so what needs it is imported for those who give a map.
"""
# ruff: noqa: PLC0415 - the reason stands above

from collections.abc import Sequence
from datetime import datetime

from sitrep.engine.analysis import Analysis
from sitrep.model.issues import Issue
from sitrep.model.reference import Reference
from sitrep.trackers.sheet import Settlement, Sheet
from sitrep.vocabulary.types import Theatre


def references(
    given: Sequence[str], theatre: Theatre
) -> tuple[tuple[Reference, ...], tuple[Issue, ...]]:
    """Return the reference data `given` as MAPPING or MAPPING=DATA, and all their issues."""
    if not given:
        return (), ()
    from sitrep.sources.reference import read_reference

    parties = tuple(party.actor for party in theatre.parties)
    read = [read_reference(one, parties=parties) for one in given]
    issues = tuple(issue for _, found in read for issue in found)
    return tuple(reference for reference, _ in read), issues


def settlements(theatre: Theatre) -> tuple[Settlement, ...]:
    """Return the settlements of a theatre's region: GeoNames and the theatre's own, by name."""
    from sitrep.extract.gazetteer import Gazetteer

    found = [
        Settlement(name=place.name, lat=place.lat, lon=place.lon, population=place.population)
        for place in Gazetteer.load().within(theatre.region)
    ]
    found += [
        Settlement(name=place.name, lat=place.lat, lon=place.lon)
        for place in theatre.places
        if place.kind == "settlement"
    ]
    unique = {(one.name, round(one.lat, 1), round(one.lon, 1)): one for one in found}
    return tuple(unique[key] for key in sorted(unique))


def sheet(
    name: str,
    analysis: Analysis,
    theatre: Theatre,
    read: tuple[Reference, ...],
    until: datetime | None,
) -> Sheet:
    """Return what the forms of the tracker `name` are written from; `until` bounds `read`."""
    mapped = name == "control" and any(reference.layers for reference in read)
    states = tuple(state for state in analysis.states if state.tracker == name)
    claims = {claim.id: claim for claim in analysis.claims}
    shown = tuple(finding for finding in analysis.findings if not finding.hidden)
    if mapped:
        from sitrep.trackers.control_map import told_by_maps, verdicts

        states = told_by_maps(states, verdicts(shown, claims, theatre, read))
    return Sheet(
        states=states,
        theatre=theatre,
        findings=shown,
        claims=claims,
        references=read,
        settlements=settlements(theatre) if mapped else (),
        until=until,
    )
