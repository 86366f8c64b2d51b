"""People whom the vocabulary does not know are introduced in the words of the day's reports."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Claim, Mention, Span

CRANES = "The northern cranes will lift grain again in May"


@pytest.fixture
def written(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable,
    make_material: Callable,
) -> Callable[..., Printed | str]:
    def build(*sentences: str, outlets: tuple[str, ...] = ("sample-wire",)) -> Printed | str:
        """Return what the first sentence gives; "Holm" in any is Ada Holm, of one article each."""
        texts = [" ".join(sentences)] if len(outlets) == 1 else list(sentences)
        articles, claims = [], []
        for text, outlet in zip(texts, outlets, strict=True):
            article = make_article(text, source=outlet)
            parts = sentences if len(outlets) == 1 else (text,)
            spans = tuple(
                Sentence(start=text.index(one), end=text.index(one) + len(one)) for one in parts
            )
            article = replace(article, sentences=spans)
            articles.append(article)
            claims += [_claim(make_claim, article, one) for one in parts[:1]]
        finding = make_finding(claims[0])
        writer = Writer(make_material(tuple(articles), tuple(claims), (finding,)))
        return writer.attempt(claims[0], finding, "sentence")

    return build


def _claim(make_claim: Callable[..., Claim], article: Article, evidence: str) -> Claim:
    written = "Ada Holm" if "Ada Holm" in evidence else "Holm"
    speaker = (written, None, "Ada Holm", "said") if " said" in evidence else None
    claim = make_claim(article, evidence=evidence, speaker=speaker)
    start = article.text.index(written, claim.evidence.start)
    where = Span(article_id=article.id, start=start, end=start + len(written), quote=written)
    return replace(claim, mentions=(Mention(span=where, kind="person", name="Ada Holm"),))


def test_a_surname_is_introduced_as_the_article_introduces_it(written: Callable) -> None:
    told = written(
        f"{CRANES}, Holm said.", "Dockers cheered as Harbour Union chairman Ada Holm came."
    )
    assert isinstance(told, Printed)
    assert told.text == f"{CRANES}, Harbour Union chairman Ada Holm said."
    assert [one.quote for one in told.cited[1:]] == ["Harbour Union chairman Ada Holm"]


def test_another_report_may_introduce_a_full_name(written: Callable) -> None:
    told = written(
        f"{CRANES}, Ada Holm said.",
        "Dockers met Ada Holm, a former judge, on the quay.",
        outlets=("sample-wire", "sample-european-monitor"),
    )
    assert isinstance(told, Printed)
    assert told.text == f"{CRANES}, Ada Holm, a former judge, said."


@pytest.mark.parametrize(
    "other",
    [
        "Dockers met Ada Holm on the quay.",
        "“Ada Holm, a former judge, came,” a docker cried.",
        "Dockers met Ada Holm, a convicted lawyer, on the quay.",
        "Dockers met former Harbour Union chairman Ada Holm-Dahl on the quay.",
    ],
    ids=["no words", "a quotation", "a judgement", "another name"],
)
def test_nobody_speaks_whom_no_report_introduces(other: str, written: Callable) -> None:
    refused = written(f"{CRANES}, Holm said.", other)
    assert refused == "points-back (Holm)"


def test_a_partys_or_unknown_outlet_introduces_nobody(written: Callable) -> None:
    for outlet in ("sample-volga-agency", "blog-of-nobody"):
        refused = written(
            f"{CRANES}, Ada Holm said.",
            "Dockers met Ada Holm, a former judge, on the quay.",
            outlets=("sample-wire", outlet),
        )
        assert refused == "points-back (Ada Holm)"


def test_who_has_the_words_of_the_sentence_gets_no_others(written: Callable) -> None:
    own = f"{CRANES}, Ada Holm, an engineer from Skagen, said."
    told = written(own, "Dockers cheered as Harbour Union chairman Ada Holm came.")
    assert isinstance(told, Printed)
    assert told.text == own


def test_where_words_are_short_the_first_of_a_description_stands(written: Callable) -> None:
    long = (
        "The northern cranes will lift grain for five ships a day again in May and salt for two "
        "more in June, Holm said."
    )
    told = written(long, "Dockers met Ada Holm, a retired judge living in the old port of Skagen.")
    assert isinstance(told, Printed)
    assert "Ada Holm, a retired judge, said" in told.text
    assert told.cited[-1].quote == "Ada Holm, a retired judge"
