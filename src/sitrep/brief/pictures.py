"""The pictures of a brief: its places on the map of the theatre, and how the truce stands."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.trust import Trust
from sitrep.model.brief import BriefSentence, Paragraph, StatusLine
from sitrep.model.extraction import Place
from sitrep.model.findings import Finding, TrackerState
from sitrep.model.pictures import MapMark, MarkKind, Pictures, TheatreMap

_STATES = 1
_DIVISION = 4
"""Places of a coarser precision (UCDP) are states and seas: no point on a map stands for them."""
_SPOT = 0.15
"""Degrees of latitude: a mark's width on the map of a large theatre."""
_KINDS: dict[str, MarkKind] = {
    "ground": "ground", "strikes": "strikes", "diplomacy": "diplomacy",
}  # fmt: skip
_WORDED = {
    "ground": "Fighting and control", "strikes": "Strikes", "diplomacy": "Diplomacy",
    "other": "Other reports",
}  # fmt: skip


def pictures(
    material: Material, points: Sequence[BriefSentence], parts: Sequence[Paragraph]
) -> Pictures:
    """Return the pictures of `material` with the places of the printed sentences as marks.

    `points` and `parts` are the key points and all paragraphs; a place is marked once, by the first
    sentence that is about it. Places outside the theatre's region are named, not drawn.
    """
    sentences = [*points, *(sentence for part in parts for sentence in part.sentences)]
    west, south, east, north = material.theatre.region
    inside: dict[str, MapMark] = {}
    outside: list[str] = []
    for mark in _marks(material, sentences):
        if west <= mark.lon <= east and south <= mark.lat <= north:
            if not any(_one_spot(mark, other) for other in inside.values()):
                inside[mark.name] = mark
        elif mark.name not in outside:
            outside.append(mark.name)
    given = material.pictures
    if given is None or given.map is None:
        return given or Pictures()
    shown = replace(given.map, marks=tuple(inside.values()), outside=tuple(outside))
    return replace(given, map=replace(shown, alternative=_alternative(shown)))


def status(material: Material, sources: Sources) -> StatusLine | None:
    """Return the weightiest states of the ceasefire tracker in one line, None where it has none."""
    weights = {finding.id: finding.importance for finding in material.findings}
    states = _latest(material)
    chosen = sorted(states, key=lambda s: (-_weight(s, weights), s.key))[:_STATES]
    if not chosen:
        return None
    by_id = {finding.id: finding for finding in material.findings}
    found = [by_id[name] for state in chosen for name in state.findings if name in by_id]
    claims = [finding.answers[0].claims_for[:1] for finding in found[:_STATES]]
    return StatusLine(
        label="Ceasefire",
        text="; ".join(state.text.rstrip(".") for state in chosen) + ".",
        citations=sources.of_claims(name for names in claims for name in names),
        findings=tuple(dict.fromkeys(finding.id for finding in found)),
    )


def _latest(material: Material) -> list[TrackerState]:
    """Return the latest state of each thing that the ceasefire tracker follows.

    Exchanges of prisoners and corridors are no truces.
    """
    kinds = {proposal.id: proposal.kind for proposal in material.theatre.proposals}
    latest: dict[str, TrackerState] = {}
    trust, known = Trust(material), _known(material)
    claims = {finding.id: finding.claims for finding in material.findings}
    for state in material.states:
        if not trust.carries(one for name in state.findings for one in claims.get(name, ())):
            continue
        if state.truce is not None and state.truce.said_by not in known:
            continue
        kind = kinds.get(state.key.split(":", 1)[0], "ceasefire")
        if state.tracker == "ceasefire" and state.text and kind in ("ceasefire", "peace plan"):
            before = latest.get(state.key)
            if before is None or _moment(before) <= _moment(state):
                latest[state.key] = state
    return list(latest.values())


def _known(material: Material) -> frozenset[str]:
    """Return the names of those whose word on a truce counts: actors of the vocabulary, outlets."""
    actors = (actor.name for actor in material.vocabulary.actors.values())
    return frozenset(("", *actors, *(one.outlet for one in material.articles.values())))


def _moment(state: TrackerState) -> float:
    return state.as_of.timestamp() if state.as_of else 0.0


def _weight(state: TrackerState, weights: dict[str, float]) -> float:
    return max((weights.get(name, 0.0) for name in state.findings), default=0.0)


def _marks(material: Material, sentences: Iterable[BriefSentence]) -> Iterator[MapMark]:
    trust = Trust(material)
    findings = {one.id: one for one in material.findings if trust.carries(one.claims)}
    for sentence in sentences:
        for finding in (findings[name] for name in sentence.findings if name in findings):
            place = _place(finding, material)
            if place is not None and place.lat is not None and place.lon is not None:
                yield MapMark(
                    name=place.name,
                    lat=place.lat,
                    lon=place.lon,
                    kind=_KINDS.get(finding.track, "other"),
                    findings=(finding.id,),
                    note=sentence.text,
                )


def _one_spot(mark: MapMark, other: MapMark) -> bool:
    """Tell whether two marks would cover one another, as a region and its capital do."""
    return abs(mark.lat - other.lat) < _SPOT and abs(mark.lon - other.lon) < 1.5 * _SPOT


def _place(finding: Finding, material: Material) -> Place | None:
    """Return where a finding is: its own place, else the first that its leading claims locate."""
    names = (*finding.answers[0].claims_for, *finding.claims)
    located = [
        place
        for name in names
        if name in material.claims
        for place in material.claims[name].places
        if place.use == "location" and place.lat is not None and place.precision <= _DIVISION
    ]
    own = [place for place in located if place.name == finding.place]
    return next(iter(own or located), None)


def _alternative(shown: TheatreMap) -> str:
    parts = [f"Map. {shown.title}"]
    for kind, word in _WORDED.items():
        names = [mark.name for mark in shown.marks if mark.kind == kind]
        if names:
            parts.append(f"{word}: {', '.join(names)}")
    parts += [area.label for area in shown.areas]
    if shown.outside:
        parts.append(f"Outside the map: {', '.join(shown.outside)}")
    return ". ".join(parts) + "."
