"""The headline: the first key point told tersely, a second matter beside it where both fit."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.plan.outline import Outline
from sitrep.brief.select import Selector
from sitrep.brief.verify.check import count_words
from sitrep.brief.write.headline import LIMIT, Headline, headline
from sitrep.brief.write.sentences import Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

Told = Callable[..., Headline]
SEIZED = "The Russian Defence Ministry said that its troops had taken Sudzha."
SPOKE = "Zelensky said that Kyiv would send a delegation to Geneva."
LONG = (
    "Crews from nine towns along the northern river cleared 412 mines from the fields beside the "
    "old mill road before the first families came home to what was left of their farms."
)


@pytest.fixture
def told(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> Told:
    def build(
        *parts: tuple[str, tuple[str, str, str, str] | None, str, str], **outlet: str
    ) -> Headline:
        articles = tuple(make_article(text, **outlet) for text, *_ in parts)
        claims = []
        for article, (_, speaker, side, _) in zip(articles, parts, strict=True):
            claim = make_claim(article, speaker=speaker, side=side or None)
            if claim.attribution:
                words = article.text.split(" said ")[1].rstrip(".")
                start = article.text.index(words)
                content = replace(claim.evidence, start=start, end=start + len(words), quote=words)
                said = replace(claim.attribution, form="indirect", content=(content,))
                claim = replace(claim, attribution=said)
            claims.append(claim)
        findings = tuple(
            make_finding(claim, text=claim.id, track=part[3], importance=0.8 - 0.1 * at)
            for at, (claim, part) in enumerate(zip(claims, parts, strict=True))
        )
        material = make_material(articles, tuple(claims), findings)
        writer = Writer(material)
        points, _ = Selector(writer, Outline(findings)).key_points()
        return headline(writer, points)

    return build


RUSSIA = ("The Russian Defence Ministry", "russia-mod", "Russian Defence Ministry", "said")
KYIV = ("Zelensky", "volodymyr-zelensky", "Volodymyr Zelensky", "said")


def test_a_ministry_goes_by_its_state(told: Told) -> None:
    top = told((SEIZED, RUSSIA, "russia", "ground"))
    assert top.text == "Russia says it has taken Sudzha"


def test_two_matters_stand_together_where_both_fit(told: Told) -> None:
    top = told((SEIZED, RUSSIA, "russia", "ground"), (SPOKE, KYIV, "ukraine", "diplomacy"))
    assert top.text.startswith("Russia says it has taken Sudzha")
    assert "Zelensky says Kyiv will send a delegation to Geneva" in top.text
    assert len(top.parts) == 2
    assert count_words(top.text) <= LIMIT


def test_what_is_too_long_leaves_the_headline_to_the_next(told: Told) -> None:
    top = told((LONG, None, "", "ground"), (SPOKE, KYIV, "ukraine", "diplomacy"))
    assert top.text == "Zelensky says Kyiv will send a delegation to Geneva"


def test_what_a_partys_outlet_says_the_other_said_is_no_headline_without_it(told: Told) -> None:
    tass = {"source": "tass", "outlet": "TASS"}
    assert told((SPOKE, KYIV, "ukraine", "diplomacy"), **tass) == Headline()
    own = told((SEIZED, RUSSIA, "russia", "ground"), **tass)
    assert own.text == "Russia says it has taken Sudzha"


def test_a_judgement_is_its_outlets(told: Told) -> None:
    judged = "Norway appears to be stepping back from the talks on grain."
    wire = {"source": "reuters", "outlet": "Reuters"}
    assert told((judged, None, "", "diplomacy"), **wire).text == (
        "Norway appears to be stepping back from the talks on grain, Reuters says"
    )


def test_without_a_short_matter_there_is_no_headline(told: Told) -> None:
    assert told((LONG, None, "", "ground")) == Headline()
