"""Wire and agency credits in a text: whose report it says it carries."""

import re
from collections.abc import Iterable
from typing import Literal

from sitrep.lineage import cues
from sitrep.model.base import Record
from sitrep.vocabulary.types import Outlet, Vocabulary

Where = Literal["dateline", "byline", "text"]
Form = Literal["signature", "report", "interview", "contribution"]
Judged = tuple[Where, Form, str]
Name = tuple[str, str, str]
"""A spelling, and the id and name of the outlet it stands for."""

DATELINE_CHARS = 120
"""A dateline (places, date, agency) ends within this many characters of the text's start."""

NEAR_CHARS = DATELINE_CHARS
"""How far before and after a name its cue is looked for."""


class Credit(Record, frozen=True, kw_only=True):
    """`text[start:end]` names the outlet `agency` (a vocabulary id, shown as `name`) as the source.

    `form` says how: a signature ("(Reuters)", "/TASS/", a byline), a report ("Reuters reported"),
    an interview ("told Interfax") or a contribution ("With files from AP").
    """

    agency: str
    name: str
    start: int
    end: int
    where: Where
    form: Form
    reasons: tuple[str, ...] = ()


class CreditFinder:
    """Finds credits of the outlets of one vocabulary; made once, used for many texts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        names = _names(vocabulary.outlets.values())
        self._outlets = {spelling: (id_, name) for spelling, id_, name in names}
        alternatives = "|".join(re.escape(spelling) for spelling, _, _ in names) or "(?!)"
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
            agency, name = self._outlets[match[0]]
            found.append(
                Credit(
                    agency=agency,
                    name=name,
                    start=match.start(),
                    end=match.end(),
                    where=place,
                    form=form,
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
        if self._enclosed(before, match[0], after):
            return ("dateline" if early else "text"), "signature", f"signed {match[0]}"
        if early and cues.DASH_AFTER.match(after):
            return "dateline", "signature", f"signed {match[0]}"
        return _told(before, match[0], after)

    def _enclosed(self, before: str, name: str, after: str) -> bool:
        """Return whether brackets or slashes hold this name and nothing but names of outlets."""
        if before.endswith("/") and after.startswith("/"):
            return True
        opening, closing = cues.OPENING.search(before), cues.CLOSING.match(after)
        if not opening or not closing:
            return False
        inside = f"{opening[1]}{name}{closing[1]}"
        return all(part.strip() in self._outlets for part in cues.BETWEEN_NAMES.split(inside))


def credits(  # noqa: A001 - the field's word; the built-in only prints the interpreter's authors
    text: str, vocabulary: Vocabulary, *, where: Where | None = None
) -> tuple[Credit, ...]:
    """Return the credits in one text as `CreditFinder.find` does.

    For many texts make one `CreditFinder`: it reads the vocabulary once.
    """
    return CreditFinder(vocabulary).find(text, where=where)


def _told(before: str, name: str, after: str) -> Judged | None:
    """Return what the words around a name in running text make of it."""
    if cues.CONTRIBUTED.match(after) or cues.WITH.search(before):
        return "text", "contribution", f"{name} contributed"
    if cues.NO_REPORT.match(after):
        return None
    if reported := cues.REPORTED.match(after):
        return "text", "report", f"“{name}{reported[0]}”"
    if told := cues.TOLD.search(before):
        form: Form = "interview" if cues.INTERVIEW.match(told["cue"]) else "report"
        return "text", form, f"“{told['cue']} {name}”"
    return None


def _names(outlets: Iterable[Outlet]) -> tuple[Name, ...]:
    """Return each way to name an outlet, longest first; an agency wins a disputed spelling."""
    found = {
        spelling: (spelling, outlet.id, outlet.name)
        for outlet in sorted(outlets, key=lambda outlet: (outlet.agency, outlet.id))
        for written in (outlet.name, *outlet.credits)
        if len(spelling := written.strip(" /()[]—–-.")) > 1
    }
    return tuple(sorted(found.values(), key=lambda name: (-len(name[0]), name[0])))
