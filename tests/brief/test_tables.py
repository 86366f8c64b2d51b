"""What is contested stands side by side; what changed is told once."""

from collections.abc import Callable

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.tables import changes, contested
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


def test_new_changed_and_unchanged_since_the_last_brief(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article("The army shot down 159 drones in the night.")
    claim = make_claim(article)
    same, new = make_finding(claim, text="same"), make_finding(claim, text="new")
    before = make_finding(claim, text="count", answers=(answer("100", claim),))
    after = make_finding(claim, text="count", answers=(answer("159", claim),))
    material = make_material((article,), (claim,), (same, new, after), previous=(same, before))
    told = {change.finding: change.kind for change in changes(material, Sources(material))}
    assert told == {new.id: "new", after.id: "changed"}


def test_without_an_earlier_brief_nothing_is_called_new(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article("The army shot down 159 drones in the night.")
    claim = make_claim(article)
    material = make_material((article,), (claim,), (make_finding(claim),))
    assert changes(material, Sources(material)) == ()
