"""The graded reading of support, for anyone's text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.brief.verify.check import GATES, check
from sitrep.brief.verify.evidence import Evidence, Passage
from sitrep.brief.verify.support import Support, support

DEPOT = (
    "Norland's army struck a fuel depot near Harbour on 12 March, killing 12 people. "
    "The governor said that firefighters had put out the blaze. "
    "Talks on a truce will begin in Geneva next week."
)


def read(sentence: str, *texts: str) -> Support:
    passages = tuple(Passage(text=text) for text in texts or (DEPOT,))
    return support(sentence, Evidence(passages=passages))


def unmet(sentence: str, *texts: str) -> list[str]:
    return [span.text for span in read(sentence, *texts).unmet]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland's army struck a fuel depot near Harbour.",
        "An army strike on 12 March hit the fuel depot, killing 12 people.",
        "At least 10 people were killed near Harbour.",
        "The governor said firefighters put out the fire.",
    ],
)
def test_a_paraphrase_reads_as_carried_though_the_gates_cannot_follow_it(sentence: str) -> None:
    assert read(sentence).carried


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norland's army struck a fuel depot near Harbour on 12 March, killing 21 people.", "21"),
        ("Norland's army struck a school near Harbour on 12 March.", "school"),
        ("Talks on a truce will begin in Paris next week.", "Paris"),
        ("At least 20 people were killed near Harbour.", "20"),
    ],
)
def test_a_changed_word_is_not_carried_and_is_named(sentence: str, word: str) -> None:
    assert word in unmet(sentence)
    assert not read(sentence).carried


def test_an_added_negation_is_not_carried() -> None:
    assert not read("Norland's army did not strike the fuel depot near Harbour.").carried


def test_what_denies_another_thing_may_be_carried() -> None:
    denied = read("The talks will not begin in Paris.", "The talks will begin in Geneva.")
    plain = read("The talks will begin in Paris.", "The talks will begin in Geneva.")
    assert denied.score > plain.score


def test_a_subject_that_the_evidence_calls_it_is_met() -> None:
    assert unmet("The mission counted 40 violations.", "It counted 40 violations in a week.") == []


def test_the_nearest_sentence_stands_where_it_stood() -> None:
    (first, *_) = read("Talks on a truce will begin in Geneva.").nearest
    assert DEPOT[first.start : first.end] == first.text
    assert first.text.startswith("Talks")


def test_without_words_or_evidence_nothing_is_carried() -> None:
    assert read("").score == 0
    assert read("…").score == 0
    assert support("Talks began.", Evidence(passages=())).score == 0


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("More than 30 drones came.", "35 drones came."),
        ("Fewer than 40 drones came.", "35 drones came."),
        ("It was built before 1990.", "It was built in 1986."),
        ("It was built in the 1980s.", "It was built in 1986."),
        ("It was built in the 20th century.", "It was built in 1986."),
    ],
)
def test_a_bound_is_met_by_a_number_that_keeps_it(sentence: str, text: str) -> None:
    assert unmet(sentence, text) == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("More than 40 drones came.", "35 drones came."),
        ("It was built after 1990.", "It was built in 1986."),
        ("It was built in the 1970s.", "It was built in 1986."),
    ],
)
def test_a_bound_is_not_met_by_a_number_beyond_it(sentence: str, text: str) -> None:
    assert unmet(sentence, text)


anything = st.text() | st.lists(
    st.sampled_from(["“", "”", '"', " said", "12", "½", "٣", "²", ".", ",", "n't", "’", " ", "Kyiv",
                     "May", "on 31 February", "\x00", "\u202e", "not", "1,2,3", "99:99", "\n"]),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(sentence=anything, text=anything)
def test_no_text_makes_a_check_fail(sentence: str, text: str) -> None:
    evidence = Evidence(passages=(Passage(text=text),))
    verdict = check(sentence, evidence)
    assert tuple(gate.name for gate in verdict.gates) == GATES
    assert verdict.passed == (not verdict.failed)
    graded = support(sentence, evidence)
    assert 0 <= graded.score <= 1
    for span in (*graded.unmet, *(s for g in verdict.gates for s in g.spans if s.passage is None)):
        assert sentence[span.start : span.end] == span.text
