"""The ledger's questions as a reader would ask them."""

import re

from sitrep.model.findings import Question
from sitrep.vocabulary.questions import question_words
from sitrep.vocabulary.wording import with_articles

_DAY = r"\d{1,2}(?:–\d{1,2})? [A-Z]\w+"
_WINDOWS = (
    (r"night of .*", "on the {}"),
    (r"24 hours to .*", "in the {}"),
    (r"week of .*", "in the {}"),
    (rf"{_DAY}(?:, \d\d:\d\d–\d\d:\d\d UTC)?", "on {}"),
    (r"[A-Z]\w+ \d{4}|\d{4}", "in {}"),
)
"""Windows as the ledger writes them, and how they stand at the end of a question."""


def asked(question: Question) -> str:
    """Return a question of the ledger as a sentence.

    "Drones shot down over Norland, night of 20–21 May" is asked as "How many drones were shot down
    over Norland on the night of 20–21 May?". What is a question already, or has a window of another
    form, stays as it is.
    """
    head, _, window = question.text.partition(", ")
    when = _when(window)
    text = question.text
    if not text.endswith("?") and (when or not window):
        text = _put(question, head, when)
    return with_articles(text)


def _put(question: Question, head: str, when: str) -> str:
    lower = f"{head[:1].lower()}{head[1:]}"
    actor, _, proposal = head.partition(" on ")
    if question.kind == "count":
        return _count(question, head, when)
    if question.kind == "decision" and proposal:
        return f"What does {actor} make of {proposal}?"
    if question.kind in ("meeting", "visit"):
        return f"What became of the {lower}{when}?"
    if question.kind in ("attack", "event", "sanction"):
        return f"Is the report of the {lower}{when} true?"
    return question.text


def _count(question: Question, head: str, when: str) -> str:
    words = question_words()
    kind = question.key.split("|", 2)[1]
    form, tail = words.asked.get(kind, ""), words.counts.get(kind, "").removeprefix("{counted}")
    counted, found, rest = head.partition(tail)
    if not form or not tail or not found:
        number, whole, what = head.partition("Number of ")
        return f"How many {what}{when}?" if whole and not number else f"{head}{when}: how much?"
    return form.format(counted=f"{counted[:1].lower()}{counted[1:]}", rest=f"{rest}{when}")


def _when(window: str) -> str:
    """Return " on the night of 20–21 May" for "night of 20–21 May", "" for what is no window."""
    for pattern, form in _WINDOWS:
        if re.fullmatch(pattern, window):
            return f" {form.format(window)}"
    return ""
