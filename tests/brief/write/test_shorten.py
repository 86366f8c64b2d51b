"""Which words a sentence loses: plain insertions first, names and numbers last."""

from collections.abc import Callable
from datetime import UTC, datetime

from msgspec.structs import replace

from sitrep.brief.write.always import always
from sitrep.brief.write.edits import words
from sitrep.brief.write.shorten import about_speaker, matter, shorten, tears
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Figure, Span, TimeRef, Trim, TrimKind

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


def test_the_occasion_that_alone_tells_when_stays(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    text = (
        "The mayor, following a conversation with the engineers, said that the bridge would hold."
    )
    article = make_article(text)
    cut = ", following a conversation with the engineers,"
    claim = make_claim(article, trims=trimmed(article, (cut, "adverbial")))
    assert "conversation" in shorten(claim, (), 8, claim.evidence)


def test_the_one_day_of_a_count_goes_only_for_want_of_room(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    text = "Crews pumped the water out of 14 cellars, the mayor of Tavrin said on Thursday."
    article = make_article(text)
    trims = trimmed(article, (" on Thursday", "tail"))
    day = datetime(2025, 3, 13, tzinfo=UTC)
    at = text.index("Thursday")
    when = Span(article_id=article.id, start=at, end=at + len("Thursday"), quote="Thursday")
    time = TimeRef(span=when, start=day, end=day, granularity="day", relative=True)
    figure = Figure(span=when, kind="killed", value=14)
    claim = make_claim(article, trims=trims, times=(time,), figures=(figure,))
    assert not always(claim)
    assert "Thursday" in shorten(claim, (), 15, claim.evidence)
    assert "Thursday" not in shorten(claim, (), 13, claim.evidence)
    assert [edit.start for edit in always(replace(claim, figures=()))] == [trims[0].start]


def test_names_and_numbers_tell_more() -> None:
    assert matter("Crews left for Tavrin with 14 pumps.") > matter("Crews left with some pumps.")


TALKS = (
    "Commenting on the chance of talks in Harbour, the spokesman said that no venue for "
    "a further round had been chosen by either side."
)


def test_an_opening_goes_whole_or_stays(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article(TALKS)
    claim = make_claim(
        article, trims=trimmed(article, ("on the chance of talks in Harbour", "tail"))
    )
    assert shorten(claim, (), 30, claim.evidence).startswith("Commenting on the chance")
    assert shorten(claim, (), 18, claim.evidence).startswith("The spokesman said")


def test_a_phrase_stays_where_the_words_around_it_lean_on_it(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    ordered = make_article("The army told everyone in Harbour and nearby towns to go to the coast.")
    pulled = make_article("Rescuers pulled two more bodies from the rubble, the service said.")
    fled = make_article("The army struck a depot in Harbour and left the valley by night.")
    made = make_article("The missile had been made in Norland, the envoy said.")
    found = make_article("Scouts were to find and destroy tanks, guns and trucks in the valley.")
    places = (
        (found, "and destroy tanks"),
        (ordered, "in Harbour"),
        (pulled, "from the rubble"),
        (made, "in Norland"),
        (fled, "in Harbour"),
    )
    claims = [make_claim(one, trims=trimmed(one, (cut, "phrase"))) for one, cut in places]
    assert [tears(claim, claim.trims[0]) for claim in claims] == [True, True, True, True, False]


def test_a_cut_of_mere_blanks_tears_nothing(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("Rescuers pulled two more bodies  from the rubble.")
    claim = make_claim(article, trims=trimmed(article, ("  ", "phrase")))
    assert not tears(claim, claim.trims[0])


def test_what_else_went_on_goes_for_want_of_room(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    text = "The toll rose to 12 in Harbour as rescuers pulled bodies from the rubble, Norland said."
    claim = make_claim(make_article(text))
    assert shorten(claim, (), 10, claim.evidence) == "The toll rose to 12 in Harbour, Norland said."


def test_a_long_insertion_about_the_speaker_is_known(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    long = ", who had called two of his neighbours before the talks began,"
    short = ", who chairs the council,"
    found = []
    for aside in (long, short):
        article = make_article(f"The envoy{aside} told reporters that the war was not theirs.")
        claim = make_claim(
            article,
            speaker=("The envoy", None, "Envoy", "told"),
            trims=trimmed(article, (aside, "relative")),
        )
        found.append(about_speaker(claim, claim.trims[0]))
    assert found == [True, False]
