"""The quotation is verbatim, by a known speaker with an office, and not told twice."""

from collections.abc import Callable

from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.quotation import choose, present
from sitrep.brief.sources import Sources
from sitrep.brief.write.sentences import Writer
from sitrep.model.brief import Quotation
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

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
