"""The headline: what happened in fourteen words, with those it stands against where they fit."""

from collections.abc import Collection, Iterator, Sequence

from sitrep.brief.plan.outline import FLOOR, GONE, MAIN_TRACKS
from sitrep.brief.verify.evidence import WORD_LIMITS
from sitrep.brief.write.draft import Drafter
from sitrep.brief.write.edits import words
from sitrep.brief.write.names import Names, window_day
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.findings import Finding

LIMIT = WORD_LIMITS["headline"]
HEADLINES_TRIED = 40
WEIGHTY = 0.6
"""A headline's matter weighs at least this share of the weightiest: better none than an aside."""
LESSER = 0.4
"""The same where nothing weighty is short enough."""
CREDITED = 0.6
FULL = 6
"""Content words, who says it aside, of a headline that tells something: "One was killed" has 2."""
POINTED = 1.3
"""What a headline on the matter of a key point weighs beside others."""


def headline(writer: Writer, points: Sequence[Printed]) -> tuple[Printed, ...]:
    """Return the headline: what happened and, where both have room, what it stands against.

    It comes from the key points, else from any finding, () when nothing fits. It may repeat a key
    point: a headline stands for the brief, not beside it. People go by their short names.
    """
    own = _writer(writer)
    material = writer.material
    ranked = sorted(material.findings, key=lambda f: (-f.importance, f.id))
    main = [one for one in ranked if one.track in MAIN_TRACKS and one.status not in GONE]
    findings = list({one.id: one for one in [*(p.finding for p in points), *main]}.values())
    told = [one for one in findings[:HEADLINES_TRIED] if own.trust.carries(one.claims)]
    known = [one for one in findings if own.trust.vouched(one.claims)] or findings
    most = max((one.importance for one in known), default=0.0)
    least = min((point.finding.importance for point in points), default=0.0)
    for lowest in (max(WEIGHTY * most, FLOOR, least), max(LESSER * most, FLOOR)):
        weighty = [one for one in told if one.importance >= lowest]
        found = [one for finding in weighty for one in _of(finding, own)]
        if found:
            told_first = {point.finding.id for point in points}
            first = max(found, key=lambda one: (*_standing(one, own, told_first), one.finding.id))
            return (first, *_against(first, found, own))
    return ()


def joined(parts: Sequence[Printed]) -> str:
    """Return the headline of one or two parts."""
    return "; ".join(part.text.rstrip(".") for part in parts)


def _against(first: Printed, found: Sequence[Printed], own: Writer) -> Iterator[Printed]:
    """Yield the best headline of another track that has room beside the first, if there is one."""
    beside = [
        one
        for one in found
        if one.finding.track != first.finding.track
        and words(joined([first, one])) <= LIMIT
        and own.passes(joined([first, one]), (*first.cited, *one.cited), "headline")
    ]
    yield from sorted(beside, key=lambda one: (_standing(one, own), one.finding.id))[-1:]


def _writer(writer: Writer) -> Writer:
    """Return a writer who takes everybody for introduced."""
    material = writer.material
    outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
    outlets.named.update(material.vocabulary.outlets)
    day = window_day(material.until, material.since)
    everybody = set(material.vocabulary.actors)
    names = Names(vocabulary=material.vocabulary, day=day, named=everybody)
    own = writer.anew()
    own.drafter = Drafter(
        names=names, outlets=outlets, speakers=writer.speakers, theatre=material.theatre
    )
    return own


def _of(finding: Finding, writer: Writer) -> Iterator[Printed]:
    """Yield the sentences of a finding that are short enough."""
    for claim in writer.claims(finding):
        outcome = writer.attempt(claim, finding, "headline")
        if isinstance(outcome, Printed) and words(outcome.text) <= LIMIT:
            yield outcome


def _standing(
    printed: Printed, writer: Writer, told_first: Collection[str] = ()
) -> tuple[bool, float]:
    """Return what decides between headlines: a known outlet's word first, then the weight.

    What is a key point, `told_first`, weighs more.
    """
    pointed = POINTED if printed.finding.id in told_first else 1.0
    return writer.trust.vouched([printed.claim.id]), pointed * _weight(printed, writer)


def _weight(printed: Printed, writer: Writer) -> float:
    """Return how well a sentence stands over the brief: its matter's weight, and how much it tells.

    One that needs its outlet's name to stand is worth less.
    """
    outlet = writer.drafter.outlets.short(writer.material.articles[printed.claim.article_id])
    credited = printed.text.endswith(f", {outlet} reported.")
    weight = printed.finding.importance * writer.telling(printed, printed.finding)
    weight *= min(1.0, len(printed.matter) / FULL)
    return weight * (CREDITED if credited else 1.0)
