"""Times, references and short notices as every rendering words them."""

import re
from collections.abc import Iterator
from datetime import datetime

from sitrep.model.brief import (
    Brief,
    BriefIndicator,
    BriefOutlook,
    BriefScenario,
    Change,
    Citation,
    ContestedAnswer,
    ContestedRow,
    Method,
    Quotation,
    Source,
)
from sitrep.model.findings import Grade
from sitrep.vocabulary.languages import language_name

NO_KEY_POINTS = "The reports read carry no key point for this window."
NO_LEAD = "Too little reporting for an overview."
NO_ANALYSIS = "No track has enough reporting for an analysis."
NO_OUTLOOK = "The reports leave no question open on which courses could be set side by side."
NO_QUOTATION = "No quotation was chosen: none has a known speaker and stands alone."
NO_CONTESTED = "No two reports read contradict each other on anything that can be compared."
NO_RATE = "No record of comparable cases gives either course a probability."
NO_EARLIER = "No earlier brief on this conflict is in the store to compare with."
NO_SOURCES = "No source is cited."
WHEN_UNKNOWN = "no date"
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def day(moment: datetime | None) -> str:
    """Return "21 May 2025", or that there is no date."""
    return f"{moment.day} {moment:%B %Y}" if moment else WHEN_UNKNOWN


def minute(moment: datetime | None) -> str:
    """Return "21 May 2025, 14:05 UTC", or that there is no date."""
    return f"{day(moment)}, {moment:%H:%M} UTC" if moment else WHEN_UNKNOWN


def window(method: Method) -> str:
    """Return "20 May 20:00 – 21 May 2025 20:00 UTC", or which end is open."""
    since, until = method.since, method.until
    if since and until:
        begin = f"{since.day} {since:%B}" if since.year == until.year else day(since)
        return f"{begin} {since:%H:%M} – {day(until)} {until:%H:%M} UTC"
    if since:
        return f"since {minute(since)}"
    return f"until {minute(until)}" if until else "all reports read"


def knowledge(method: Method) -> str:
    """Return "as known on 12 March 2025, 20:00 UTC", or that nothing stored is left out."""
    return f"as known on {minute(method.as_of)}" if method.as_of else "with all that is stored"


def references(citations: tuple[Citation, ...]) -> tuple[int, ...]:
    """Return the source numbers of `citations`, each once, the lowest first."""
    return tuple(sorted({citation.source for citation in citations}))


def odds(scenario: BriefScenario) -> str:
    """Return "likely (about 60 %); such a day was …", "" where nothing gives a probability."""
    if scenario.word is None:
        return ""
    share = f" (about {scenario.probability:.0%})" if scenario.probability is not None else ""
    return f"{scenario.word}{share}; {scenario.basis}"


def sign(indicator: BriefIndicator) -> str:
    """Return a sign to watch, with how probable it is where a base rate says so."""
    if indicator.odds is None:
        return indicator.text
    one = indicator.odds
    event = f"{one.event[:1].upper()}{one.event[1:]}"
    return f"{indicator.text} {event} is {one.word} (about {one.probability:.0%}): {one.basis}."


def unrated(outlook: BriefOutlook) -> str:
    """Return that no course has a probability, "" where one has, or where there are none."""
    if not outlook.scenarios or any(one.word for one in outlook.scenarios):
        return ""
    return NO_RATE


def grade(value: Grade) -> str:
    """Return the Admiralty grade, "B2"."""
    return f"{value.reliability}{value.credibility}"


def speaker(quotation: Quotation) -> str:
    """Return "Name, office, 21 May 2025" with what is known.

    Where no report says on which day the words were spoken, "reported on" stands before the date.
    """
    when = day(quotation.date) if quotation.date else None
    when = f"reported on {when}" if when and quotation.dated == "reported" else when
    parts = [quotation.speaker, quotation.office, when]
    return ", ".join(part for part in parts if part)


def compared(brief: Brief) -> str:
    """Return with which brief this one was compared, and how much is new or different."""
    last = brief.compared
    if last is None:
        return NO_EARLIER
    counts = [
        f"{count} {what}"
        for count, what in (
            (last.new, "new"),
            (last.changed, "changed"),
            (last.superseded, "superseded"),
            (last.withdrawn, "withdrawn"),
        )
        if count
    ]
    if not counts:
        return f"Nothing new since the brief of {minute(last.until)}."
    listed = " The weightiest that stand nowhere above:" if brief.changes else ""
    return (
        f"Against the brief of {minute(last.until)}: {_fresh(brief)} Findings in all:"
        f" {', '.join(counts)}.{listed}"
    )


