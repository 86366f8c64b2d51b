"""A brief as one self-contained HTML page: no script, no request, everything escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from sitrep.brief.render import wording
from sitrep.brief.render.drawn import Drawn
from sitrep.brief.render.notes import Notes
from sitrep.model.brief import Brief


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("sitrep.brief.render"),
        autoescape=True,
        finalize=_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def _visible(value: Any) -> Any:
    """Return a value as it is set; the drawings' markup escapes and stays as it is."""
    return wording.visible(value) if type(value) is str else value


def render(brief: Brief) -> str:
    """Return `brief` as an HTML page that reads, prints and opens its footnotes without scripts.

    Every string of the brief is escaped; only http(s) addresses become links.
    """
    return _template("brief.html.j2").render(
        brief=brief, notes=Notes(brief), wording=wording, drawn=Drawn(brief)
    )


def fragment(brief: Brief) -> str:
    """Return `brief` as plain HTML without head, style or notes, for feeds; everything escaped."""
    return _template("feed.html.j2").render(brief=brief, wording=wording)
