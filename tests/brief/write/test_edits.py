"""Edits keep what they do not touch, and leave a well-set sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.brief.write.edits import (
    Edit,
    apply,
    balanced,
    curly,
    missing_marks,
    quoted_stretches,
    tidy,
    words,
)


def test_cut_and_replacement_leave_one_tidy_sentence() -> None:
    text = "But the army, which is large, struck on Wednesday ."
    edits = [
        Edit(start=100, end=104),
        Edit(start=112, end=128),
        Edit(start=text.index("on Wed") + 100, end=text.index(" .") + 100, text="on 12 March"),
    ]
    assert apply(text, 100, edits) == "The army, struck on 12 March."


def test_of_two_overlapping_edits_the_longer_stands() -> None:
    text = "Troops left the small town."
    edits = [Edit(start=12, end=17, text="x"), Edit(start=7, end=26, text="withdrew")]
    assert apply(text, 0, edits) == "Troops withdrew."


@pytest.mark.parametrize(
    ("text", "old", "new", "told"),
    [
        ("An unmanned craft fell.", "unmanned craft", "drone", "A drone fell."),
        ("They met an SBU officer.", "SBU", "Security", "They met a Security officer."),
        ("They met a Security officer.", "Security", "SBU", "They met an SBU officer."),
        ("It was a grim hour.", "grim ", "", "It was an hour."),
        ("It was an open union.", "open ", "", "It was a union."),
        ("A NATO aide and an EU aide left.", "aide and", "envoy and",
         "A NATO envoy and an EU aide left."),
        ("It was a huge EU meeting.", "huge ", "", "It was an EU meeting."),
        ("It was an old UN base.", "old ", "", "It was a UN base."),
    ],
)  # fmt: skip
def test_an_article_agrees_with_the_word_that_an_edit_puts_behind_it(
    text: str, old: str, new: str, told: str
) -> None:
    start = text.index(old)
    assert apply(text, 0, [Edit(start=start, end=start + len(old), text=new)]) == told


def test_straight_marks_become_a_pair() -> None:
    assert curly('He said "no" and "never".') == "He said “no” and “never”."


def test_half_a_quotation_is_not_balanced() -> None:
    assert not balanced('He said "no.')
    assert balanced('He said "no".')


def test_quoted_stretches_are_offsets_of_the_article() -> None:
    text = 'He said "no" twice.'
    ((start, end),) = quoted_stretches(text, 10)
    assert text[start - 10 : end - 10] == '"no"'


def test_a_quotation_that_ends_in_the_sentence_began_before_it() -> None:
    text = 'It was no random killing," he said.'
    assert missing_marks(text) == ("“", "")
    ((start, end),) = quoted_stretches(text)
    assert text[start:end] == 'It was no random killing,"'


def test_a_quotation_that_goes_on_behind_the_sentence_is_closed() -> None:
    assert missing_marks('The minister said: "We are ready.') == ("", "”")
    assert missing_marks('The minister said "yes" and "no".') == ("", "")


def test_one_stop_closes_a_quotation() -> None:
    assert tidy('She said that "contacts are being restored.".') == (
        "She said that “contacts are being restored.”"
    )


def test_a_day_stands_behind_what_a_noun_is_on() -> None:
    assert tidy("They put sanctions on 20 May on Norland, Sample Wire reported.") == (
        "They put sanctions on Norland on 20 May, Sample Wire reported."
    )
    assert tidy("They met on 20 May on the bridge.") == "They met on 20 May on the bridge."


def test_invisible_characters_go() -> None:
    assert tidy("The\u200b army\u00ad left\u202e.") == "The army left."


@given(st.text())
def test_any_text_can_be_tidied_and_counted(text: str) -> None:
    assert words(tidy(text)) >= 0
    assert "  " not in tidy(text)


def test_straight_apostrophes_and_single_marks_become_curly():
    text = "Norland's army left the 'buffer zone' after three days' march."
    assert tidy(text) == "Norland’s army left the ‘buffer zone’ after three days’ march."
