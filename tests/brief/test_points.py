"""Key points: the event before reactions to it, three matters rather than one told thrice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.plan.outline import Outline
from sitrep.brief.points import Points
from sitrep.brief.select import Selector
from sitrep.brief.write.sentences import Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Event, Figure, Span, TimeRef
from sitrep.model.findings import Finding, Question

ATTACK = Question(kind="attack", key="attack|Odesa", text="Attack in Odesa")
FIRED = "A missile hit the grain port of Odesa and sank a barge."
ACCUSED = "The harbour union accused the fleet of a crime in the port of Odesa."


def test_the_event_is_told_and_not_the_accusation(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    articles = (make_article(ACCUSED), make_article(FIRED, source="tass", outlet="TASS"))
    accusing = make_claim(articles[0], speaker=("The harbour union", None, "union", "accused"))
    accusing = replace(accusing, attribution=replace(accusing.attribution, stance="accuses"))
    claims = (accusing, make_claim(articles[1]))
    material = make_material(articles, claims, (make_finding(*claims, question=ATTACK),))
    points, _ = Selector(Writer(material), Outline(material.findings)).key_points()
    assert [one.claim.id for one in points] == [claims[1].id]


@pytest.mark.parametrize("measure", ["Drones launched at Odesa", "People killed in Odesa"])
def test_one_count_of_two_days_is_one_matter(
    measure: str,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    texts = {
        f"{measure}, 13 March": "Strikes on the harbour of Odesa killed 31 dock workers.",
        f"{measure}, 12 March": "Fire in the grain silos took the lives of 14 sailors.",
        "Who controls Sudzha?": "Ukrainian troops hold a strip of land near Sudzha.",
        "People captured in Lviv": "Police in Lviv seized 25 smugglers at the border post.",
    }
    articles = tuple(map(make_article, texts.values()))
    claims = tuple(map(make_claim, articles))
    findings = tuple(
        make_finding(
            claim,
            importance=0.8 - 0.05 * at,
            question=Question(
                kind="control" if text.startswith("Who") else "count", key=text, text=text
            ),
        )
        for at, (claim, text) in enumerate(zip(claims, texts, strict=True))
    )
    material = make_material(articles, claims, findings)
    points, _ = Selector(Writer(material), Outline(material.findings)).key_points()
    told = [one.finding.question.text for one in points]
    assert f"{measure}, 13 March" in told
    assert f"{measure}, 12 March" not in told


def test_what_was_over_long_ago_gives_way(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    texts = (
        "A missile sank two grain barges in the port of Odesa.",
        "Rescuers freed nine miners from a flooded pit.",
    )
    articles = tuple(map(make_article, texts))
    start = datetime(2025, 3, 11, tzinfo=UTC)
    claims = [make_claim(one) for one in articles]
    old = TimeRef(
        span=claims[0].evidence, start=start, end=start + timedelta(days=1), granularity="day"
    )
    claims[0] = replace(claims[0], times=(old,))
    findings = tuple(
        make_finding(claim, text=claim.id, importance=0.6 - 0.05 * at)
        for at, claim in enumerate(claims)
    )
    material = make_material(articles, tuple(claims), findings)
    points, _ = Selector(Writer(material), Outline(material.findings)).key_points()
    assert [one.claim.id for one in points] == [claims[1].id, claims[0].id]


def test_the_talks_are_told_before_a_third_matter_of_the_fighting(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    texts = (
        ("A missile sank two grain barges in the port of Odesa.", "strikes"),
        ("Crews cleared 412 mines from fields near Sudzha.", "ground"),
        ("Shelling broke the dam above the town of Pokrovsk.", "strikes"),
        ("Envoys of both states signed a pact on grain in Geneva.", "diplomacy"),
    )
    articles = tuple(make_article(text) for text, _ in texts)
    claims = tuple(map(make_claim, articles))
    findings = tuple(
        make_finding(claim, text=claim.id, track=track, importance=0.6 - 0.04 * at)
        for at, (claim, (_, track)) in enumerate(zip(claims, texts, strict=True))
    )
    material = make_material(articles, claims, findings)
    points, _ = Selector(Writer(material), Outline(material.findings)).key_points()
    assert "diplomacy" in {one.finding.track for one in points}


def test_a_toll_is_told_with_its_last_count(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    counts = {20: "Strikes on Odesa killed 20 dockers.", 32: "Strikes on Odesa killed 32 dockers."}
    articles = tuple(map(make_article, counts.values()))
    claims = tuple(
        make_claim(article, figures=(_killed(article, count),))
        for article, count in zip(articles, counts, strict=True)
    )
    toll = Question(kind="count", key="count|killed|Odesa", text="People killed in Odesa")
    finding = make_finding(*claims, question=toll)
    last = replace(finding.answers[0], value=32.0)
    writer = Writer(make_material(articles, claims, (replace(finding, answers=(last,)),)))
    told = [claim.id for claim in writer.claims(replace(finding, answers=(last,)))]
    assert told == [claims[1].id]
    both = replace(finding, answers=(last,), status="contested")
    assert len([*writer.claims(both)]) == 2


def _killed(article: Article, count: int) -> Figure:
    at = article.text.index(str(count))
    span = Span(article_id=article.id, start=at, end=at + 2, quote=str(count))
    return Figure(span=span, kind="killed", value=float(count))


def test_an_agreement_is_told_before_a_toll(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    texts = {
        "Strikes on the harbour of Odesa killed 31 dock workers.": ("count", "strikes", 0.6),
        "Russia and Ukraine agreed on a truce at sea.": ("decision", "diplomacy", 0.5),
    }
    articles = tuple(map(make_article, texts))
    span = Span(article_id=articles[1].id, start=19, end=25, quote="agreed")
    agreed = Event(type="AGREE", span=span, trigger=span)
    claims = (make_claim(articles[0]), make_claim(articles[1], events=(agreed,)))
    findings = tuple(
        make_finding(
            claim, track=on, importance=weight, question=Question(kind=kind, key=text, text=text)
        )
        for claim, (text, (kind, on, weight)) in zip(claims, texts.items(), strict=True)
    )
    material = make_material(articles, claims, findings)
    points, _ = Selector(Writer(material), Outline(material.findings)).key_points()
    assert points[0].claim.id == claims[1].id


def test_a_contested_claim_of_control_stays_a_claim(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    texts = (
        "Envoys of Russia visited Sudzha by helicopter after Russian troops took Sudzha.",
        "Envoys of Russia visited Sudzha after Russian troops claimed control of Sudzha.",
        "Kyiv still has a strip near Sudzha.",
    )
    articles = tuple(
        make_article(text, source=f"o{at}", outlet="Reuters") for at, text in enumerate(texts)
    )
    claims = tuple(map(make_claim, articles))
    visit = Question(kind="visit", key="visit|Sudzha", text="Visit of envoys to Sudzha")
    control = Question(kind="control", key="control|Sudzha", text="Who controls Sudzha?")
    held = make_finding(
        claims[2], question=control, status="contested", importance=0.1, place="Sudzha"
    )
    findings = (make_finding(*claims[:2], question=visit), held)
    writer = Writer(make_material(articles, claims, findings))
    told = Points(writer).of(findings[:1])
    assert [one.claim.id for one in told] == [claims[1].id]
