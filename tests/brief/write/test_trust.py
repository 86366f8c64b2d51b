"""What nobody but unknown outlets tells is theirs to answer for, and carries little."""

from collections.abc import Callable

import pytest

from sitrep.brief.compose import compose
from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.tables import contested
from sitrep.brief.write.trust import Trust
from sitrep.model.brief import Brief
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Answer, Finding

TOWN = "Soldiers of the northern brigade left the border town of Sudzha during the night."
AGAIN = "Soldiers of the northern brigade left Sudzha, a border town, during the night."
PORT = "A missile damaged two grain silos in the port of Odesa."
TRUCE = "Ukraine's Foreign Ministry said that Kyiv would hand over the port of Odesa for a truce."
UNKNOWN = {"source": "rumour", "outlet": "Rumour Board"}
OTHER = {"source": "gossip", "outlet": "Gossip Sheet"}
Build = Callable[..., object]


@pytest.fixture
def briefed(
    make_article: Build, make_claim: Build, make_finding: Build, make_material: Build
) -> Callable[..., tuple[Brief, Material]]:
    def build(*told: tuple[str, dict[str, str], float], **more: object) -> tuple[Brief, Material]:
        """Return the brief of sentences of outlets; those of equal weight are of one finding."""
        articles = [make_article(text, **outlet) for text, outlet, _ in told]
        speaker = ("Ukraine's Foreign Ministry", None, "Foreign Ministry", "said")
        claims = [
            make_claim(article, speaker=speaker if article.text == TRUCE else None)
            for article in articles
        ]
        weights = dict.fromkeys(weight for *_, weight in told)
        findings = [
            make_finding(
                *(c for c, (*_, own) in zip(claims, told, strict=True) if own == weight),
                text=f"{weight}", importance=weight, **more,
            )
            for weight in weights
        ]  # fmt: skip
        material = make_material(tuple(articles), tuple(claims), tuple(findings))
        return compose(material)[0], material

    return build


def test_two_unknown_outlets_corroborate_nothing(briefed: Callable[..., tuple[Brief, Material]]):
    brief, _ = briefed((TOWN, UNKNOWN, 0.9), (AGAIN, OTHER, 0.9))
    (point,) = brief.key_points
    assert point.text.endswith(("Rumour Board reported.", "Gossip Sheet reported."))
    assert point.label == "single origin"


def test_unknown_outlet_beside_a_known_one_corroborates_nothing(
    briefed: Callable[..., tuple[Brief, Material]],
):
    brief, _ = briefed((TOWN, {}, 0.9), (AGAIN, UNKNOWN, 0.9))
    assert brief.key_points[0].text.endswith("Sample Wire reported.")


def test_what_officials_said_according_to_an_unknown_outlet_is_its_word(
    briefed: Callable[..., tuple[Brief, Material]],
):
    brief, _ = briefed((TRUCE, UNKNOWN, 0.9))
    assert brief.key_points[0].text.endswith("according to Rumour Board.")
    assert brief.key_points[0].label == "single origin"
    brief, _ = briefed((TRUCE, {}, 0.9))
    assert "according to" not in brief.key_points[0].text


def test_headline_and_first_point_are_what_known_outlets_tell(
    briefed: Callable[..., tuple[Brief, Material]],
):
    brief, _ = briefed((TOWN, UNKNOWN, 0.9), (PORT, {}, 0.5))
    assert "silos" in brief.headline.text
    assert {"Rumour Board", "Sample Wire"} == {source.outlet for source in brief.sources}


def test_answer_of_unknown_outlets_names_them(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
):
    known, unknown = make_article(TOWN), make_article(PORT, **UNKNOWN)
    claims = (make_claim(known), make_claim(unknown))
    answers = tuple(
        Answer(text=text, claims_for=(claim.id,), origins=("org-1",), claimants=("Ukraine",))
        for text, claim in zip(("no", "yes"), claims, strict=True)
    )
    finding = make_finding(*claims, answers=answers, status="contested")
    material = make_material((known, unknown), claims, (finding,))
    (row,) = contested(material, Sources(material))
    assert [answer.claimants for answer in row.answers] == [
        ("Ukraine",), ("Ukraine", "Rumour Board"),
    ]  # fmt: skip


def test_reports_of_unknown_outlets_alone_still_carry_a_brief(
    briefed: Callable[..., tuple[Brief, Material]],
):
    brief, material = briefed((TOWN, UNKNOWN, 0.9), (PORT, OTHER, 0.5))
    assert len(brief.key_points) == 2
    told = " ".join(point.text for point in brief.key_points)
    assert "Rumour Board reported" in told
    assert "Gossip Sheet reported" in told
    ids = list(material.claims)
    assert Trust(material).carries(ids)
    assert not Trust(material).vouched(ids)
