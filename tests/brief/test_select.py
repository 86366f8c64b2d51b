"""What a brief tells: the weightiest, each track's own question first, nothing twice."""

from collections.abc import Callable

from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.material import Material
from sitrep.brief.plan.outline import Budget, Outline
from sitrep.brief.select import Selector
from sitrep.brief.write.sentences import Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Question

TOWNS = [f"{first}{last}" for first in "BDGKLMNPRSTVZ" for last in ("arovka", "elinsk", "ovets")]
TEXTS = [
    f"Crews of {town} cleared {number + 20} mines from fields beside the {town} mill road, "
    f"and {number + 60} families went home to {town}."
    for number, town in enumerate(TOWNS)
]
HELD = "Ukrainian troops still hold a strip of land along the border near Sudzha."


def test_who_holds_a_place_is_told_before_weightier_findings_of_the_track(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    texts = [*TEXTS[:12], HELD]
    articles = tuple(make_article(text) for text in texts)
    claims = tuple(make_claim(article) for article in articles)
    asked = [Question(kind="event", key=text, text="What happened?") for text in texts[:12]]
    asked.append(Question(kind="control", key="control|Sudzha", text="Who controls Sudzha?"))
    findings = tuple(
        make_finding(claim, text=question.key, question=question, importance=0.9 - 0.04 * number)
        for number, (claim, question) in enumerate(zip(claims, asked, strict=True))
    )
    brief, _ = compose(make_material(articles, claims, findings))
    told = [one.text for part in brief.analysis for one in part.sentences]
    assert any("still hold a strip" in text for text in told)
    assert len(told) < 8


def test_a_brief_stays_within_its_words(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    articles = tuple(make_article(text) for text in TEXTS)
    claims = tuple(make_claim(article) for article in articles)
    findings = tuple(make_finding(claim, text=claim.evidence.quote) for claim in claims)
    brief, _ = compose(make_material(articles, claims, findings))
    said = [*brief.key_points, *(one for part in brief.lead for one in part.sentences)]
    said += [one for part in brief.analysis for one in part.sentences]
    assert sum(len(one.text.split()) for one in said) <= Budget().words + 8


def test_what_finds_no_room_has_not_been_told(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(TEXTS[0])
    claim = make_claim(article)
    finding = make_finding(claim)
    writer = Writer(make_material((article,), (claim,), (finding,)))
    outline = Outline([finding])
    selector = Selector(writer, outline)
    assert selector._fill([finding], 1, room=3) == []
    assert writer.printed == []
    assert list(outline.of()) == [finding]
    assert len(selector._fill([finding], 1, room=40)) == 1


def test_what_names_no_track_is_told_where_its_report_belongs(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    titles = {"Envoys agree on a ceasefire deal": "diplomacy", "The price of bread": "other"}
    texts = {
        HELD: "ground",
        "Air defences shot down 74 drones over the Kharkiv region.": "strikes",
        "Envoys of Ukraine and Russia met for two hours in Jeddah.": "diplomacy",
        "Turkish crews will look at grain ships near Odesa in future.": "other",
    }
    for title, track in titles.items():
        articles = [replace(make_article(text), title=title) for text in texts]
        claims = [make_claim(article) for article in articles]
        findings = tuple(
            make_finding(claim, text=claim.evidence.quote, track=on, importance=weight)
            for claim, on, weight in zip(claims, texts.values(), (0.5, 0.5, 0.5, 0.4), strict=True)
        )
        brief, _ = compose(make_material(tuple(articles), tuple(claims), findings))
        told = {part.track: [one.text for one in part.sentences] for part in brief.analysis}
        assert any("Turkish crews" in text for text in told[track])


def test_each_party_has_somebody_who_speaks_for_it(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    word = "Volodymyr Zelensky said that Russia plays for time at the river Oskil."
    articles = tuple(make_article(text) for text in (*TEXTS, word))
    who = ("Volodymyr Zelensky", "volodymyr-zelensky")
    leader = make_claim(articles[-1], speaker=(who[0], who[1], who[0], "said"), people=(who,))
    claims = (*(make_claim(article) for article in articles[:-1]), replace(leader, side="ukraine"))
    weights = [*([0.9] * len(TEXTS)), 0.2]
    findings = tuple(
        make_finding(claim, text=claim.evidence.quote, importance=weight)
        for claim, weight in zip(claims, weights, strict=True)
    )
    brief, _ = compose(make_material(articles, claims, findings))
    told = [(part.track, one.text) for part in brief.analysis for one in part.sentences]
    assert any(track == "diplomacy" and "Zelensky" in text for track, text in told)
