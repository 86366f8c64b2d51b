from sitrep.text.outlets import outlet_of


def test_an_outlet_is_known_by_its_feeds_name(make_item, vocabulary) -> None:
    item = make_item("x", source="harbour-world", outlet="harbour-world")
    assert outlet_of(item, None, None, vocabulary) == ("harbour", "Harbour Sample")


def test_an_outlet_is_known_by_its_domain_and_its_subdomains(make_item, vocabulary) -> None:
    found = outlet_of(make_item("x"), "https://en.ridge.example/a", None, vocabulary)
    assert found == ("ridge", "Ridge Sample")


def test_an_unknown_outlet_goes_by_site_name_then_domain_then_feed(make_item, vocabulary) -> None:
    item = make_item("x", source="feed-7", outlet="feed-7")
    url = "https://www.other.example/a"
    assert outlet_of(item, url, "The Other", vocabulary) == ("feed-7", "The Other")
    assert outlet_of(item, url, None, vocabulary) == ("feed-7", "other.example")
    assert outlet_of(item, None, None, vocabulary) == ("feed-7", "feed-7")


def test_a_feeds_name_that_reads_as_a_name_comes_before_the_domain(make_item, vocabulary) -> None:
    url = "https://news.other.example/a"
    named = make_item("x", source="other-tv", outlet="Other TV News")
    slug = make_item("x", source="other-tv", outlet="other-tv")
    assert outlet_of(named, url, None, vocabulary)[1] == "Other TV News"
    assert outlet_of(slug, url, None, vocabulary)[1] == "news.other.example"


def test_an_address_that_is_none_is_no_error(make_item, vocabulary) -> None:
    assert outlet_of(make_item("x"), "https://[broken", None, vocabulary)[1] == "sample"
