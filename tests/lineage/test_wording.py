"""The words of an article and where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from sitrep.lineage.wording import runs, wording
from sitrep.model.documents import Sentence


def test_tokens_keep_their_places_and_skip_what_is_not_body(make_article):
    text = "ORVEN, June 3. The Mill’s wheel turned 1,200 times. Read also: cows"
    parts = (
        Sentence(start=0, end=14, kind="dateline"),
        Sentence(start=15, end=51),
        Sentence(start=52, end=67, kind="furniture"),
    )
    item = wording(make_article("a", text, sentences=parts))
    assert item.tokens == ("the", "mill's", "wheel", "turned", "1,200", "times")
    assert [text[start] for start in item.starts] == list("TMwt1t")
    assert len(item.runs) == 2


def test_words_in_quotation_marks_are_marked(make_article):
    item = wording(make_article("a", "He said: “we never saw the river rise so fast” and left."))
    quoted = [t for t, mark in zip(item.tokens, item.quoted, strict=True) if mark]
    assert quoted == ["we", "never", "saw", "the", "river", "rise", "so", "fast"]


def test_equal_runs_have_equal_hashes_wherever_they_stand():
    left, right = ["a", "b", "c", "d", "e", "f"], ["x", "a", "b", "c", "d", "e"]
    assert runs(left)[0] == runs(right)[1]
    assert len(runs(["only", "three", "words"])) == 1
    assert len(runs([])) == 0


@given(text=st.text())
def test_any_text_can_be_read(text, make_article):
    item = wording(make_article("a", text, sentences=()))
    assert len(item.tokens) == len(item.starts) == len(item.quoted)
