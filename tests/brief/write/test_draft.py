"""What the edits of a sentence can leave wrong."""

import pytest

from sitrep.brief.write.draft import fault


@pytest.mark.parametrize(
    ("text", "resolved", "found"),
    [
        ("He kept his fingers crossed, the envoy Mara Tolen said.", "Mara Tolen",
         "points-back-after-cuts"),
        ("The plan must serve the towns, primarily, the envoy said.", None, "broken-off"),
        ("The plan must serve the towns, primarily those in the north, she said.", "she", ""),
        ("The port was shut this morning, the envoy said.", None, "undated-day"),
    ],
)  # fmt: skip
def test_faults(text: str, resolved: str | None, found: str) -> None:
    assert fault(text, resolved) == found
