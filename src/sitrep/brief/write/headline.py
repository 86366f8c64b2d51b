"""The headline: the day's main matter in sixteen words, and a second one where both fit."""

from collections.abc import Iterable, Iterator, Sequence

from sitrep.brief.plan.outline import FLOOR, GONE, MAIN_TRACKS
from sitrep.brief.verify.check import BESIDE
from sitrep.brief.verify.evidence import WORD_LIMITS
from sitrep.brief.write.clauses import CREDITED, ClauseDrafter
from sitrep.brief.write.edits import small, words
from sitrep.brief.write.leads import Leads
from sitrep.brief.write.names import Names, window_day
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sameness import content_words, without_dates
from sitrep.brief.write.saying import told
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.base import Record
from sitrep.model.findings import Finding

LIMIT = WORD_LIMITS["headline"]
ROOMS = (16, 12, 10, 9, 8, 7, 6, 5)
"""So many words at most has each form of a matter that is tried: two must fit together."""
HEADLINES_TRIED = 24
"""Findings tried where no key point is short enough."""
ORDER = (1.0, 0.6, 0.4)
"""What each key point weighs in a headline, the first the most."""
PLAIN = 0.3
"""What any clause on a matter tells, beside the words it shares with the key point and with other
headlines (all three set by reading the headlines of ten days)."""
FULL = 6
"""Content words of a clause that tells something: "One was killed" has 2."""


class Headline(Record, frozen=True, kw_only=True):
    """The words over a brief and the clauses that they are made of, none where nothing fits."""

    text: str = ""
    parts: tuple[Printed, ...] = ()


class Clause(Record, frozen=True, kw_only=True):
    """A form of a matter, and what it weighs in a headline."""

    printed: Printed
    weight: float


def headline(writer: Writer, points: Sequence[Printed]) -> Headline:
    """Return the headline: the weightiest key point that is short enough, a second where both fit.

    Where no key point is, any finding on the main tracks stands in, the weightiest first. The
    headline may repeat a key point: it stands for the brief, not beside it. People go by their
    short names, a state's bodies by the state.
    """
    own, leads = _writer(writer), Leads(writer.material)
    known = [point for point in points if own.trust.carries([point.claim.id])]
    matters = [
        [_weighed(one, point, weight, leads) for one in _of(point.finding, own)]
        for point, weight in zip(known or points, ORDER, strict=False)
    ]
    if any(matters):
        return _best(matters, own)
    for finding in _others(own):
        forms = [_weighed(one, None, 1.0, leads) for one in _of(finding, own)]
        if forms:
            return _best([forms], own)
    return Headline()


def _others(own: Writer) -> Iterator[Finding]:
    ranked = sorted(own.material.findings, key=lambda f: (-f.importance, f.id))
    main = [one for one in ranked if one.track in MAIN_TRACKS and one.status not in GONE]
    weighty = [one for one in main if one.importance >= FLOOR] or main
    yield from (one for one in weighty[:HEADLINES_TRIED] if own.trust.carries(one.claims))


def _best(matters: Sequence[Sequence[Clause]], own: Writer) -> Headline:
    """Return the first matter told best, with the one of the others that has room beside it."""
    first, *others = [forms for forms in matters if forms]
    alone = max(first, key=_rank)
    beside = [two for forms in others for two in forms]
    pairs = [(one, two) for one in first for two in beside if _apart(one.printed, two.printed)]
    for one, two in sorted(pairs, key=_together, reverse=True):
        if one.weight + two.weight <= alone.weight:
            break
        for text in _joined(one.printed, two.printed):
            if own.passes(text, (*one.printed.cited, *two.printed.cited), "headline"):
                return Headline(text=text, parts=(one.printed, two.printed))
    return Headline(text=alone.printed.text, parts=(alone.printed,))


def _together(pair: tuple[Clause, Clause]) -> tuple[float, int, str, str]:
    one, two = pair
    length = words(one.printed.text) + words(two.printed.text)
    return one.weight + two.weight, length, one.printed.text, two.printed.text


def _rank(one: Clause) -> tuple[float, int, str]:
    return one.weight, words(one.printed.text), one.printed.text


def _weighed(printed: Printed, point: Printed | None, weight: float, leads: Leads) -> Clause:
    """Return a form of a matter with what it weighs: how much it tells, and how little beside it.

    Told is what stands in the key `point` and in headlines.
    """
    mine = content_words(printed.text)
    whole = content_words((point or printed).text)
    tells = PLAIN + len(mine & whole) / max(1, len(whole)) + leads.of(printed.text)
    to_the_point = len(mine & (whole | leads.words(printed.finding.articles))) / max(1, len(mine))
    full = min(1.0, len(mine) / FULL)
    return Clause(printed=printed, weight=weight * tells * to_the_point * full)


def _joined(one: Printed, two: Printed) -> Iterator[str]:
    """Yield two matters of one window as one headline, the best way first, where they have room.

    "as" says no more than that both belong to one time. Behind somebody's word it would go on with
    it: that, what is an outlet's, and what has a day or an "as" of its own, stands apart by a
    semicolon.
    """
    own_time = any(without_dates(part.text) != part.text for part in (one, two))
    credited = any(part.text.endswith(CREDITED) for part in (one, two))
    plain = own_time or credited or told(one.claim) or " as " in f"{one.text} {two.text}"
    for join in (BESIDE,) if plain else (" as ", BESIDE):
        text = f"{one.text}{join}{small(two.text, two.claim)}"
        if words(text) <= LIMIT:
            yield text


def _apart(one: Printed, two: Printed) -> bool:
    """Return whether two clauses tell two matters: of two speakers, with few words in common."""
    if one.finding.id == two.finding.id or one.claim.speaker == two.claim.speaker:
        return False
    shared = one.matter & two.matter
    return 2 * len(shared) < min(len(one.matter), len(two.matter))


def _writer(writer: Writer) -> Writer:
    """Return a writer of headlines, who takes everybody for introduced."""
    material = writer.material
    outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
    outlets.named.update(material.vocabulary.outlets)
    day = window_day(material.until, material.since)
    everybody = set(material.vocabulary.actors)
    names = Names(vocabulary=material.vocabulary, day=day, named=everybody)
    own = writer.anew()
    own.drafter = ClauseDrafter(
        names=names, outlets=outlets, speakers=writer.speakers, theatre=material.theatre
    )
    own.drafter.told = writer.told
    return own


def _of(finding: Finding, writer: Writer) -> Iterable[Printed]:
    """Return the forms of a finding that are short enough, each text once.

    Those that a known outlet tells come alone where there are any.
    """
    drafter = writer.drafter
    if not isinstance(drafter, ClauseDrafter):
        raise TypeError("a headline needs a drafter of clauses")
    forms: dict[str, Printed] = {}
    for claim in writer.claims(finding):
        for room in ROOMS:
            drafter.room = room
            outcome = writer.attempt(claim, finding, "headline")
            if not isinstance(outcome, Printed):
                break
            if finding.question.kind != "count" or any(map(str.isdigit, outcome.text)):
                forms.setdefault(outcome.text, outcome)
    known = [one for one in forms.values() if writer.trust.vouched([one.claim.id])]
    return known or list(forms.values())
