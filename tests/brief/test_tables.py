"""What is contested stands side by side."""

from collections.abc import Callable

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.tables import contested
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Answer, Finding


def answer(text: str, claim: Claim) -> Answer:
    return Answer(
        text=text, claimants=(claim.speaker,), claims_for=(claim.id,), origins=(f"o-{text}",)
    )


def test_each_answer_keeps_its_own_claimant_and_words(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    one = make_article("The army shot down 159 drones in the night.", outlet="Post")
    two = make_article("The army shot down 150 drones in the night.", outlet="Times")
    claims = (make_claim(one), make_claim(two))
    answers = (answer("159", claims[0]), answer("150", claims[1]))
    finding = make_finding(*claims, status="contested", answers=answers)
    material = make_material((one, two), claims, (finding,))
    (row,) = contested(material, Sources(material))
    assert [(a.text, a.claimants) for a in row.answers] == [("159", ("Post",)), ("150", ("Times",))]
    assert row.answers[0].citations[0].quote == one.text


def test_who_denies_is_named_once_with_the_office(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article("The town was taken. Sergey Lavrov denied it.")
    claim = make_claim(article)
    denial = Answer(
        text="denied by Sergey Lavrov", claimants=("Sergey Lavrov",), claims_for=(claim.id,)
    )
    finding = make_finding(claim, status="contested", answers=(answer("yes", claim), denial))
    material = make_material((article,), (claim,), (finding,))
    (row,) = contested(material, Sources(material))
    assert row.answers[1].claimants == ("Russian Foreign Minister Sergey Lavrov",)
    assert row.answers[1].text == "denied by Russian Foreign Minister Sergey Lavrov"


def test_agreeing_finding_is_no_row(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article("The army shot down 159 drones in the night.")
    claim = make_claim(article)
    material = make_material((article,), (claim,), (make_finding(claim),))
    assert contested(material, Sources(material)) == ()
