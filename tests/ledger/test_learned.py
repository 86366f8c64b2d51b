"""What an outlet alone reported, and how it fared, moves its letter by one step at most."""

from sitrep.ledger.learned import learn
from sitrep.model.findings import Answer, Finding, Grade, Question
from sitrep.vocabulary.types import Outlet, Vocabulary

VOCABULARY = Vocabulary(
    theatres={},
    actors={},
    outlets={"herald": Outlet(id="herald", name="The Herald", reliability="C")},
)
ALONE = ("outlet:herald",)


def finding(number, status, *origins):
    answers = tuple(Answer(text=text, origins=tuple(by)) for text, by in origins)
    return Finding(
        id=f"fnd-{status}-{number}", theatre="border", track="ground",
        question=Question(kind="control", key=f"control|Village {number}", text=""),
        answers=answers, status=status, grade=Grade(reliability="C", credibility=3),
        origins=len({one for _, by in origins for one in by}), sides=("third",), claims=(),
        articles=(),
    )  # fmt: skip


def lone(count):
    return [finding(n, "single-origin", ("Norland", ALONE)) for n in range(count)]


def test_lone_reports_that_others_bear_out_raise_the_letter():
    later = [
        finding(n, "corroborated", ("Norland", ("outlet:herald", "outlet:wire"))) for n in range(30)
    ]
    found = learn([lone(30), later], VOCABULARY)["herald"]
    assert (found.borne_out, found.contradicted) == (30, 0)
    assert found.mean == (0.7 * 20 + 30) / 50
    assert found.letter == "B"


def test_lone_reports_that_are_withdrawn_or_outweighed_lower_it():
    gone = [finding(n, "withdrawn", ("Norland", ALONE)) for n in range(10)]
    beaten = [
        finding(n, "contested", ("Sudria", ("outlet:wire", "outlet:gazette")), ("Norland", ALONE))
        for n in range(10, 20)
    ]
    found = learn([lone(20), gone + beaten], VOCABULARY)["herald"]
    assert (found.contradicted, found.letter) == (20, "D")
    assert "20 contradicted: D" in found.reason


def test_a_letter_moves_by_one_step_at_most():
    gone = [finding(n, "withdrawn", ("Norland", ALONE)) for n in range(200)]
    assert learn([lone(200), gone], VOCABULARY)["herald"].letter == "D"


def test_few_outcomes_change_nothing():
    later = [finding(0, "corroborated", ("Norland", ("outlet:herald", "outlet:wire")))]
    assert learn([lone(4), later], VOCABULARY) == {}


def test_a_question_counts_once_however_many_runs_have_it():
    later = [
        finding(n, "corroborated", ("Norland", ("outlet:herald", "outlet:wire"))) for n in range(6)
    ]
    found = learn([lone(6), later, lone(6), later], VOCABULARY)["herald"]
    assert found.borne_out == 6
