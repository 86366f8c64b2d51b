"""What a reader has read is not told again, in other words or under another question."""

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.write.draft import Draft
from sitrep.brief.write.matters import Matters
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.brief.write.told import Told
from sitrep.model.extraction import Claim, Figure, Place

APPEAL = "Pope Leo XIV appealed on 13 March for aid to reach the towns of the besieged valley."
AGAIN = "Pope Leo XIV called on 13 March for help to reach besieged towns of the northern valley."


def toll_of(claim: Claim) -> Claim:
    """Return a claim with the town that its words name and the dead that they count, if any."""
    match = re.search(r"(?:Strikes|A raid) on (\w+) killed (\w+)", claim.evidence.quote)
    if match is None:
        return claim
    town = Place(span=claim.evidence, name=match[1])
    dead = Figure(span=claim.evidence, kind="killed", value=float(match[2]))
    return replace(claim, places=(town,), figures=(dead,))


@pytest.fixture
def told(
    make_article: Callable, make_claim: Callable, make_finding: Callable, make_material: Callable
) -> Callable[..., bool]:
    def build(first: str, second: str, **more: object) -> bool:
        """Return whether `second` repeats `first`; `more` goes into the second claim."""
        articles = [make_article(first), make_article(second, source="other", outlet="Other")]
        speaker = ("Pope Leo XIV", "pope-leo-xiv", "Pope Leo XIV", "appealed")
        claims = [
            make_claim(article, speaker=speaker if "appealed" in article.text else None)
            for article in articles
        ]
        claims[1] = replace(claims[1], speaker_id="pope-leo-xiv", **more)
        claims = [toll_of(claim) for claim in claims]
        material: Material = make_material(tuple(articles), tuple(claims), ())
        writer = Writer(material)
        matters = Matters(material.claims, material.vocabulary, writer._known)
        judge = Told(material, matters)
        drafts = [Draft(text=claim.evidence.quote, claim=claim) for claim in claims]
        matter = judge.matter(drafts[0])
        printed = Printed(
            text=first, cited=(), finding=make_finding(claims[0]), claim=claims[0], gates=(),
            matter=matter,
        )  # fmt: skip
        return judge.repeats(drafts[1], judge.matter(drafts[1]), printed)

    return build


def test_a_third_party_says_a_thing_once(told: Callable[..., bool]) -> None:
    assert told(APPEAL, AGAIN)


def test_another_matter_of_a_third_party_is_new(told: Callable[..., bool]) -> None:
    assert not told(APPEAL, "Pope Leo XIV offered the Vatican as a place for talks in April.")


def test_names_of_the_sides_make_no_word_and_deed_alike(told: Callable[..., bool]) -> None:
    deed = "Kyiv's European allies imposed new sanctions on Moscow."
    word = (
        "Pope Leo XIV appealed to Ukraine and Russia to impose sanctions on no maker of medicines."
    )
    assert not told(deed, word)
    assert told(deed, word.replace("on no maker of medicines", "as European allies do"))


def test_a_toll_that_rose_is_told_once(told: Callable[..., bool]) -> None:
    rose = "A raid on Ostrov killed 12, a spokesman of the emergency services announced later on."
    assert told(rose, "Strikes on Ostrov killed 9 overnight and left windows broken everywhere.")
    assert not told(rose, "Strikes on Lipki killed 9 overnight and left windows broken everywhere.")
    other = "Strikes on Ostrov killed 9 overnight and left windows broken everywhere."
    assert not told(rose, other, side="russia")
