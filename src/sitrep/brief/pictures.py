"""The pictures of a brief: its places on the map of the theatre."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.write.trust import Trust
from sitrep.model.brief import BriefSentence, Paragraph
from sitrep.model.extraction import Place
from sitrep.model.findings import Finding
from sitrep.model.pictures import MapMark, MarkKind, Pictures, TheatreMap

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
