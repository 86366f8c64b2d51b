"""Wire and agency credits in a text: whose report it says it carries."""

import re
from collections.abc import Iterable
from typing import Literal

from sitrep.lineage import cues
from sitrep.model.base import Record
from sitrep.vocabulary.types import Outlet, Vocabulary

Where = Literal["dateline", "byline", "text"]
Form = Literal["signature", "syndication", "report", "interview", "contribution"]
Judged = tuple[Where, Form, str]

DATELINE_CHARS = 120
"""A dateline (places, date, agency) ends within this many characters of the text's start."""

NEAR_CHARS = DATELINE_CHARS
"""How far before and after a name its cue is looked for."""


class Credit(Record, frozen=True, kw_only=True):
    """`text[start:end]` names the outlet `agency` (a vocabulary id, shown as `name`) as the source.

    `form` says how: a signature ("(Reuters)", "/TASS/", a byline), syndication ("© 2025 AFP",
    "from the PTI feed"), a report ("Reuters reported"), an interview ("told Interfax") or a
    contribution ("With files from AP"). `wire` is true for an agency, whose reports others carry.
    """

    agency: str
    name: str
    start: int
    end: int
    where: Where
    form: Form
    wire: bool = False
    reasons: tuple[str, ...] = ()


class CreditFinder:
    """Finds credits of the outlets of one vocabulary; made once, used for many texts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        names = _names(vocabulary.outlets.values())
        self._outlets = dict(names)
        alternatives = "|".join(re.escape(spelling) for spelling, _ in names) or "(?!)"
        self._pattern = re.compile(rf"(?<![\w@.-])(?:{alternatives})(?![\w@])")

    def find(self, text: str, *, where: Where | None = None) -> tuple[Credit, ...]:
        """Return the credits in `text`, in text order, at most one for each mention of an outlet.

        `text` may be an article, its byline (`where="byline"`: there a bare name is a credit), its
        dateline (`where="dateline"`) or one sentence. Without `where`, a signature near the start
        is the dateline's. A name alone in running text, or under a photograph, is no credit.
        """
        found = []
        for match in self._pattern.finditer(text):
            judged = self._judge(text, match, where)
            if judged is None:
                continue
            place, form, reason = judged
            outlet = self._outlets[match[0]]
            found.append(
                Credit(
                    agency=outlet.id,
                    name=outlet.name,
                    start=match.start(),
                    end=match.end(),
                    where=place,
                    form=form,
                    wire=outlet.agency,
                    reasons=(reason,),
                )
            )
        return tuple(found)

    def _judge(self, text: str, match: re.Match[str], where: Where | None) -> Judged | None:
        if where == "byline":
            return "byline", "signature", "named in the byline"
        before = text[max(0, match.start() - NEAR_CHARS) : match.start()]
        after = text[match.end() : match.end() + NEAR_CHARS]
        early = where == "dateline" or (
            where is None
            and match.start() < DATELINE_CHARS
            and cues.DATELINE_BEFORE.fullmatch(before) is not None
        )
        if self._signed(before, match[0], after, early=early):
            return ("dateline" if early else "text"), "signature", f"signed {match[0]}"
        if early and cues.DASH_AFTER.match(after):
            return "dateline", "signature", f"signed {match[0]}"
        return _told(before, match[0], after)

    def _signed(self, before: str, name: str, after: str, *, early: bool) -> bool:
        """Return whether slashes, or brackets with nothing but agencies in them, hold the name.

        In the text brackets sign a report only after its end, or when they name several: elsewhere
        they explain an abbreviation that some agency happens to bear.
        """
        if before.endswith("/") and after.startswith("/"):
            return True
        opening, closing = cues.OPENING.search(before), cues.CLOSING.match(after)
        if not opening or not closing:
            return False
        inside = cues.BETWEEN_NAMES.split(f"{opening[1]}{name}{closing[1]}")
        if any(part.strip() not in self._outlets for part in inside):
            return False
        agencies = all(self._outlets[part.strip()].agency for part in inside)
        ended = len(inside) > 1 or cues.SENTENCE_END.search(before[: opening.start()])
        return early or (agencies and bool(ended))


def credits(  # noqa: A001 - the field's word; the built-in only prints the interpreter's authors
    text: str, vocabulary: Vocabulary, *, where: Where | None = None
) -> tuple[Credit, ...]:
    """Return the credits in one text as `CreditFinder.find` does.

    For many texts make one `CreditFinder`: it reads the vocabulary once.
    """
    return CreditFinder(vocabulary).find(text, where=where)


def _told(before: str, name: str, after: str) -> Judged | None:
    """Return what the words around a name in running text make of it."""
    words = cues.cues()
    if words.taken.match(after) or words.rights.search(before):
        return "text", "syndication", f"taken over from {name}"
    if words.contributed.match(after) or words.helped.search(before):
        return "text", "contribution", f"{name} contributed"
    if words.no_report.match(after):
        return None
    if reported := words.reported.match(after):
        return "text", "report", f"“{name}{reported[0]}”"
    if told := words.told.search(before):
        form: Form = "interview" if words.interview.match(told["cue"]) else "report"
        return "text", form, f"“{told['cue']} {name}”"
    return None


def _names(outlets: Iterable[Outlet]) -> list[tuple[str, Outlet]]:
    """Return each way to name an outlet, longest first; an agency wins a disputed spelling."""
    found = {
        spelling: outlet
        for outlet in sorted(outlets, key=lambda outlet: (outlet.agency, outlet.id))
        for written in (outlet.name, *outlet.credits)
        if len(spelling := written.strip(" /()[]—–-.")) > 1
    }
    return sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
