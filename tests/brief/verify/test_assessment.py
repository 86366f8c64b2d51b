"""An assessment sets side by side what its evidence tells, and adds no fact to it."""

from datetime import UTC, datetime

from sitrep.brief.verify.assessment import weigh
from sitrep.brief.verify.evidence import Evidence, Known, Passage

KNOWN = Known(names={"norland": "norland", "sudria": "sudria", "ann miller": "ann-miller"})
AT = datetime(2025, 3, 13, 9, tzinfo=UTC)
PASSAGES = (
    Passage(text="Sudria offered a 30-day truce.", published_at=AT, outlet="Sample Wire"),
    Passage(text="Norland launched 60 drones on Tuesday, Ann Miller said.", published_at=AT),
)


def failed(text: str) -> list[str]:
    verdict = weigh(text, Evidence(passages=PASSAGES, known=KNOWN))
    return [gate.name for gate in verdict.failed]


def test_names_numbers_and_dates_may_come_from_different_sentences():
    text = (
        "The next days turn on whether Norland, which Ann Miller says launched 60 drones on"
        " 11 March, accepts the 30-day truce of Sudria."
    )
    assert failed(text) == []


def test_an_outlet_that_is_cited_may_be_named():
    assert failed("By the word of Sample Wire, Sudria has made an offer.") == []
    assert failed("By the word of Sample Post, Sudria has made an offer.") == ["names"]


def test_what_no_sentence_holds_is_refused_by_the_gate_of_its_kind():
    assert failed("The next days turn on Farland.") == ["names"]
    assert failed("Norland launched 61 drones.") == ["numbers"]
    assert failed("Norland launched 60 missiles.") == ["numbers"]
    assert failed("Norland launched more than 60 drones.") == ["numbers"]
    assert failed("The talks are on 15 March.") == ["dates"]
    assert failed("Sudria spoke of a “just peace”.") == ["quotation"]
