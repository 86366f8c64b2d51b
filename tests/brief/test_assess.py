"""The outlook is printed with people introduced, in reports' own words where they can stand."""

import msgspec
import pytest

from sitrep.brief.assess import assess, introduced
from sitrep.brief.sources import Sources
from sitrep.brief.write.sentences import Writer
from sitrep.model.findings import Indicator, Outlook, Scenario

TALKS = "Talks with Ukraine are very likely next week, Dmitry Peskov told reporters."
TERMS = "Russia rejects demands for a truce without talks."


@pytest.fixture
def printed(make_article, make_claim, make_finding, make_material):
    """The outlook whose second course has a sign in `as_told` words of the claim of TERMS."""

    def build(question="The next days turn on Russia.", sign=""):
        articles = (make_article(TALKS), make_article(TERMS))
        claims = (
            make_claim(articles[0], people=(("Dmitry Peskov", "dmitry-peskov"),)),
            make_claim(articles[1]),
        )
        findings = tuple(make_finding(one, text=one.id) for one in claims)
        ids = tuple(one.id for one in claims)
        course = Scenario(
            name="The talks",
            text="The talks, which Dmitry Peskov called very likely, are held.",
            claims=ids[:1],
            indicators=(Indicator(text=sign, claims=ids[1:], as_told=True),),
        )
        outlook = Outlook(question=question, claims=ids[1:], scenarios=(course,))
        material = make_material(articles, claims, findings, outlook=outlook)
        return assess(material, Sources(material), Writer(material)), material, ids

    return build


def test_a_person_is_introduced_with_the_office_once(printed):
    told, _, _ = printed()
    (course,) = told.scenarios
    assert "which Kremlin spokesman Dmitry Peskov called very likely" in course.sentences[0].text


def test_a_sign_stands_in_the_sentence_of_its_report_and_passes_all_gates(printed):
    told, _, _ = printed()
    (sign,) = told.scenarios[0].indicators
    assert sign.text.startswith("Russia rejects demands for a truce without talks")
    assert {"support", "attribution"} <= set(sign.gates)


def test_what_the_brief_has_told_is_no_sign_again(printed):
    _, material, ids = printed()
    writer = Writer(material)
    finding = next(one for one in material.findings if ids[1] in one.claims)
    best = writer.best(finding)
    assert best is not None
    writer.keep(best)
    told = assess(material, Sources(material), writer)
    assert told.scenarios[0].indicators == ()


def test_without_its_question_nothing_of_the_outlook_stands(printed):
    told, _, _ = printed(question="The next days turn on Farland.")
    assert (told.question, told.scenarios, told.confidence) == ((), (), "")


def test_a_short_name_serves_once_somebody_is_known(printed):
    _, material, ids = printed()
    writer = Writer(material)
    first = introduced("Dmitry Peskov spoke of talks.", ids[:1], writer)
    second = introduced("Talks hang on Dmitry Peskov.", ids[:1], writer)
    assert first.text == "Kremlin spokesman Dmitry Peskov spoke of talks."
    assert second.text == "Talks hang on Peskov."


def test_a_course_without_the_other_is_no_choice(printed):
    _, material, ids = printed()
    strange = Scenario(name="Else", text="The next days turn on Farland.", claims=ids[:1])
    scenarios = (*material.outlook.scenarios, strange)
    outlook = msgspec.structs.replace(material.outlook, scenarios=scenarios)
    material = msgspec.structs.replace(material, outlook=outlook)
    told = assess(material, Sources(material), Writer(material))
    assert told.scenarios == ()
    assert told.question
