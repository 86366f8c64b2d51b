"""The date gate where the day stands in another sentence: it must be the day of the same thing."""

from datetime import UTC, date, datetime

import pytest

from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.known import known_names
from sitrep.vocabulary.load import load

WEDNESDAY = datetime(2025, 3, 12, 12, tzinfo=UTC)
CALL = "Putin and Trump spoke about a truce in a phone call on Monday."
AFTER = "After the call, Trump wrote that talks on a truce would begin at once."
VISIT = "Russian President Vladimir Putin inspected a nuclear plant in Kursk and met volunteers."
AGAIN = "Vladimir Putin inspected the nuclear plant in Kursk on Monday."
SAID = "Kremlin spokesman Dmitry Peskov said that no venue for the talks with Ukraine was chosen."
SAID_AGAIN = (
    "Dmitry Peskov said on Monday that the venue for talks with Ukraine was not chosen yet."
)


@pytest.fixture(scope="module")
def known() -> Known:
    return known_names(load(), date(2025, 3, 12))


def dated(known: Known, sentence: str, *texts: str, article: str | None = None) -> bool:
    """Return whether the date gate passes `sentence` on `texts`, of one `article` or of several."""
    passages = tuple(
        Passage(
            text=text,
            outlet="TASS",
            published_at=WEDNESDAY,
            article_text=article,
            start=article.index(text) if article else None,
        )
        for text in texts
    )
    verdict = check(sentence, Evidence(passages=passages, known=known))
    return all(gate.name != "dates" for gate in verdict.failed)


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("After the 10 March call, Trump wrote that talks on a truce would begin at once.", True),
        ("After the 11 March call, Trump wrote that talks on a truce would begin at once.", False),
        ("After the call, Trump wrote on 10 March that talks on a truce would begin.", False),
        ("After the 10 March summit, Trump wrote that talks on a truce would begin.", False),
    ],
)
def test_an_occasion_takes_the_day_that_a_sentence_before_gives_it(
    known: Known, sentence: str, *, passes: bool
) -> None:
    assert dated(known, sentence, AFTER, CALL, article=f"{CALL} {AFTER}") is passes


def test_an_occasion_takes_no_day_from_behind_or_from_another_article(known: Known) -> None:
    sentence = "After the 10 March call, Trump wrote that talks on a truce would begin at once."
    assert not dated(known, sentence, AFTER, CALL, article=f"{AFTER} {CALL}")
    assert not dated(known, sentence, AFTER, CALL)


@pytest.mark.parametrize(
    ("other", "day", "passes"),
    [
        (AGAIN, "10 March", True),
        (AGAIN, "9 March", False),
        ("Vladimir Putin inspected a shipyard in Murmansk on Monday.", "10 March", False),
        ("Putin will inspect the nuclear plant in Kursk on Monday.", "10 March", False),
        ("Putin has inspected the nuclear plant in Kursk since Monday.", "10 March", False),
        ("Putin inspected the nuclear plant in Kursk, Peskov said on Monday.", "10 March", False),
        ("Zelensky met soldiers near Sumy on Monday.", "10 March", False),
    ],
)
def test_a_deed_takes_the_day_of_another_telling_of_it(
    known: Known, other: str, day: str, *, passes: bool
) -> None:
    sentence = f"On {day} Vladimir Putin inspected a nuclear plant in Kursk and met volunteers."
    assert dated(known, sentence, VISIT, other) is passes


def test_two_tellings_with_two_days_lend_none(known: Known) -> None:
    sentence = "On 10 March Vladimir Putin inspected a nuclear plant in Kursk and met volunteers."
    tuesday = AGAIN.replace("Monday", "Tuesday")
    assert dated(known, sentence, VISIT, AGAIN)
    assert not dated(known, sentence, VISIT, AGAIN, tuesday)


def test_evidence_with_a_day_of_its_own_takes_no_other(known: Known) -> None:
    own = VISIT.replace("Kursk", "Kursk on Tuesday")
    sentence = "On 10 March Vladimir Putin inspected a nuclear plant in Kursk and met volunteers."
    assert not dated(known, sentence, own, AGAIN)


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("Peskov said on 10 March that no venue for the talks with Ukraine was chosen.", True),
        ("Peskov said on 11 March that no venue for the talks with Ukraine was chosen.", False),
        ("Peskov said that no venue for the talks with Ukraine was chosen on 10 March.", False),
    ],
)
def test_words_take_the_day_on_which_their_speaker_says_the_same(
    known: Known, sentence: str, *, passes: bool
) -> None:
    assert dated(known, sentence, SAID, SAID_AGAIN) is passes


def test_words_take_no_day_of_another_speaker(known: Known) -> None:
    sentence = "Peskov said on 10 March that no venue for the talks with Ukraine was chosen."
    assert not dated(known, sentence, SAID, SAID_AGAIN.replace("Dmitry Peskov", "Sergey Lavrov"))


@pytest.mark.parametrize(
    ("evidence", "sentence", "passes"),
    [
        ("Drones hit a plant in Tula on Monday.", "Drones hit a plant in Tula on 10 March.", True),
        ("Drones hit a plant in Tula on Monday.", "Drones hit a plant in Tula on 17 March.", False),
        ("Putin will visit Kursk on Monday.", "Putin will visit Kursk on 17 March.", True),
        (
            "Putin said on Monday he would visit Kursk.",
            "Putin said on 10 March he would visit Kursk.",
            True,
        ),
        (
            "Putin said on Monday he would visit Kursk.",
            "Putin said on 17 March he would visit Kursk.",
            False,
        ),
        (
            "Drones hit 9 plants over the past 24 hours.",
            "Drones hit 9 plants in the 24 hours to 12 March.",
            True,
        ),
        (
            "Drones hit 9 plants over the past 24 hours.",
            "Drones hit 9 plants in the 24 hours to 11 March.",
            False,
        ),
    ],
)
def test_a_weekday_is_the_next_one_only_of_what_is_to_come_and_a_window_ends_on_its_last_day(
    known: Known, evidence: str, sentence: str, *, passes: bool
) -> None:
    assert dated(known, sentence, evidence) is passes


def test_a_sentence_that_reads_as_nothing_but_a_source_takes_no_day_of_another(
    known: Known,
) -> None:
    own = "Russian air defenses repelled an attack by three drones, Mayor Sergey Sobyanin reported."
    assert not dated(known, f"On 10 March {own}", own, "Talks began in Istanbul on Monday.")


def test_a_day_of_a_noun_is_not_that_of_the_deed(known: Known) -> None:
    own = "Vladimir Putin met ministers in Cairo and discussed hostages."
    noun = "Ministers in Cairo met Vladimir Putin and discussed hostages and the Monday deadline."
    assert not dated(known, f"On 10 March {own}", own, noun)
    assert dated(
        known, f"On 10 March {own}", own, noun.replace("and the Monday deadline", "on Monday")
    )
