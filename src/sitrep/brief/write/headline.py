"""The headline: the first key point that says what happened in fourteen words."""

from collections.abc import Sequence

from sitrep.brief.material import Material
from sitrep.brief.write.sentences import Printed, Writer


def headline(material: Material, writer: Writer, points: Sequence[Printed]) -> Printed | None:
    """Return the headline, None when nothing fits: from the key points, else from any finding.

    It may repeat a key point: a headline stands for the brief, not beside it.
    """
    ranked = sorted(material.findings, key=lambda f: (-f.importance, f.id))
    findings = [point.finding for point in points] + ranked[:HEADLINES_TRIED]
    for finding in findings:
        printed = writer.write_headline(finding)
        if printed is not None:
            return printed
    return None


HEADLINES_TRIED = 30
