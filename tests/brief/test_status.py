"""The status line tells the stand of each party, and nothing that a key point tells."""

from datetime import UTC, datetime

import pytest

from sitrep.brief.sources import Sources
from sitrep.brief.status import status
from sitrep.brief.write.sentences import Writer
from sitrep.model.brief import BriefSentence
from sitrep.model.findings import Clause, Outlook, Standing

OFFER = "Ukraine offered a full 30-day ceasefire on Monday."
LIST = "Moscow will prepare a list of conditions for a ceasefire, the Kremlin said on Thursday."


@pytest.fixture
def told(make_article, make_claim, make_finding, make_material):
    """The status line beside key points that say `points`, with `silence` about others."""

    def build(*points, silence="", clauses=("offer", "list")):
        articles = {"offer": make_article(OFFER), "list": make_article(LIST)}
        claims = {key: make_claim(article) for key, article in articles.items()}
        findings = {key: make_finding(claim, text=key) for key, claim in claims.items()}
        words = {
            "offer": ("ukraine", "Ukraine has offered a full 30-day ceasefire"),
            "list": ("russia", "Russia says it will set a list of conditions for a ceasefire"),
        }
        standing = Standing(
            clauses=tuple(
                Clause(
                    actor=words[key][0],
                    text=words[key][1],
                    claims=(claims[key].id,),
                    findings=(findings[key].id,),
                )
                for key in clauses
            ),
            silence=silence,
            by=datetime(2025, 3, 13, 9, tzinfo=UTC),
        )
        outlook = Outlook(question="", claims=(), scenarios=(), standing=standing)
        material = make_material(
            tuple(articles.values()), tuple(claims.values()), tuple(findings.values()),
            outlook=outlook,
        )  # fmt: skip
        printed = [
            BriefSentence(text=text, citations=(), findings=(findings[key].id,))
            for key, text in points
        ]
        return status(material, printed, Sources(material), Writer(material))

    return build


def test_both_parties_stand_in_one_line_with_the_day_of_the_last_report(told):
    line = told()
    assert line.label == "Ceasefire, 13 March"
    assert line.text == (
        "Ukraine has offered a full 30-day ceasefire; Russia says it will set a list of conditions"
        " for a ceasefire."
    )
    assert [cited.quote for cited in line.citations] == [OFFER, LIST]
    assert "names" in line.gates


def test_a_line_that_adds_one_stand_to_the_key_points_is_told_whole(told):
    assert told(("list", LIST)).text.startswith("Ukraine has offered")


def test_a_line_that_key_points_tell_is_left_out(told):
    assert told(("list", LIST), ("offer", OFFER)) is None
    assert told(("offer", OFFER), clauses=("offer",)) is None


def test_then_only_who_has_been_silent_is_told(told):
    line = told(("offer", OFFER), clauses=("offer",), silence="No answer from Russia stands here.")
    assert line.text == "No answer from Russia stands here."
    assert [cited.quote for cited in line.citations] == [OFFER]


def test_a_key_point_about_another_matter_takes_nothing_away(told):
    other = "Ukraine shot down 30 drones in the night, the air force said."
    assert told(("offer", other)).text.startswith("Ukraine has offered")
