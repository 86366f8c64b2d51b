"""Full name and office at first mention, then short."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from sitrep.brief.write.edits import apply
from sitrep.brief.write.names import Names, short_name
from sitrep.brief.write.titled import title_before
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Mention, Span
from sitrep.vocabulary.types import Actor, Vocabulary

DAY = date(2025, 3, 13)
PUTIN = (("Putin", "vladimir-putin"),)


def edited(claim: Claim, names: Names, *, plain: bool = False) -> str:
    return apply(claim.evidence.quote, claim.evidence.start, names.edits(claim, plain=plain))


def test_surname_gets_name_and_office_at_first_mention(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    claim = make_claim(make_article("Mr. Putin visited a command post."), people=PUTIN)
    text = edited(claim, Names(vocabulary=vocabulary, day=DAY))
    assert text.endswith("Vladimir Putin visited a command post.")
    assert "Mr." not in text
    assert "resident" in text


def test_title_that_stands_there_is_not_doubled(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Russian President Vladimir Putin visited a command post."
    claim = make_claim(make_article(text), people=(("Vladimir Putin", "vladimir-putin"),))
    assert edited(claim, Names(vocabulary=vocabulary, day=DAY)) == text


def test_later_mention_is_short_and_keeps_its_possessive(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Troops welcomed Russian President Vladimir Putin’s visit."
    claim = make_claim(make_article(text), people=(("Vladimir Putin’s", "vladimir-putin"),))
    names = Names(vocabulary=vocabulary, day=DAY, named={"vladimir-putin"})
    assert edited(claim, names) == "Troops welcomed Putin’s visit."


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("said US Secretary of State ", "US Secretary of State "),
        ("and the Kremlin spokesman ", "Kremlin spokesman "),
        ("a call with ", ""),
        ("Mr. ", "Mr. "),
    ],
)
def test_title_before_a_name_is_found(before: str, title: str) -> None:
    assert before[len(before) - title_before(before) :].removeprefix("the ") == title


def test_pronoun_before_a_title_goes_with_it(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "The truce will hold, his spokesman Dmitry Peskov said."
    claim = make_claim(make_article(text), people=(("Dmitry Peskov", "dmitry-peskov"),))
    told = edited(claim, Names(vocabulary=vocabulary, day=DAY))
    assert told == "The truce will hold, Kremlin spokesman Dmitry Peskov said."


def test_a_pope_keeps_his_name_whole() -> None:
    pope = Actor(id="leo-xiv", name="Leo XIV", kind="person")
    assert short_name(pope) == "Leo XIV"


def test_where_words_are_short_the_plainer_office_of_the_evidence_stands(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Two silos in the Belgorod Region burned, Governor Vyacheslav Gladkov said."
    people = (("Vyacheslav Gladkov", "vyacheslav-gladkov"),)
    claim = make_claim(make_article(text), people=people)
    names = Names(vocabulary=vocabulary, day=DAY)
    assert edited(claim, names, plain=True) == text
    assert "Belgorod governor Vyacheslav Gladkov said" in edited(claim, names)


@pytest.mark.parametrize(
    ("who", "entity", "told"),
    [
        ("Zelensky", "volodymyr-zelensky", "President Volodymyr Zelensky"),
        ("Merz", "friedrich-merz", "German Chancellor Friedrich Merz"),
    ],
    ids=["a party's", "a third state's"],
)
def test_where_words_are_short_only_offices_of_the_parties_go_without_their_state(
    who: str,
    entity: str,
    told: str,
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    claim = make_claim(make_article(f"{who} opened a bridge."), people=((who, entity),))
    theatre, day = vocabulary.theatres["ukraine"], date(2025, 5, 21)
    names = Names(vocabulary=vocabulary, day=day, theatre=theatre)
    assert edited(claim, names, plain=True) == f"{told} opened a bridge."


def test_an_office_between_commas_and_a_rank_before_the_name_is_not_told_again(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Ukraine’s commander-in-chief, General Valerii Zaluzhnyi, praised the sappers."
    people = (("Valerii Zaluzhnyi", "valerii-zaluzhnyi"),)
    claim = make_claim(make_article(text), people=people)
    names = Names(vocabulary=vocabulary, day=date(2022, 9, 11))
    assert edited(claim, names) == text
    names.note(claim, text)
    assert "valerii-zaluzhnyi" in names.named


def test_a_rank_between_office_and_name_goes_with_the_office(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Vatican Secretary of State Cardinal Pietro Parolin offered rooms."
    people = (("Pietro Parolin", "pietro-parolin"),)
    claim = make_claim(make_article(text), people=people)
    assert edited(claim, Names(vocabulary=vocabulary, day=DAY)) == text
    known = Names(vocabulary=vocabulary, day=DAY, named={"pietro-parolin"})
    assert edited(claim, known) == "Parolin offered rooms."


def test_whose_office_speaks_is_introduced_too(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = make_article("Netanyahu’s office announced a visit to a dairy.")
    claim = make_claim(article)
    words = "Netanyahu’s office"
    mention = Mention(
        span=Span(article_id=article.id, start=0, end=len(words), quote=words),
        kind="organisation",
        name="Israeli Prime Minister's Office",
        entity_id="israel-pmo",
    )
    claim = replace(claim, mentions=(mention,))
    names = Names(vocabulary=vocabulary, day=DAY)
    told = edited(claim, names)
    assert told.startswith("Israeli Prime Minister Benjamin Netanyahu’s office")
    names.note(claim, told)
    assert edited(claim, names).startswith("Netanyahu’s office")


def test_an_office_without_its_body_takes_ours_where_it_says_more(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Spokesman Stéphane Dujarric told of five lorries."
    people = (("Stéphane Dujarric", "stephane-dujarric"),)
    claim = make_claim(make_article(text), people=people)
    names = Names(vocabulary=vocabulary, day=DAY)
    assert edited(claim, names) == "UN spokesman Stéphane Dujarric told of five lorries."
    assert edited(claim, names, plain=True) == text


def test_a_plural_people_has_its_article(vocabulary: Vocabulary) -> None:
    names = Names(vocabulary=vocabulary, day=DAY)
    assert names.speaker(vocabulary.actors["houthis"]) == "the Houthis"
    assert names.speaker(vocabulary.actors["hamas"]) == "Hamas"


@pytest.mark.parametrize(
    ("text", "words", "actor", "told"),
    [
        ("Kirby welcomed the deal.", "Kirby", "john-kirby",
         "White House national security spokesman John Kirby welcomed the deal."),
        ("Spokesman Stéphane Dujarric saw trucks.", "Stéphane Dujarric", "stephane-dujarric",
         "UN spokesman Stéphane Dujarric saw trucks."),
        ("Norland’s commander-in-chief, General Oleksandr Syrskyi, left.", "Oleksandr Syrskyi",
         "oleksandr-syrskyi", "Norland’s commander-in-chief, General Oleksandr Syrskyi, left."),
    ],
)  # fmt: skip
def test_whoever_is_named_first_is_introduced_once(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    text: str,
    words: str,
    actor: str,
    told: str,
) -> None:
    claim = make_claim(make_article(text), people=((words, actor),))
    names = Names(vocabulary=vocabulary, day=date(2024, 12, 1))
    assert edited(claim, names) == told
    names.note(claim, told)
    assert actor in names.named


def test_spaces_that_do_not_break_are_spaces(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    text = "Crews left after Russian\xa0President\xa0Vladimir Putin spoke."
    claim = make_claim(make_article(text), people=(("Vladimir Putin", "vladimir-putin"),))
    told = "Crews left after Russian President Vladimir Putin spoke."
    assert edited(claim, Names(vocabulary=vocabulary, day=DAY)) == told


def test_a_body_counts_as_named_where_its_full_name_is_printed(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = make_article("The IDF struck a depot.")
    span = Span(article_id=article.id, start=4, end=7, quote="IDF")
    body = Mention(span=span, kind="organisation", name="Israel Defense Forces", entity_id="idf")
    claim = replace(make_claim(article), mentions=(body,))
    names = Names(vocabulary=vocabulary, day=DAY)
    names.note(claim, "“The IDF struck a depot.”")
    assert "idf" not in names.named
    names.note(claim, "The Israel Defense Forces struck a depot.")
    assert "idf" in names.named
