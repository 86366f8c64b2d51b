"""What one speaker says stands together, and no paragraph opens on what is told elsewhere."""

from collections.abc import Callable

import pytest

from sitrep.brief.plan.arrange import arrange
from sitrep.brief.write.sameness import content_words
from sitrep.brief.write.sentences import Printed

PRESIDENT = ("The president", None, "Anna Berg", "said")
MINISTER = ("The minister", None, "Karl Holm", "said")


@pytest.fixture
def make_printed(
    make_article: Callable, make_claim: Callable, make_finding: Callable
) -> Callable[..., Printed]:
    def build(
        text: str, speaker: tuple[str, None, str, str] | None = None, outlet: str = "Sample Wire"
    ) -> Printed:
        claim = make_claim(make_article(text, source=text[:9], outlet=outlet), speaker=speaker)
        return Printed(
            text=text, cited=(), finding=make_finding(claim), claim=claim, gates=(),
            matter=content_words(text),
        )  # fmt: skip

    return build


def test_one_speaker_is_heard_in_one_place(make_printed: Callable[..., Printed]) -> None:
    first = make_printed("The president said that the harbour would reopen.", PRESIDENT)
    between = make_printed("The minister said that grain prices had fallen.", MINISTER)
    last = make_printed("The president said that no envoy had been named.", PRESIDENT)
    assert arrange([first, between, last], {}) == [first, last, between]


def test_reports_of_one_outlet_are_no_speech(make_printed: Callable[..., Printed]) -> None:
    first = make_printed("Shells hit the depot of Arden.")
    other = make_printed("Envoys flew to Geneva for talks.", outlet="Sample Times")
    last = make_printed("Rain delayed the ferry at Belmont.")
    assert arrange([first, other, last], {}) == [first, other, last]


def test_no_paragraph_opens_on_an_occasion(make_printed: Callable[..., Printed]) -> None:
    after = make_printed("After the call, envoys flew to Geneva.")
    call = make_printed("Two presidents spoke by telephone on 19 May.")
    assert arrange([after, call], {}) == [call, after]
