"""What the day's reports lead with weighs more than what one of them mentions."""

from collections.abc import Callable

import pytest

from sitrep.brief.material import Material
from sitrep.brief.write.leads import Leads
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

TITLES = (
    ("sample-wire", "Sample Wire", "Missile strike on Odesa kills nine dock workers"),
    ("sample-courier", "Sample Courier", "Nine dock workers dead in strike on Odesa"),
    ("sample-gazette", "Sample Gazette", "Wheat harvest delayed by rain"),
)


@pytest.fixture
def articles(make_article: Callable[..., Article]) -> tuple[Article, ...]:
    return tuple(make_article(t, source=s, outlet=o) for s, o, t in TITLES)


@pytest.fixture
def leads(
    articles: tuple[Article, ...],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> Leads:
    claims = tuple(map(make_claim, articles))
    return Leads(make_material(articles, claims, (make_finding(*claims),)))


def test_each_outlets_headline_adds_its_share(leads: Leads) -> None:
    strike = leads.of("A missile struck the port of Odesa, killing nine dock workers.")
    rain = leads.of("Rain delayed the harvest of wheat.")
    assert strike > 1.5
    assert 0.9 < rain <= 1.0
    assert leads.of("Talks went on in Geneva.") == 0


def test_a_reports_own_headline_counts_less(leads: Leads, articles: tuple[Article, ...]) -> None:
    text = "Rain delayed the harvest of wheat."
    assert 0 < leads.of(text, articles[2].id) < 0.5 * leads.of(text)
