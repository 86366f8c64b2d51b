"""The ledger's questions as a reader would ask them."""

import re
from collections.abc import Collection

from sitrep.model.findings import Question
from sitrep.vocabulary.questions import question_words
from sitrep.vocabulary.wording import with_articles

_DAY = r"\d{1,2} [A-Z]\w+"
_WINDOWS = (
    (r"(night of .*)", r"on the \1"),
    (r"(24 hours to .*)", r"in the \1"),
    (r"(week of .*)", r"in the \1"),
    (rf"({_DAY}(?:, \d\d:\d\d–\d\d:\d\d UTC)?)", r"on \1"),
    (rf"(\d{{1,2}}(?: [A-Z]\w+)?)–({_DAY})", r"from \1 to \2"),
    (r"([A-Z]\w+ \d{4}|\d{4})", r"in \1"),
    (rf"(as of {_DAY})", r"\1"),
)
"""Windows as the ledger writes them, and how they stand at the end of a question."""
_DENYING = re.compile(r"(?:denied|not confirmed)\b|(?:no|reported)$")


def asked(question: Question, answers: Collection[str] = ()) -> str:
    """Return a question of the ledger as a sentence, to which `answers` are given.

    "Drones shot down over Norland, night of 20–21 May" is asked as "How many drones were shot down
    over Norland on the night of 20–21 May?". Of an attack that nobody denies it is asked how it was
    made where that is what differs. What is a question already, or quotes a report, stays as it is.
    """
    text = question.text
    if question.worded and not text.endswith("?"):
        text = _put(question, *_split(text), answers)
    return with_articles(text)


def _split(text: str) -> tuple[str, str]:
    """Return a question's head and its window as it stands behind it; a place may have commas."""
    for comma in re.finditer(", ", text):
        when = _when(text[comma.end() :])
        if when:
            return text[: comma.start()], when
    return text, ""


def _put(question: Question, head: str, when: str, answers: Collection[str]) -> str:
    if question.kind == "count":
        return _count(question, head, when)
    actor, _, proposal = head.partition(" on ")
    if question.kind == "decision" and proposal:
        return f"What does {actor} make of {proposal}?"
    lower = f"{head[:1].lower()}{head[1:]}"
    if question.kind == "attack":
        return _attack(lower, when, answers)
    if question.kind in ("meeting", "visit"):
        return _met(lower, when, answers)
    return f"Were there {lower}{when}?" if question.kind == "sanction" else question.text


def _met(lower: str, when: str, answers: Collection[str]) -> str:
    """Return the question after talks or a visit: whether they were where somebody denies it."""
    if not any(map(_DENYING.match, answers)):
        return f"What became of the {lower}{when}?"
    several = lower.startswith("talks")
    return f"{'Were there' if several else 'Was there a'} {lower}{when}?"


def _attack(lower: str, when: str, answers: Collection[str]) -> str:
    """Return the question after an attack: whether it was made, or how, where accounts differ."""
    rest = lower.removeprefix("attack")
    for manner, form in question_words().asked_manners.items():
        if manner in answers:
            return form.format(rest=f"{rest}{when}")
    return f"Was there an attack{rest}{when}?"


def _count(question: Question, head: str, when: str) -> str:
    words = question_words()
    kind = question.key.split("|", 2)[1]
    form, tail = words.asked.get(kind, ""), words.counts.get(kind, "").removeprefix("{counted}")
    counted, found, rest = f"{head[:1].lower()}{head[1:]}".partition(tail or "\n")
    if form and found:
        return form.format(counted=counted, rest=f"{rest}{when}")
    number, whole, what = head.partition("Number of ")
    if whole and not number:
        return f"How many {what} were counted{when}?"
    for state in words.stocks:
        what, found, _ = f"{head[:1].lower()}{head[1:]}".partition(f" {state}")
        if found:
            return f"How many {what} are {state}{when}?"
    return f"{head}{when}: how much?"


def _when(window: str) -> str:
    """Return " on the night of 20–21 May" for "night of 20–21 May", "" for what is no window."""
    for pattern, form in _WINDOWS:
        found = re.fullmatch(pattern, window)
        if found:
            return f" {found.expand(form)}"
    return ""
