"""Whether the words around a name say who its bearer is."""

import pytest

from sitrep.brief.write.titled import explained, introduced


@pytest.mark.parametrize(
    "text",
    [
        "Harbour minister Ada Holm spoke.",
        "On Monday, parliamentarian Ada Holm spoke.",
        "The head of the harbour board, Ada Holm, spoke.",
        "Ada Holm, the harbour's chief engineer, spoke.",
        "Ada Holm, 53, a dockers' cook, spoke.",
        "Ada Holm, who runs the mill, spoke.",
        "Norland's Ada Holm spoke.",
    ],
)
def test_offices_and_callings_introduce(text: str) -> None:
    assert introduced(text, "Ada Holm")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm spoke.",
        "“It will open,” said Ada Holm.",
        "After a call with the harbour minister of Norland, Ada Holm spoke.",
        "Ada Holm, speaking beside the harbour minister, left early.",
        "Ada Holm, 52, spoke from her tent.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert not introduced(text, "Ada Holm")


def test_blanks_between_commas_tell_nothing() -> None:
    assert not explained("Then, ", ",    .")
