"""Words that tell nothing go, and translated English becomes plain."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sitrep.brief.write.edits import apply
from sitrep.brief.write.wording import plain_cue, plain_past, plain_words, terse
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Span


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norland spoke of its ongoing, offensive in the valley.",
         "Norland spoke of its offensive in the valley."),
        ("A total of five lorries came to the port.", "Five lorries came to the port."),
        ("A large number of city lorries came to the port.",
         "A large number of city lorries came to the port."),
        ("A small number of lorries came to the port.",
         "A small number of lorries came to the port."),
        ("The Port Authority (PA) closed its gates.", "The Port Authority closed its gates."),
        ("The army posted a video on X, formerly Twitter, by night.",
         "The army posted a video on X by night."),
        ("It was a borderline decision in Harbour.", "It was a borderline decision in Harbour."),
        ("An unmanned aerial vehicle was shot down.", "A drone was shot down."),
        ("Speaking in Harbour a few hours later, the envoy wept.",
         "Speaking in Harbour, the envoy wept."),
        ("Unmanned aerial vehicles and 30 UAVs fell.", "Drones and 30 drones fell."),
        ("Air defence units on duty destroyed three rockets.",
         "Air defence units destroyed three rockets."),
        ("Soldiers left Harbour region for the Tavrin Region.",
         "Soldiers left Harbour region for the Tavrin region."),
        ("Five people died in Harbour Region by night.",
         "Five people died in the Harbour region by night."),
        ("The envoy left for Harbour in the evening.", "The envoy left for Harbour."),
        ("As Norland said, the port is open.", "Norland said the port is open."),
        ("But he left for Harbour.", "He left for Harbour."),
        ("Later Monday, the envoy left.", "Monday, the envoy left."),
        ("The envoy left for Harbour earlier on Monday.", "The envoy left for Harbour on Monday."),
        ("The envoy said the port didn't open.", "The envoy said the port did not open."),
        ("The talks are ongoing, the envoy said.", "The talks are ongoing, the envoy said."),
    ],
)  # fmt: skip
def test_plain_words(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim], text: str, told: str
) -> None:
    claim = make_claim(make_article(text))
    assert apply(text, 0, plain_words(claim)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A drone had hit a bus in Harbour, the governor said.",
         "A drone hit a bus in Harbour, the governor said."),
        ("Crews left after a drone had hit a bus, the governor said.", None),
        ("The bus had been hit in Harbour, the governor said.", None),
    ],
)  # fmt: skip
def test_what_was_said_last_is_told_in_the_plain_past(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    text: str,
    told: str | None,
) -> None:
    article = make_article(text)
    claim = make_claim(article, speaker=("the governor", None, "Governor", "said"))
    assert claim.attribution is not None
    said = article.text.index(", the governor")
    content = Span(article_id=article.id, start=0, end=said, quote=article.text[:said])
    claim = replace(claim, attribution=replace(claim.attribution, content=(content,)))
    assert apply(text, 0, plain_past(claim)) == (told or text)


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("The envoy said that the port was shut.", "said", "The envoy said the port was shut."),
        ("The envoy said that the port was shut and that ships had left.", "said", None),
        ("The envoy told reporters that the port was shut.", "told",
         "The envoy said that the port was shut."),
    ],
)  # fmt: skip
def test_what_goes_for_want_of_room(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    text: str,
    cue: str,
    told: str | None,
) -> None:
    claim = make_claim(make_article(text), speaker=("The envoy", None, "Envoy", cue))
    assert apply(text, 0, terse(claim)) == (told or text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The envoy has rejected the plan to open the port.",
         "The envoy rejected the plan to open the port."),
        ("The envoy has rejected the plan since it was made.",
         "The envoy has rejected the plan since it was made."),
    ],
)  # fmt: skip
def test_what_lasts_keeps_its_perfect(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim], text: str, told: str
) -> None:
    claim = make_claim(make_article(text), speaker=("The envoy", None, "Envoy", "has rejected"))
    assert apply(text, 0, plain_cue(claim)) == told


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
