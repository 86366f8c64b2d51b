"""Which words a sentence loses: plain insertions first, names and numbers last."""

from collections.abc import Callable

from sitrep.brief.write.edits import words
from sitrep.brief.write.shorten import matter, shorten
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Trim, TrimKind

LONG = (
    "Engineers of the northern district, working in two shifts since the early morning hours, "
    "restored power to the town, which had lost two of its lines, and to 14 villages of the valley."
)


def trimmed(article: Article, *cuts: tuple[str, TrimKind]) -> tuple[Trim, ...]:
    starts = [(article.text.index(cut), len(cut), kind) for cut, kind in cuts]
    return tuple(Trim(start=at, end=at + length, kind=kind) for at, length, kind in starts)


def test_a_plain_insertion_goes_from_a_long_sentence_that_would_fit(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article(LONG)
    shifts = ", working in two shifts since the early morning hours,"
    claim = make_claim(article, trims=trimmed(article, (shifts, "relative")))
    assert words(LONG) > 24
    assert "shifts" not in shorten(claim, (), 40, claim.evidence)


def test_what_holds_a_number_goes_only_for_want_of_room(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article(LONG)
    villages = ", and to 14 villages of the valley"
    claim = make_claim(article, trims=trimmed(article, (villages, "adverbial")))
    assert "14 villages" in shorten(claim, (), 40, claim.evidence)
    assert "14 villages" not in shorten(claim, (), 30, claim.evidence)


def test_of_cuts_that_are_enough_the_least_is_taken(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article(LONG)
    lines = ", which had lost two of its lines,"
    villages = ", and to 14 villages of the valley"
    claim = make_claim(
        article, trims=trimmed(article, (lines, "relative"), (villages, "adverbial"))
    )
    left = shorten(claim, (), words(LONG) - 5, claim.evidence)
    assert "14 villages" in left
    assert "two of its lines" not in left


def test_a_cut_takes_the_comma_behind_it_unless_another_cut_begins_there(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    cut, words_behind = ", which runs two ports", ", and salt from 4 mines in Skagen"
    text = f"Holm{cut}, sells grain from 9 mills in Norland{words_behind}."
    article = make_article(text)
    pair = ((cut, "relative"), (f"{cut},", "relative"))
    claim = make_claim(article, trims=trimmed(article, *pair))
    assert shorten(claim, (), 5, claim.evidence).startswith("Holm sells grain")
    both = f"Holm sells grain from 9 mills in Norland{cut}{words_behind}."
    article = make_article(both)
    claim = make_claim(article, trims=trimmed(article, *pair, (words_behind, "clause")))
    assert shorten(claim, (), 8, claim.evidence) == "Holm sells grain from 9 mills in Norland."


def test_names_and_numbers_tell_more() -> None:
    assert matter("Crews left for Tavrin with 14 pumps.") > matter("Crews left with some pumps.")
