"""The frames that the tagger finds, with sources carried to the end of their phrase."""

from collections.abc import Callable

import pytest

from sitrep.extract.learned import _to_head, _with_clause
from sitrep.extract.quotes import find_quotes
from sitrep.extract.reading import Reading
from sitrep.extract.tokens import Tokens, tabulate

Read = Callable[[str], Reading]


def table(reading: Reading) -> Tokens:
    return tabulate(reading, find_quotes(reading.article.text, reading.sentences))


def words(tokens: Tokens, rows: list[int]) -> str:
    return " ".join(tokens.words[row].text for row in rows)


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("The northern district governor spoke.", 2, "The northern district governor"),
        ("The governor in the north spoke.", 3, "The governor"),
        ("The governor spoke.", 2, "The governor"),
    ],
)
def test_a_source_goes_on_to_its_noun_and_ends_with_it(
    parsed: Read, text: str, marked: int, whole: str
) -> None:
    tokens = table(parsed(text))
    assert words(tokens, _to_head(tokens, list(range(marked)), ())) == whole


def test_a_source_takes_nothing_that_is_barred(parsed: Read) -> None:
    tokens = table(parsed("The northern district governor spoke."))
    assert words(tokens, _to_head(tokens, [0, 1], {3})) == "The northern district"


def test_a_source_has_its_relative_clause_unless_the_cue_stands_in_it(parsed: Read) -> None:
    tokens = table(parsed("Residents who fled the town said the bridge was gone."))
    assert words(tokens, _with_clause(tokens, [0], range(5, 6))) == "Residents who fled the town"
    assert words(tokens, _with_clause(tokens, [0], range(2, 3))) == "Residents"
