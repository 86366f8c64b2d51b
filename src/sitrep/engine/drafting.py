"""A brief, drafted anew by another writer and checked."""

from sitrep.brief.material import Material
from sitrep.brief.redraft import Ground, redraft
from sitrep.brief.write.assignments import Writer, assignments
from sitrep.brief.write.evidence import who_is_who
from sitrep.brief.write.names import window_day
from sitrep.model.brief import Brief
from sitrep.model.issues import Issue


def drafted(brief: Brief, material: Material, writer: Writer) -> tuple[Brief, tuple[Issue, ...]]:
    """Return `brief` (composed from `material`) with what `writer` drafted and the gates passed.

    The issues say what the writer could not give and which drafts were refused, and why.
    """
    drafts = writer.draft(assignments(brief))
    day = window_day(material.until, material.since)
    ground = Ground(
        texts={id_: article.text for id_, article in material.articles.items()},
        known=who_is_who(material.vocabulary, material.theatre, day),
    )
    written, refused = redraft(brief, drafts.texts, by=(writer.name, writer.model), ground=ground)
    return written, (*drafts.issues, *refused)
