"""How English words stand to one another."""

import pytest

from sitrep.vocabulary.senses import relation, senses


@pytest.mark.parametrize(
    ("mine", "theirs", "how"),
    [
        ("ceasefire", "ceasefire", "same"),
        ("couch", "sofa", "same"),
        ("street", "street", "same"),
        ("vegetable", "carrot", "wider"),
        ("carrot", "vegetable", "narrower"),
        ("win", "lose", "opposite"),
        ("young", "elderly", "opposite"),
        ("small", "tiny", "near"),
        ("beer", "gin", "sister"),
        ("drone", "bread", None),
        ("Zzyzx", "drone", None),
    ],
)
def test_a_word_stands_to_another(mine: str, theirs: str, how: str | None) -> None:
    assert relation(mine, theirs) == how


def test_a_word_of_many_senses_says_less_than_one_of_few() -> None:
    assert senses("make") > senses("violin") > senses("zzyzx") == 0
