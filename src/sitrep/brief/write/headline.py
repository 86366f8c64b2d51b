"""The headline: what happened in fourteen words, with those it stands against where they fit."""

from collections.abc import Sequence
from copy import copy

from sitrep.brief.plan.outline import GONE, MAIN_TRACKS
from sitrep.brief.verify.evidence import WORD_LIMITS
from sitrep.brief.write.draft import Drafter
from sitrep.brief.write.edits import words
from sitrep.brief.write.names import Names, window_day
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.findings import Finding

LIMIT = WORD_LIMITS["headline"]
HEADLINES_TRIED = 40


def headline(writer: Writer, points: Sequence[Printed]) -> Printed | None:
    """Return the headline, None when nothing fits: from the key points, else from any finding.

    It may repeat a key point: a headline stands for the brief, not beside it. People go by their
    short names.
    """
    material = writer.material
    outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
    outlets.named.update(material.vocabulary.outlets)
    day = window_day(material.until, material.since)
    everybody = set(material.vocabulary.actors)
    names = Names(vocabulary=material.vocabulary, day=day, named=everybody)
    own = copy(writer)
    own.printed = []
    own.drafter = Drafter(
        names=names, outlets=outlets, speakers=writer.speakers, theatre=material.theatre
    )
    ranked = sorted(material.findings, key=lambda f: (-f.importance, f.id))
    main = [one for one in ranked if one.track in MAIN_TRACKS and one.status not in GONE]
    findings = [point.finding for point in points] + main[:HEADLINES_TRIED]
    return next((found for one in findings if (found := _of(one, own))), None)


def _of(finding: Finding, writer: Writer) -> Printed | None:
    """Return the headline of a finding that says most, None where nothing is short enough."""
    outcomes = (writer.attempt(claim, finding, "headline") for claim in writer.claims(finding))
    fitting = [one for one in outcomes if isinstance(one, Printed) and words(one.text) <= LIMIT]
    return max(fitting, key=lambda one: writer.telling(one, finding), default=None)
