"""A name is put for "he" only where nobody else could be meant."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from sitrep.brief.write.speakers import Speakers
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Claim
from sitrep.vocabulary.types import Vocabulary

SAID = "He said that the envoy would leave for the talks."
PUTIN = ("He", "vladimir-putin", "Vladimir Putin", "said")


def read(make_article: Callable[..., Article], before: str) -> Article:
    article = make_article(f"{before} {SAID}")
    cut = len(before)
    ends = ((0, cut), (cut + 1, len(article.text)))
    return replace(article, sentences=tuple(Sentence(start=a, end=b) for a, b in ends))


def sure(claim: Claim, article: Article, vocabulary: Vocabulary) -> bool:
    speakers = Speakers({claim.id: claim}, vocabulary=vocabulary, day=date(2025, 3, 13))
    return speakers.sure(claim, article)


def test_pronoun_is_safe_after_the_only_person_named(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = read(make_article, "Putin met officials in the north.")
    claim = make_claim(article, evidence=SAID, speaker=PUTIN)
    assert sure(claim, article, vocabulary)


def test_pronoun_is_in_doubt_when_a_second_person_stands_near(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = read(make_article, "Putin met Trump in the north.")
    claim = make_claim(article, evidence=SAID, speaker=PUTIN)
    assert not sure(claim, article, vocabulary)


def test_pronoun_is_in_doubt_when_its_person_is_not_named_near(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = read(make_article, "Officials met in the north.")
    claim = make_claim(article, evidence=SAID, speaker=PUTIN)
    assert not sure(claim, article, vocabulary)


def test_a_sentence_between_two_of_one_speaker_runs_on(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    parts = (
        "Ivanov said that the list of sites was long.",
        "Schools for recruits have been opened in three districts.",
        "Ivanov added that the sites were near the border.",
    )
    article = make_article(" ".join(parts))
    claims = [
        make_claim(
            article,
            evidence=part,
            speaker=("Ivanov", None, "Ivanov", cue) if cue else None,
        )
        for part, cue in zip(parts, ("said", None, "added"), strict=True)
    ]
    by_id = {claim.id: claim for claim in claims}
    speakers = Speakers(by_id, vocabulary=vocabulary, day=date(2025, 3, 13))
    assert speakers.runs_on(claims[1])
    assert not speakers.runs_on(claims[0])