def _fresh(brief: Brief) -> str:
    """Return which parts of the brief tell what the last one did not know."""
    places = brief.compared.fresh if brief.compared else ()
    parts = [
        ("key points", len(brief.key_points), "key point"),
        ("sentences of the lead", sum(len(p.sentences) for p in brief.lead), "lead"),
        ("sentences of the analysis", sum(len(p.sentences) for p in brief.analysis), "analysis"),
    ]
    told = ["the headline"] if "headline" in places else []
    for name, total, begin in parts:
        count = sum(place.startswith(begin) for place in places)
        told += [f"{count} of {total} {name}" if count < total else f"all {name}"] if count else []
    return f"New above: {', '.join(told)}." if told else "Nothing above is new."


def change(item: Change) -> str:
    """Return the kind of a change as it stands before its text."""
    return item.kind[:1].upper() + item.kind[1:]


def published(source: Source) -> str:
    """Return when a source appeared and, where nobody declared it, on what the date rests."""
    if source.published_at is None:
        return WHEN_UNKNOWN
    rests = "" if source.date_basis == "declared" else f" (date from {source.date_basis})"
    return minute(source.published_at) + rests


def foreign(source: Source, brief: Brief) -> str | None:
    """Return "in Ukrainian" for a source in another language than the brief's, else None."""
    if source.language in {"und", brief.language}:
        return None
    return f"in {language_name(source.language)}"


def original_words(source: Source, brief: Brief) -> tuple[str, ...]:
    """Return the words that tables cite from a source in another language, as they stand there."""
    if foreign(source, brief) is None:
        return ()
    rows = (answer.citations for row in brief.contested for answer in row.answers)
    cited = (
        citation
        for citations in (*rows, *(c.citations for c in brief.changes))
        for citation in citations
    )
    return tuple(dict.fromkeys(c.quote for c in cited if c.source == source.number))


def counts(method: Method) -> str:
    """Return how many documents were read and what became of them, in one sentence."""
    return (
        f"{method.documents_read} documents read, {method.articles} of them articles; "
        f"{method.on_theatre} on this conflict, {method.folded} folded as copies."
    )


def method(how: Method) -> Iterator[str]:
    """Yield how a brief was made, a sentence each."""
    yield f"Window: {window(how)}; {knowledge(how)}."
    yield counts(how)
    for item in how.left_out:
        yield f"Left out: {item.count}, {item.reason}."
    yield from how.notes
    yield f"Sitrep {how.version}, run {how.run_id}."


def visible(text: str) -> str:
    """Return `text` without marks that turn the direction of writing and letters without a form.

    Cited words keep them in the JSON; on a page they would turn around what stands beside them.
    """
    return _UNSEEN.sub("", text)


def safe_url(url: str | None) -> str | None:
    """Return `url` if it is a plain http(s) address that a reader may open, else None."""
    if url is None or any(ord(letter) <= 32 or letter in "\"'<>`\\" for letter in url):
        return None
    scheme, mark, rest = url.partition("://")
    return url if mark and rest and scheme.lower() in {"http", "https"} else None


def answer(one: ContestedAnswer) -> str:
    """Return what one side says, with who says it in brackets."""
    who = claimants(one)
    return f"{one.text} ({who})" if who else one.text


def claimants(one: ContestedAnswer) -> str:
    """Return who gives an answer, without those whom it names itself ("denied by Ukraine").

    Who is the answer, as a party that says it holds a town, is not named twice.
    """
    names = (name for name in one.claimants if f"by {name}" not in one.text)
    return ", ".join("its own account" if name == one.text else name for name in names)


def origins(row: ContestedRow) -> str:
    """Return "2 : 1", or "one claimant" where one and the same gives every answer."""
    claimants = {answer.claimants for answer in row.answers}
    if len(claimants) == 1 and next(iter(claimants)):
        return "one claimant"
    return " : ".join(str(answer.origins) for answer in row.answers)
