"""A position in the verb of the report itself, with all that the sentence ties it to."""

from datetime import date

from sitrep.model.extraction import Attribution, Claim
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.stands import Stand
from sitrep.vocabulary.phrases import phrase_patterns

_LONGEST = 40
"""A content of more words is no clause of one line."""


def account(stand: Stand, evidence: Evidence, day: date | None) -> str | None:
    """Return what an actor says of its own position, as a clause in the words of the report.

    "Norland said on 11 March it was ready to accept the truce if Sudria did the same": a day other
    than `day` is told. None where the report does not tell it as the content of what is said, with
    the actor as its subject.
    """
    claim = evidence.claims[stand.claims[0]]
    told = claim.attribution
    if stand.value != "open" or stand.teller or told is None or told.form != "indirect":
        return None
    if len(told.content) != 1:
        return None
    name, text = evidence.name(stand.actor), told.content[0].quote.rstrip(".").removeprefix("that ")
    itself = claim.speaker.casefold() == name.removeprefix("the ").casefold()
    subjects = (f"{name} ", "it ") if itself else (f"{name} ",)
    subject = next((one for one in subjects if text.startswith(one)), None)
    if subject is None or len(text.split()) > _LONGEST:
        return None
    rest = text.removeprefix(subject)
    now = rest.split(None, 1)[0] in phrase_patterns().present.values()
    dated = _dated(claim, told, day)
    return f"{name} {'says' if now and not dated else 'said'}{dated} it {rest}"


def _dated(claim: Claim, told: Attribution, day: date | None) -> str:
    """Return " on 11 March" where it was said on a day that is not `day`."""
    start, end = told.content[0].start, told.content[0].end
    said = [
        one.start.date()
        for one in claim.times
        if one.granularity == "day" and not start <= one.span.start < end
    ]
    if len(said) != 1 or said[0] == day:
        return ""
    return f" on {said[0].day} {said[0]:%B}"
