"""Who published an article."""

import pytest

from sitrep.lineage.outlets import Outlets


@pytest.mark.parametrize(
    "url",
    ["https://www.capitalpost.example/a", "https://en.capitalpost.example/b", None],
)
def test_an_outlet_is_known_by_host_or_name(url, make_article, vocabulary):
    article = make_article("a", "Rain.", outlet="Capital Post" if url is None else "?", url=url)
    root = Outlets.of(vocabulary).root_of(article)
    assert (root.key, root.agency, root.reliability) == ("capital-post", None, "C")


def test_an_unknown_outlet_answers_by_its_host_for_all_its_feeds(make_article, vocabulary):
    outlets = Outlets.of(vocabulary)
    feeds = [
        make_article(id_, "Rain.", outlet=id_, source_id=id_, url="https://www.echo.example/x")
        for id_ in ("echo-top", "echo-world")
    ]
    assert {outlets.root_of(article).key for article in feeds} == {"echo.example"}


def test_a_broken_address_is_no_error(make_article, vocabulary):
    article = make_article("a", "Rain.", outlet="Echo", url="http://[broken/x")
    assert Outlets.of(vocabulary).root_of(article).key == "echo"


def test_an_agency_answers_as_such(make_article, vocabulary):
    article = make_article("a", "Rain.", outlet="Kestrel News Agency")
    root = Outlets.of(vocabulary).root_of(article)
    assert (root.agency, root.side) == ("kna", "westland")
