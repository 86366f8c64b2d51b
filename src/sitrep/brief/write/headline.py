"""The headline: what happened in fourteen words, with those it stands against where they fit."""

from collections.abc import Iterator, Sequence

from sitrep.brief.material import Material
from sitrep.brief.plan.outline import MAIN_TRACKS
from sitrep.brief.verify.evidence import WORD_LIMITS
from sitrep.brief.write.draft import Drafter
from sitrep.brief.write.edits import words
from sitrep.brief.write.names import Names, window_day
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sentences import Printed, Writer

LIMIT = WORD_LIMITS["headline"]
HEADLINES_TRIED = 40


def headline(material: Material, points: Sequence[Printed]) -> Printed | None:
    """Return the headline, None when nothing fits: from the key points, else from any finding.

    It may repeat a key point: a headline stands for the brief, not beside it. People go by their
    short names.
    """
    writer = Writer(material)
    everybody = set(material.vocabulary.actors)
    outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
    outlets.named.update(material.vocabulary.outlets)
    day = window_day(material.until, material.since)
    names = Names(vocabulary=material.vocabulary, day=day, named=everybody)
    writer.drafter = Drafter(
        names=names, outlets=outlets, speakers=writer.speakers, theatre=material.theatre
    )
    return next(_headlines(material, points, writer), None)


def _headlines(material: Material, points: Sequence[Printed], writer: Writer) -> Iterator[Printed]:
    ranked = sorted(material.findings, key=lambda f: (-f.importance, f.id))
    main = [finding for finding in ranked if finding.track in MAIN_TRACKS]
    for finding in [point.finding for point in points] + main[:HEADLINES_TRIED]:
        for claim in writer.claims(finding):
            outcome = writer.attempt(claim, finding, "headline")
            if isinstance(outcome, Printed) and words(outcome.text) <= LIMIT:
                yield outcome
