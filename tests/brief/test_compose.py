"""A brief from hand-made findings: attributed, cited, never twice, honest when there is little."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.material import Material
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Trim
from sitrep.model.findings import Finding

MAY = datetime(2025, 5, 21, 9, 0, tzinfo=UTC)
TOWN = "Soldiers of the northern brigade left the border town of Sudzha during the night."
PORT = "A missile damaged two grain silos in the port of Odesa, wounding four dock workers."


def test_nothing_reported_gives_a_short_brief_that_says_so(
    make_material: Callable[..., Material],
) -> None:
    brief, issues = compose(make_material((), (), ()))
    assert brief.key_points == ()
    assert brief.lead == ()
    assert brief.quotation is None
    assert "No reporting" in brief.headline.text
    assert any("too little reporting" in note for note in brief.method.notes)
    assert issues == ()


def test_single_origin_is_attributed_to_its_outlet_and_labelled(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(TOWN)
    claim = make_claim(article)
    brief, _ = compose(make_material((article,), (claim,), (make_finding(claim),)))
    (point,) = brief.key_points
    assert point.text.endswith(", Sample Wire reported.")
    assert point.label == "single origin"
    assert brief.sources[0].number == 1


def test_every_citation_holds_the_exact_words(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(f"{TOWN} {PORT}")
    claims = (make_claim(article, evidence=TOWN), make_claim(article, evidence=PORT))
    findings = tuple(make_finding(c, text=c.id) for c in claims)
    brief, _ = compose(make_material((article,), claims, findings))
    citations = [c for point in brief.key_points for c in point.citations]
    assert len(citations) == 2
    for citation in citations:
        assert article.text[citation.start : citation.end] == citation.quote


def test_one_thing_said_by_two_findings_is_printed_once(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    first, second = make_article(TOWN), make_article(TOWN, source="sample-post", outlet="Post")
    claims = (make_claim(first), make_claim(second))
    findings = (make_finding(claims[0], text="a"), make_finding(claims[1], text="b"))
    brief, issues = compose(make_material((first, second), claims, findings))
    assert len(brief.key_points) == 1
    assert any("said-already" in issue.message for issue in issues)


def test_corroborated_by_a_second_origin_needs_no_outlet_and_cites_both(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    other = "Soldiers of the northern brigade left Sudzha, a border town, during the night."
    first, second = (
        make_article(TOWN),
        make_article(other, source="sample-kyiv-courier", outlet="Sample Kyiv Courier"),
    )
    claims = (make_claim(first), make_claim(second))
    brief, _ = compose(make_material((first, second), claims, (make_finding(*claims),)))
    (point,) = brief.key_points
    assert "reported" not in point.text
    assert {c.source for c in point.citations} == {1, 2}
    assert point.label is None


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("Soldiers of the northern brigade left Sudzha, a border town, during the night.",
         {"source": "sample-wire", "outlet": "Sample Wire"}),
        (TOWN, {"source": "sample-kyiv-courier", "outlet": "Sample Kyiv Courier"}),
    ],
    ids=["another page of one outlet", "the same words"],
)  # fmt: skip
def test_a_page_of_one_outlet_and_copied_words_corroborate_nothing(
    words: str,
    outlet: dict[str, str],
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    first, second = make_article(TOWN), make_article(words, **outlet)
    claims = (make_claim(first), make_claim(second))
    brief, _ = compose(make_material((first, second), claims, (make_finding(*claims),)))
    assert "reported" in brief.key_points[0].text


VISITS = (
    "Vladimir Putin visited a command post near the northern border on 12 March.",
    "Vladimir Putin opened a shipyard with five docks in Murmansk on 12 March.",
    "Vladimir Putin received the Hungarian ambassador for a dinner on 12 March.",
    "Vladimir Putin signed a law on the harvest of winter wheat on 12 March.",
)


def test_whom_a_key_point_introduced_goes_by_the_surname_from_then_on(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    putin = (("Vladimir Putin", "vladimir-putin"),)
    articles = tuple(make_article(text) for text in VISITS)
    claims = tuple(make_claim(article, people=putin) for article in articles)
    findings = tuple(make_finding(claim, text=claim.id) for claim in claims)
    brief, _ = compose(make_material(articles, claims, findings))
    first, *later = brief.key_points
    rest = [one for part in (*brief.lead, *brief.analysis) for one in part.sentences]
    assert first.text.startswith("Russian President Vladimir Putin ")
    assert len(rest) == 1
    assert all(one.text.startswith("Putin ") for one in (*later, *rest))


def test_an_office_loses_its_state_before_the_week_of_a_visit_goes(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(
        "Sergey Lavrov will discuss the exchange of prisoners, the grain ports and the return of "
        "children with the hosts in Ankara next week."
    )
    claim = make_claim(article, people=(("Sergey Lavrov", "sergey-lavrov"),))
    brief, _ = compose(make_material((article,), (claim,), (make_finding(claim),)))
    (point,) = brief.key_points
    assert point.text.startswith("Foreign Minister Sergey Lavrov will discuss")
    assert "in the week from 17 March" in point.text


BRIDGES = (
    "Friedrich Merz inspected two rebuilt railway bridges near Warsaw with the Polish engineers "
    "who had drawn the plans in the spring, while Boris Pistorius opened a barracks for the "
    "signals school in Lower Saxony."
)


def test_a_second_half_goes_before_an_office_does(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(BRIDGES)
    half = Trim(start=BRIDGES.index(", while"), end=len(BRIDGES) - 1, kind="adverbial")
    people = (("Friedrich Merz", "friedrich-merz"), ("Boris Pistorius", "boris-pistorius"))
    claim = replace(make_claim(article, people=people, trims=(half,)), published_at=MAY)
    material = make_material((article,), (claim,), (make_finding(claim),), until=MAY)
    brief, _ = compose(material)
    (point,) = brief.key_points
    assert point.text.startswith("German Chancellor Friedrich Merz inspected two")
    assert "Pistorius" not in point.text


def test_a_sentence_without_room_for_an_office_is_refused(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(BRIDGES)
    people = (("Friedrich Merz", "friedrich-merz"), ("Boris Pistorius", "boris-pistorius"))
    claim = make_claim(article, people=people)
    brief, issues = compose(make_material((article,), (claim,), (make_finding(claim),), until=MAY))
    assert not brief.key_points
    assert any("too-long" in issue.message for issue in issues)


def test_where_an_office_has_no_room_another_telling_of_the_finding_stands(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    merz = (("Friedrich Merz", "friedrich-merz"),)
    long = (
        "Friedrich Merz inspected two rebuilt railway bridges near the town of Warsaw with the "
        "Polish engineers who had drawn the plans in the spring, and thanked crews of welders."
    )
    brief = "Friedrich Merz inspected two rebuilt railway bridges near Warsaw."
    articles = (make_article(long), make_article(brief, source="sample-kyiv-courier"))
    claims = tuple(make_claim(article, people=merz) for article in articles)
    finding = make_finding(*claims)
    writer = Writer(make_material(articles, claims, (finding,), until=MAY))
    writer.drafter.names.named.add("friedrich-merz")
    chosen = writer.attempt(claims[0], finding, "sentence")
    assert isinstance(chosen, Printed)
    told = writer.anew().again(chosen)
    assert told is not None
    assert told.text.startswith("German Chancellor Friedrich Merz inspected")
    assert told.claim == claims[1]


def test_what_is_said_fills_the_room_to_the_last_word(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    text = (
        "Dmitry Peskov told reporters that the harvest on the northern plains was in its final "
        "stage and that there was no doubt that all of the barns would soon be filled."
    )
    article = make_article(text)
    peskov = ("Dmitry Peskov", "dmitry-peskov")
    claim = make_claim(article, people=(peskov,), speaker=(*peskov, "Dmitry Peskov", "told"))
    at = text.index("that the")
    content = replace(claim.evidence, start=at, end=len(text) - 1, quote=text[at:-1])
    attribution = replace(claim.attribution, content=(content,))
    claim = replace(claim, attribution=attribution, side="russia")
    brief, _ = compose(make_material((article,), (claim,), (make_finding(claim),)))
    (point,) = brief.key_points
    assert point.text.startswith("Kremlin spokesman Dmitry Peskov said that the harvest")
    assert len(point.text.split()) == 32


def test_same_material_gives_the_same_brief(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(f"{TOWN} {PORT}")
    claims = (make_claim(article, evidence=TOWN), make_claim(article, evidence=PORT))
    findings = tuple(make_finding(c, text=c.id) for c in claims)
    one = compose(make_material((article,), claims, findings))
    two = compose(make_material((article,), claims[::-1], findings[::-1]))
    assert one == two
