"""Old things whose sentences name no day: told with the day that another gives, or not at all."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.material import Material
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Claim, Event, Span, TimeRef
from sitrep.model.findings import Finding

INSPECTED = "President Vladimir Putin inspected a nuclear plant in Kursk and met volunteers."
TUESDAY = "Vladimir Putin inspected the nuclear plant in Kursk on Tuesday and met volunteers."
CALL = "The two presidents spoke about a truce in a phone call on Monday."
AFTER = "After the call, Donald Trump wrote that talks on a truce would begin at once."


def inspection(claim: Claim, *, day: int | None = None) -> Claim:
    """Return `claim` with its deed, and with "Tuesday" as `day` of March 2025."""
    text, start = claim.evidence.quote, claim.evidence.start

    def at(words: str) -> Span:
        first = start + text.index(words)
        return Span(article_id=claim.article_id, start=first, end=first + len(words), quote=words)

    event = Event(span=claim.evidence, trigger=at("inspected"), type="CONSULT")
    times: tuple[TimeRef, ...] = ()
    if day:
        times = (
            TimeRef(
                span=at("on Tuesday" if "Tuesday" in text else f"on {day} March"),
                start=datetime(2025, 3, day, tzinfo=UTC),
                end=datetime(2025, 3, day + 1, tzinfo=UTC),
                granularity="day",
                relative=True,
            ),
        )
    return replace(claim, events=(event,), times=times)


@pytest.fixture
def inspected(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> Callable[..., Material]:
    """Return a builder: the undated report as the one that leads, with others of the matter."""

    def build(*others: tuple[str, int]) -> Material:
        first = make_article(INSPECTED)
        articles, claims = [first], [inspection(make_claim(first))]
        for number, (text, day) in enumerate(others):
            article = make_article(text, source=f"sample-{number}", outlet=f"Post {number}")
            articles.append(article)
            claims.append(inspection(make_claim(article), day=day))
        finding = make_finding(claims[0])
        return make_material(tuple(articles), tuple(claims), (finding,))

    return build


def test_a_deed_of_before_the_window_is_told_with_its_day_and_cites_who_gives_it(
    inspected: Callable[..., Material],
) -> None:
    brief, _ = compose(inspected((TUESDAY, 11)))
    (point,) = brief.key_points
    assert point.text.startswith("On 11 March ")
    assert TUESDAY in [citation.quote for citation in point.citations]


def test_a_deed_of_which_nothing_gives_the_day_is_told_without(
    inspected: Callable[..., Material],
) -> None:
    brief, _ = compose(inspected())
    (point,) = brief.key_points
    assert "March" not in point.text


def test_two_reports_with_two_days_give_none(inspected: Callable[..., Material]) -> None:
    week_before = TUESDAY.replace("on Tuesday", "on 4 March")
    brief, _ = compose(inspected((TUESDAY, 11), (week_before, 4)))
    (point,) = brief.key_points
    assert "March" not in point.text


def test_what_has_no_place_for_its_day_is_left_out(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    first = make_article(INSPECTED.replace("inspected", "has inspected"))
    second = make_article(TUESDAY, source="sample-post", outlet="Post")
    claims = (inspection(make_claim(first)), inspection(make_claim(second), day=11))
    brief, issues = compose(make_material((first, second), claims, (make_finding(claims[0]),)))
    assert brief.key_points == ()
    assert any("day-told-elsewhere" in issue.message for issue in issues)


def test_an_occasion_told_before_is_told_with_its_day(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> None:
    article = make_article(f"{CALL} {AFTER}")
    sentences = (
        Sentence(start=0, end=len(CALL)),
        Sentence(start=len(CALL) + 1, end=len(article.text)),
    )
    article = replace(article, sentences=sentences)
    claim = make_claim(
        article,
        evidence=AFTER,
        speaker=("Donald Trump", "donald-trump", "Donald Trump", "wrote"),
        people=(("Donald Trump", "donald-trump"),),
    )
    brief, _ = compose(make_material((article,), (claim,), (make_finding(claim),)))
    texts = [one.text for one in (*brief.key_points, *brief.lead)]
    assert any("After the 10 March call" in text for text in texts), texts
