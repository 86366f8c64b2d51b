"""Words that a brief writes in its own way."""

from collections.abc import Callable

import pytest

from sitrep.brief.write.edits import apply
from sitrep.brief.write.wording import plain_cue
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("The union says that it puts no limit on grain.", "says",
         "The union said that it puts no limit on grain."),
        ("The union insists it will open the port.", "insists",
         "The union insisted it will open the port."),
        ("The union has said that the port is open.", "has said",
         "The union said that the port is open."),
        ("The union revealed that the port is open.", "revealed",
         "The union said that the port is open."),
        ("The union says the port is open; the quay, it says, is not.", "says",
         "The union says the port is open; the quay, it says, is not."),
        ("The union said that the port is open.", "said",
         "The union said that the port is open."),
    ],
)  # fmt: skip
def test_what_somebody_says_is_told_in_the_plain_past(
    text: str,
    cue: str,
    told: str,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    claim = make_claim(make_article(text), speaker=("The union", None, "The union", cue))
    assert apply(text, 0, plain_cue(claim)) == told
