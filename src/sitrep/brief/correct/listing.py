"""Corrections as a page of Markdown."""

from collections.abc import Iterator, Sequence

from sitrep.brief.correct.found import said
from sitrep.brief.render.markdown import escape
from sitrep.brief.render.wording import safe_url
from sitrep.model.brief import Brief
from sitrep.model.corrections import Correction, Shown

NOTHING = "Nothing to correct: every report, finding and decision behind it stands."


def markdown(brief: Brief, found: Sequence[Correction]) -> str:
    """Return the corrections of `brief` by sentence, or that there are none, as Markdown."""
    lines = [f"# Corrections to: {escape(brief.title)}", ""]
    if not found:
        return "\n".join([*lines, NOTHING, ""])
    places = dict.fromkeys((one.where, one.sentence) for one in found)
    for where, sentence in places:
        mine = [one for one in found if (one.where, one.sentence) == (where, sentence)]
        lines += [f"## {where[:1].upper()}{where[1:]}", "", f"> {escape(sentence)}", ""]
        lines += [line for one in mine for line in _entry(one)]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(one: Correction) -> Iterator[str]:
    yield f"- **{one.kind}**: {escape(one.happened)}"
    yield from (f"  - {_shown(shown)}" for shown in one.shown)
    yield f"  - for print: {escape(one.notice)}"


def _shown(shown: Shown) -> str:
    url = safe_url(shown.url)
    return escape(said(shown)) + (f" <{url}>" if url else "")
