from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.brief.verify.brief import verify
from sitrep.model.brief import (
    Brief,
    BriefIndicator,
    BriefOutlook,
    BriefScenario,
    BriefSentence,
    Citation,
    Method,
    Paragraph,
    Quotation,
    Source,
    StatusLine,
)

TEXT = (
    "OSLO, March 12. Norway reopened its embassy in Kyiv on Wednesday, the Foreign Ministry said. "
    "“Our people are back where they belong,” Minister Anna Berg told reporters."
)
TEXTS = {"art-1": TEXT}


def cite(quote: str) -> Citation:
    start = TEXT.index(quote)
    end = start + len(quote)
    return Citation(
        source=1, article_id="art-1", start=start, end=end, quote=quote,
        prefix=TEXT[max(0, start - 20) : start], suffix=TEXT[end : end + 20],
    )  # fmt: skip


OPENED = "Norway reopened its embassy in Kyiv on Wednesday, the Foreign Ministry said."
SENTENCE = BriefSentence(
    text="Norway reopened its embassy in Kyiv on 12 March, the Foreign Ministry said.",
    citations=(cite(OPENED),),
    findings=("fnd-1",),
    gates=("dates", "names"),
)


@pytest.fixture
def brief() -> Brief:
    return Brief(
        id="brf-1",
        theatre="ukraine",
        title="Ukraine brief",
        headline=replace(SENTENCE, text="Norway reopens embassy in Kyiv, Foreign Ministry says"),
        key_points=(SENTENCE,),
        lead=(Paragraph(sentences=(SENTENCE,)),),
        analysis=(),
        outlook=BriefOutlook(question=(), scenarios=(), confidence=""),
        quotation=Quotation(
            text="Our people are back where they belong",
            speaker="Anna Berg",
            citation=cite("Our people are back where they belong"),
        ),
        contested=(),
        changes=(),
        sources=(
            Source(
                number=1, article_id="art-1", outlet="Harbour Times", title="Embassy reopens",
                published_at=datetime(2025, 3, 12, 9, tzinfo=UTC), sha256="0" * 64, language="en",
            ),
        ),
        method=Method(
            theatre="ukraine", since=None, until=None, as_of=None, documents_read=1, articles=1,
            on_theatre=1, folded=0, left_out=(), notes=(), version="0", run_id="run-1",
        ),
    )  # fmt: skip


def codes(brief: Brief, texts=TEXTS) -> list[str]:
    return [issue.code for issue in verify(brief, texts)]


def test_a_brief_that_holds_has_no_issues(brief: Brief):
    assert verify(brief, TEXTS) == ()


def test_an_article_changed_by_a_letter_is_found(brief: Brief):
    issues = verify(brief, {"art-1": TEXT.replace("Kyiv", "Lviv")})
    assert {issue.code for issue in issues} >= {"citation-differs", "gate-failed"}
    assert "does not read" in issues[0].message


def test_changed_words_around_a_citation_are_found(brief: Brief):
    assert "context-differs" in codes(brief, {"art-1": TEXT.replace("OSLO", "ROME")})


def test_a_missing_article_is_named(brief: Brief):
    issues = verify(brief, {})
    assert {issue.code for issue in issues} == {"article-missing"}
    assert "art-1" in issues[0].message


def test_a_number_that_is_not_the_cited_source_is_found(brief: Brief):
    assert "source-differs" in codes(replace(brief, sources=()))


def test_an_edited_sentence_must_pass_the_gates_again(brief: Brief):
    edited = replace(SENTENCE, text="Norway reopened its embassy in Kyiv on 12 March.")
    issues = verify(replace(brief, key_points=(edited,)), TEXTS)
    assert [issue.code for issue in issues] == ["gate-failed"]
    assert "attribution" in issues[0].message


def test_a_sentence_that_cites_nothing_is_found(brief: Brief):
    bare = BriefSentence(text="All is calm.", citations=())
    assert codes(replace(brief, key_points=(bare,))) == ["no-citation"]


def test_an_honest_headline_for_no_reporting_needs_no_citation(brief: Brief):
    bare = BriefSentence(text="No reporting in this window", citations=())
    assert codes(replace(brief, headline=bare)) == []


def test_an_assessment_is_held_to_the_gates_it_names(brief: Brief):
    assessment = BriefSentence(
        text="The next days show whether others follow Norway to Kyiv by 15 March.",
        citations=(cite(OPENED),),
        gates=("names",),
    )
    outlook = BriefOutlook(question=(assessment,), scenarios=(), confidence="")
    assert codes(replace(brief, outlook=outlook)) == []
    dated = replace(assessment, gates=("names", "dates"))
    outlook = BriefOutlook(question=(dated,), scenarios=(), confidence="")
    assert codes(replace(brief, outlook=outlook)) == ["gate-failed"]


def test_the_status_line_and_the_signs_are_held_to_their_gates(brief: Brief):
    line = StatusLine(
        label="Ceasefire",
        text="The embassy of Norway stays.",
        citations=(cite(OPENED),),
        gates=("names",),
    )
    assert codes(replace(brief, status=line)) == []
    strange = replace(line, text="The embassy of Sweden stays.")
    assert codes(replace(brief, status=strange)) == ["gate-failed"]
    sign = BriefIndicator(text=strange.text, citations=line.citations, gates=("names",))
    course = BriefScenario(name="x", sentences=(), indicators=(sign,))
    outlook = BriefOutlook(question=(), scenarios=(course,), confidence="")
    assert codes(replace(brief, outlook=outlook)) == ["gate-failed"]


def test_a_quotation_that_is_not_in_its_citation_is_found(brief: Brief):
    quotation = replace(brief.quotation, text="Our people are safe")
    assert codes(replace(brief, quotation=quotation)) == ["quotation-differs"]


def test_citation_may_say_who_a_pronoun_stands_for(brief: Brief):
    text = TEXT + " He thanked the city for its patience, he said."
    start = text.index("He thanked")
    citation = Citation(
        source=1, article_id="art-1", start=start, end=len(text), quote=text[start:]
    )
    told = "Lars Vik said he thanked the city for its patience."
    texts = {"art-1": text}

    def codes_with(cited: Citation) -> list[str]:
        point = BriefSentence(text=told, citations=(cited,))
        edited = replace(brief, key_points=(point,))
        return [issue.code for issue in verify(edited, texts) if "Lars" in issue.message]

    assert "gate-failed" in codes_with(citation)
    assert codes_with(replace(citation, speaker="Lars Vik", stand_in="he")) == []
