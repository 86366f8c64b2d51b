"""Findings are handed out by importance, each once."""

from collections.abc import Callable

from sitrep.brief.plan.outline import Outline
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding


def test_most_important_first_within_the_tracks_asked_for(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
) -> None:
    claim = make_claim(make_article("Troops left the northern town by night."))
    low = make_finding(claim, text="low", importance=0.4)
    high = make_finding(claim, text="high", importance=0.9)
    other = make_finding(claim, text="other", importance=1.0, track="strikes")
    outline = Outline([low, other, high])
    assert list(outline.of("ground")) == [high, low]
    assert next(outline.of()) == other


def test_printed_superseded_and_withdrawn_findings_are_not_handed_out(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
) -> None:
    claim = make_claim(make_article("Troops left the northern town by night."))
    printed = make_finding(claim, text="printed")
    old = make_finding(claim, text="old", status="superseded")
    gone = make_finding(claim, text="gone", status="withdrawn")
    outline = Outline([printed, old, gone])
    outline.use(printed)
    assert list(outline.of()) == []


def test_finding_without_weight_beside_the_first_is_not_told(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
) -> None:
    claim = make_claim(make_article("Troops left the northern town by night."))
    first = make_finding(claim, text="first", importance=1.0)
    minor = make_finding(claim, text="minor", importance=0.1, track="aid")
    weighty = make_finding(claim, text="weighty", importance=0.6, track="prisoners")
    outline = Outline([first, minor, weighty])
    assert list(outline.of("aid")) == []
    assert list(outline.of("prisoners")) == [weighty]


def test_details_of_a_leading_story_are_told_though_they_weigh_little(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
) -> None:
    claim = make_claim(make_article("Troops left the northern town by night."))
    first = make_finding(claim, text="first", importance=0.5, stories=("deal",))
    detail = make_finding(claim, text="detail", importance=0.1, stories=("deal",))
    apart = make_finding(claim, text="apart", importance=0.1, stories=("fair",))
    assert list(Outline([first, detail, apart]).of()) == [first, detail]


def test_the_weightiest_finding_of_a_story_gives_its_track(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
) -> None:
    claim = make_claim(make_article("Troops left the northern town by night."))
    raid = make_finding(claim, text="raid", importance=0.5, track="strikes", stories=("raid",))
    word = make_finding(claim, text="word", importance=0.3, track="other", stories=("raid",))
    alone = make_finding(claim, text="alone", importance=0.3, track="other")
    outline = Outline([word, raid, alone])
    assert [outline.leading(one) for one in (word, raid, alone)] == ["strikes", "strikes", "other"]
