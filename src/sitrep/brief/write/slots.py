"""Where a day can be written into a sentence that has none: only where it belongs to one thing."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sitrep.brief.write.dating import Day
from sitrep.brief.write.draft import Draft
from sitrep.brief.write.edits import small, words
from sitrep.model.extraction import Claim
from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.standing import standing_words

SUBJECT = 12
"""So many words at most stand before the verb of a sentence that opens on its subject."""
_LEADS_ON = re.compile(
    r"(?:In|On|At|After|Before|During|Following|As|When|While|If|For|From|With|Since|By|Under|Amid|"
    r"Despite|According|Asked)\b|\w+ing\b"
)
_NOT_PAST = re.compile(
    r"\b(?:has|have|had|will|would|may|might|could|can|is|are|be|to|been)(?: \w+ly)? $"
)
_PERFECT = re.compile(r"^(?:has|have|had) ")
"""Goes before a verb of saying, as in `plain_cue`."""


def dated(drafts: Iterable[Draft], day: Day) -> Iterator[Draft]:
    """Yield the drafts that tell `day`, with the sentence that gives it."""
    for draft in drafts:
        text = with_day(draft.text, day, draft.claim)
        if text is not None:
            yield replace(draft, text=text, dated=day.cited)


def with_day(text: str, day: Day, claim: Claim) -> str | None:
    """Return a sentence that tells a day; None where it could be read with another thing.

    The day stands before its occasion ("the 19 May call"), in front of a sentence that opens on the
    subject of its first verb, or behind who is said last to say it. The names of `claim` keep their
    capitals.
    """
    if day.occasion:
        place = re.search(rf"\b(?:the|his|her|their) (?={re.escape(day.occasion)}\b)", text)
        return f"{text[: place.end()]}{day.text} {text[place.end() :]}" if place else None
    verb = re.search(rf"\b{re.escape(_as_written(day.verb))}\b", text)
    if verb is None or not _past(verb[0]) or _NOT_PAST.search(text[: verb.start()]):
        return None
    subject, behind = text[: verb.start()], text[verb.end() :]
    if not (_LEADS_ON.match(text) or re.search(r"[,;:—–“]", subject) or words(subject) > SUBJECT):
        return f"On {day.text} {small(text, claim)}"
    if re.fullmatch(r"(?: [\w’-]+){0,4}\.", behind) and re.search(r"[,”] [^,“”]+$", subject):
        return f"{text[:-1]} on {day.text}."
    return None


def _as_written(verb: str) -> str:
    """Return a verb of saying as it is printed: "said" for "says" and for "has said"."""
    first, *rest = _PERFECT.sub("", verb).split(" ")
    return " ".join((standing_words().present.get(first, first), *rest))


def _past(verb: str) -> bool:
    last = verb.lower().split()[-1]
    return (
        last.endswith("ed") or last in {"said", "told", "wrote"} or last in gate_words().irregular
    )
