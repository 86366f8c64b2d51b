from sitrep.text.bylines import find_byline


def byline_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    found = find_byline(text)
    return (text[found.start : found.end], found.names) if found else None


def test_a_byline_that_runs_into_the_report_ends_with_the_name() -> None:
    text = "By Ada Sample Three ministers met on Wednesday in the capital."
    assert byline_of(text) == ("By Ada Sample", ("Ada Sample",))


def test_authors_and_the_place_they_report_from_belong_to_it() -> None:
    text = (
        "Supported by By Ada Sample and Bo Example Reporting from Kyiv, Ukraine The road reopened."
    )
    written, names = byline_of(text)
    assert written == "By Ada Sample and Bo Example Reporting from Kyiv, Ukraine"
    assert names == ("Ada Sample", "Bo Example")


def test_a_longer_name_is_taken_when_it_comes_again() -> None:
    text = "By Maria Del Sample The road reopened. Maria Del Sample covers roads."
    assert byline_of(text) == ("By Maria Del Sample", ("Maria Del Sample",))


def test_a_place_of_two_words_is_taken_when_it_comes_again() -> None:
    text = "By Ada Sample Reporting from Ramallah, West Bank Soldiers left the West Bank town."
    assert byline_of(text)[0] == "By Ada Sample Reporting from Ramallah, West Bank"


def test_by_inside_a_sentence_is_no_byline() -> None:
    assert byline_of("The bill was backed By Senator Ada Sample on Wednesday.") is None
    assert byline_of("By Wednesday the road had reopened.") is None
