"""Words cut into the pieces that the encoder has vectors for."""

import pytest

from sitrep.extract.wordpieces import MOST_PIECES, WordPieces

KNOWN = (
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "gov",
    "##ern",
    "##or",
    "governor",
    "'",
    "s",
    "lodz",
    "a",
    "##a",
)


def cut(word: str) -> list[str]:
    return [KNOWN[number] for number in WordPieces(KNOWN).of(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("governor", ["governor"]),
        ("governors", ["[UNK]"]),
        ("Govern", ["gov", "##ern"]),
        ("'s", ["'", "s"]),
        ("Lódz", ["lodz"]),
        ("", ["[UNK]"]),
        ("\u200b\u0301", ["[UNK]"]),
        ("a" * 61, ["[UNK]"]),
        ("a" * 20, ["a", *["##a"] * (MOST_PIECES - 1)]),
    ],
)
def test_a_word_is_its_longest_known_pieces_in_lower_case(word: str, pieces: list[str]) -> None:
    assert cut(word) == pieces


def test_words_cut_once_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WordPieces, "MOST_KEPT", 2)
    pieces = WordPieces(KNOWN)
    for word in ("gov", "a", "s", "gov"):
        assert pieces.of(word) == pieces.of(word)
    assert len(pieces._kept) <= 2
