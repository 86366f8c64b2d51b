"""A long attribution is written short where nothing but its length is lost."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from sitrep.brief.write.names import Names
from sitrep.brief.write.recast import recast
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Span
from sitrep.vocabulary.types import Vocabulary

SAID = "The army lost 340 troops in the valley over the past day"
LONG = f"{SAID}, according to the data released by Russia's Defence Ministry."
SOURCE = "the data released by Russia's Defence Ministry"


def claim_of(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    *,
    speaker: str | None = "russia-mod",
    stance: str = "reports",
) -> Claim:
    article = make_article(LONG)
    spoken = (SOURCE, speaker, "Russian Defence Ministry", "according to")
    claim = make_claim(article, speaker=spoken)
    assert claim.attribution is not None
    content = Span(article_id=article.id, start=0, end=len(SAID), quote=SAID)
    told = replace(claim.attribution, content=(content,), stance=stance)
    return replace(claim, attribution=told)


def test_the_body_is_named_behind_its_words(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    found = recast(claim_of(make_article, make_claim), names)
    assert found is not None
    assert not found.quoted
    assert found.form(found.said.quote) == f"{SAID}, the Russian Defence Ministry said."


def test_many_are_no_it(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    for said, fits in (("it had left the valley and the port", False), (SAID, True)):
        text = f"The Houthi movement, in a long statement, said that {said}."
        article = make_article(text)
        claim = make_claim(article, speaker=("The Houthi movement", "houthis", "Houthis", "said"))
        assert claim.attribution is not None
        at = text.index(said)
        content = Span(article_id=article.id, start=at, end=at + len(said), quote=said)
        claim = replace(claim, attribution=replace(claim.attribution, content=(content,)))
        found = recast(claim, names)
        assert (found is not None) == fits
        if found is not None:
            assert found.form(said).startswith("The Houthis said that ")


def test_an_unknown_speaker_and_a_verb_that_says_more_stay(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    unknown = claim_of(make_article, make_claim, speaker=None)
    warning = claim_of(make_article, make_claim, stance="warns")
    assert recast(unknown, names) is None
    assert recast(warning, names) is None


def test_a_quotation_of_one_statement_is_told_without_its_marks(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    assert (found := recast(quoting(make_article, make_claim, SAID), names))
    assert found.quoted
    assert found.form(found.said.quote) == f"{SAID}, the Russian Defence Ministry said."


def test_a_speakers_own_person_stays_within_marks(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    ours = "We struck 340 targets in the valley over the past day"
    assert recast(quoting(make_article, make_claim, ours), names) is None


def quoting(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim], words: str
) -> Claim:
    """Return the claim of a sentence that quotes `words` of the ministry."""
    article = make_article(f'"{words}," the ministry said.')
    claim = make_claim(article, speaker=("the ministry", "russia-mod", "Defence Ministry", "said"))
    assert claim.attribution is not None
    content = Span(article_id=article.id, start=0, end=len(words) + 3, quote=f'"{words},"')
    told = replace(claim.attribution, content=(content,), stance="asserts", form="direct")
    return replace(claim, attribution=told)


def test_what_the_speaker_did_beside_speaking_is_not_lost(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("Peskov welcomed the grain deal but said that Kyiv would be held to it.")
    claim = make_claim(article, speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "said"))
    said = "Kyiv would be held to it"
    start = article.text.index(said)
    content = Span(article_id=article.id, start=start, end=start + len(said), quote=said)
    assert claim.attribution is not None
    claim = replace(claim, attribution=replace(claim.attribution, content=(content,)))
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    assert recast(claim, names) is None


def test_that_goes_where_room_is_short(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("Peskov told reporters that Kyiv would be held to it.")
    claim = make_claim(
        article, speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "told reporters")
    )
    said = "Kyiv would be held to it"
    start = article.text.index(said)
    content = Span(article_id=article.id, start=start, end=start + len(said), quote=said)
    assert claim.attribution is not None
    told = replace(claim.attribution, content=(content,), form="indirect")
    names = Names(vocabulary=vocabulary, day=date(2025, 3, 13))
    again = recast(replace(claim, attribution=told), names, left_out={"that"})
    assert again is not None
    assert again.form("Kyiv left") == "Kremlin spokesman Dmitry Peskov said Kyiv left."
    assert again.form("Kyiv left and that it rained").startswith(
        "Kremlin spokesman Dmitry Peskov said that"
    )
