"""The quotation is verbatim, by a known speaker with an office, and not told twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.material import Material
from sitrep.brief.quotation import choose, present, said_on
from sitrep.brief.sources import Sources
from sitrep.brief.write.sentences import Writer
from sitrep.model.brief import Quotation
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Span, TimeRef
from sitrep.model.findings import Finding
from sitrep.vocabulary.types import Office, Vocabulary

Made = Callable[..., object]
SPEECH = "The list of conditions for the truce will be drawn up by the end of the week"


def quotation(
    text: str,
    form: str,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
) -> Quotation | None:
    article = make_article(text)
    claim = make_claim(article, speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "said"))
    assert claim.attribution is not None
    claim = replace(claim, attribution=replace(claim.attribution, form=form))
    material = make_material((article,), (claim,), (make_finding(claim),))
    return present(choose(material, Writer(material)), material, Sources(material))


def test_words_and_speaker_are_those_of_the_source(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
) -> None:
    text = f'"{SPEECH}," Peskov said in the capital.'
    found = quotation(text, "direct", make_article, make_claim, make_finding, make_material)
    assert found is not None
    assert found.text == SPEECH
    assert found.speaker == "Dmitry Peskov"
    assert "spokesman" in (found.office or "").lower()
    assert found.citation.quote == SPEECH


def test_indirect_speech_is_no_quotation(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
) -> None:
    text = f"Peskov said that {SPEECH[0].lower()}{SPEECH[1:]}."
    assert (
        quotation(text, "indirect", make_article, make_claim, make_finding, make_material) is None
    )


def test_a_name_inside_the_quotation_is_not_its_speaker(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
) -> None:
    text = f'"{SPEECH}, and Peskov said so in the capital", an official added.'
    found = quotation(text, "direct", make_article, make_claim, make_finding, make_material)
    assert found is None


def test_no_sentence_quotes_what_the_quotation_quotes(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
) -> None:
    told = (
        "Soldiers of the northern brigade left the border town of Sudzha during the night.",
        "A missile damaged two grain silos in the port of Odesa, wounding four dock workers.",
        "Rescuers pulled nine miners alive out of a flooded pit near the town of Pokrovsk.",
    )
    articles = tuple(map(make_article, told))
    said = make_article(f'"{SPEECH}," Peskov said in the capital.')
    claim = make_claim(said, speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "said"))
    claim = replace(claim, attribution=replace(claim.attribution, form="direct"))
    claims = (*map(make_claim, articles), claim)
    findings = (
        *(make_finding(c, text=c.id, importance=0.9) for c in claims[:3]),
        make_finding(claim, text="said", importance=0.5, track="other"),
    )
    brief, issues = compose(make_material((*articles, said), claims, findings))
    assert brief.quotation is not None
    assert brief.quotation.text == SPEECH
    printed = [s.text for part in brief.analysis for s in part.sentences]
    assert not any(SPEECH in text for text in printed)
    assert any("kept-for-the-quotation" in issue.message for issue in issues)


def test_words_whose_report_gives_no_day_bear_the_day_of_the_report(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
) -> None:
    text = f'"{SPEECH}," Peskov said in the capital.'
    found = quotation(text, "direct", make_article, make_claim, make_finding, make_material)
    assert found is not None
    assert (found.dated, found.date) == ("reported", datetime(2025, 3, 13, 9, tzinfo=UTC))


TUESDAY = datetime(2025, 3, 11, tzinfo=UTC)


def dated(claim: Claim, article: Article, words: str, start: datetime = TUESDAY) -> Claim:
    """The claim with a day of its sentence resolved, and the quotation as its content."""
    at = article.text.index(words)
    span = Span(article_id=article.id, start=at, end=at + len(words), quote=words)
    time = TimeRef(
        span=span, start=start, end=start + timedelta(days=1), granularity="day", relative=True
    )
    begin = article.text.index(SPEECH)
    said = Span(article_id=article.id, start=begin, end=begin + len(SPEECH), quote=SPEECH)
    assert claim.attribution is not None
    told = replace(claim.attribution, form="direct", content=(said,))
    return replace(claim, attribution=told, times=(time,))


@pytest.mark.parametrize(
    ("rest", "words", "wanted"),
    [
        ("Peskov said on Tuesday in the capital.", "Tuesday", TUESDAY),
        ("Peskov said of the attack on Tuesday.", "Tuesday", None),
        ("Peskov, who flew home on Tuesday, said.", "Tuesday", None),
        ("Peskov said at a briefing about the talks that began on Tuesday.", "Tuesday", None),
    ],
)
def test_the_day_beside_the_verb_of_saying_is_that_of_the_words(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    rest: str,
    words: str,
    wanted: datetime | None,
) -> None:
    article = make_article(f'"{SPEECH}," {rest}')
    claim = make_claim(article, speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "said"))
    assert said_on(dated(claim, article, words), ()) == wanted


def test_the_one_day_of_all_else_that_the_speaker_says_there_is_that_of_the_words(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    first, second = f'"{SPEECH}," Peskov said.', "No venue is chosen, Peskov said on Tuesday."
    article = make_article(f"{first} {second}")
    speaker = ("Peskov", "dmitry-peskov", "Dmitry Peskov", "said")
    claim = make_claim(article, evidence=first, speaker=speaker)
    other = dated(make_claim(article, evidence=second, speaker=speaker), article, "Tuesday")
    start = article.text.index(second)
    content = Span(article_id=article.id, start=start, end=start + 18, quote="No venue is chosen")
    cue = Span(article_id=article.id, start=start + 27, end=start + 31, quote="said")
    assert other.attribution is not None
    other = replace(other, attribution=replace(other.attribution, content=(content,), cue=cue))
    assert said_on(claim, (claim, other)) == TUESDAY
    stranger = replace(other, speaker_id="sergey-lavrov")
    assert said_on(claim, (claim, stranger)) is None


@pytest.mark.parametrize(
    "text",
    [
        f'"{SPEECH}," Peskov said. But he added that nothing of it was certain.',
        f'"{SPEECH}," Peskov said, but nothing of it was certain.',
        f'Peskov once said: "{SPEECH}."',
        f'Two years ago Peskov said: "{SPEECH}."',
        f'"And {SPEECH[0].lower()}{SPEECH[1:]}," Peskov said.',
        f'"Today, {SPEECH[0].lower()}{SPEECH[1:]}," Peskov said.',
    ],
)
def test_words_that_the_report_turns_or_calls_old_are_no_quotation(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Made,
    text: str,
) -> None:
    article = make_article(text)
    evidence = text.split(" But ", maxsplit=1)[0]
    claim = make_claim(
        article,
        evidence=evidence,
        speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "said"),
    )
    assert claim.attribution is not None
    claim = replace(claim, attribution=replace(claim.attribution, form="direct"))
    material = make_material((article,), (claim,), (make_finding(claim),))
    assert choose(material, Writer(material)) is None


def test_the_office_is_the_one_held_on_the_day_of_the_words(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
    vocabulary: Vocabulary,
) -> None:
    article = make_article(f'"{SPEECH}," Peskov said on Tuesday.')
    claim = make_claim(article, speaker=("Peskov", "dmitry-peskov", "Dmitry Peskov", "said"))
    claim = dated(claim, article, "Tuesday")
    day = TUESDAY.date()
    offices = (
        Office(title="Mayor", until=day),
        Office(title="Minister", since=day + timedelta(days=1)),
    )
    actor = replace(vocabulary.actors["dmitry-peskov"], offices=offices)
    words = replace(vocabulary, actors={**vocabulary.actors, actor.id: actor})
    material = make_material((article,), (claim,), (make_finding(claim),), vocabulary=words)
    found = present(choose(material, Writer(material)), material, Sources(material))
    assert found is not None
    assert (found.office, found.dated, found.date) == ("Mayor", "said", TUESDAY)
