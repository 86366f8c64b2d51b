"""What an analyst's correction makes of a claim."""

from collections.abc import Iterable

from msgspec.structs import replace

from sitrep.model.extraction import Attribution, Claim, Event, Figure, Place, Span
from sitrep.model.review import NewPlace, NewSpeaker

SPEAKER_CORRECTED = "speaker corrected in review"
PLACE_CORRECTED = "place corrected in review"


def with_speaker(claim: Claim, speaker: NewSpeaker, *, outlet: str) -> Claim:
    """Return the claim with another speaker, or in the voice of its `outlet` (no name).

    Figures that the old speaker gave are the new one's.
    """
    figures = tuple(_claimed(figure, claim, speaker) for figure in claim.figures)
    reasons = (*claim.reasons, SPEAKER_CORRECTED)
    if speaker.name is None:
        return replace(
            claim, attribution=None, nested=(), speaker=outlet, speaker_id=None, side=None,
            stance="reports", figures=figures, reasons=reasons,
        )  # fmt: skip
    known = claim.attribution or Attribution(source=None, cue=None, content=(claim.evidence,))
    attribution = replace(
        known,
        source=_named(claim, speaker.name) or _replaced_source(known, claim, speaker),
        speaker=speaker.name,
        speaker_id=speaker.id,
        reasons=(*known.reasons, SPEAKER_CORRECTED),
    )
    return replace(
        claim, attribution=attribution, speaker=speaker.name, speaker_id=speaker.id, side=None,
        stance=claim.stance if claim.attribution else "asserts", figures=figures, reasons=reasons,
    )  # fmt: skip


def with_place(claim: Claim, place: NewPlace) -> Claim | None:
    """Return the claim with another place where `place.written` stands, None where it does not."""
    if not any(_is(one, place.written) for one in claim.places):
        return None
    events = tuple(_moved(event, place) for event in claim.events)
    places = tuple(_corrected(claim.places, place))
    return replace(claim, places=places, events=events, reasons=(*claim.reasons, PLACE_CORRECTED))


def _claimed(figure: Figure, claim: Claim, speaker: NewSpeaker) -> Figure:
    theirs = figure.claimant_id == claim.speaker_id if figure.claimant_id else (
        figure.claimant == claim.speaker
    )  # fmt: skip
    if figure.claimant is None or not theirs:
        return figure
    return replace(figure, claimant=speaker.name, claimant_id=speaker.id)


def _named(claim: Claim, name: str) -> Span | None:
    """Return where the evidence names the speaker, in full or by the last word of the name."""
    evidence = claim.evidence
    for words in (name, name.rsplit(maxsplit=1)[-1]):
        at = evidence.quote.find(words)
        if at >= 0:
            start = evidence.start + at
            return replace(evidence, start=start, end=start + len(words), quote=words)
    return None


def _replaced_source(known: Attribution, claim: Claim, speaker: NewSpeaker) -> Span | None:
    """Keep a source that may stand for the new speaker ("he"), not the name of another."""
    source = known.source
    other = source is not None and source.quote[:1].isupper() and speaker.name != claim.speaker
    return None if other else source


def _moved(event: Event, place: NewPlace) -> Event:
    return replace(event, places=tuple(_corrected(event.places, place)))


def _corrected(places: Iterable[Place], new: NewPlace) -> Iterable[Place]:
    for place in places:
        if not _is(place, new.written):
            yield place
            continue
        yield replace(
            place, name=new.name, lat=new.lat, lon=new.lon, country=new.country, geonames_id=None,
            region=None, precision=1, use="location", score=1.0, reasons=(PLACE_CORRECTED,),
        )  # fmt: skip


def _is(place: Place, written: str) -> bool:
    return written.casefold() in (place.span.quote.casefold(), place.name.casefold())
