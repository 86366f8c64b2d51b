"""A clause of a headline is cut ever shorter and stays a sentence."""

import pytest

from sitrep.brief.write.clip import shorter


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Russia and Norway signed a pact to let grain out of three ports near Bergen",
            "Russia and Norway signed pact to let grain out of three ports",
        ),
        (
            "Norway says the number of killed in a strike on a part of Bergen rose to 12",
            "Norway says the number of killed in a strike rose to 12",
        ),
        (
            "The Union has now targeted the fleet and plans more bans, as its approach shifts",
            "Union has now targeted the fleet and plans more bans",
        ),
        (
            "Medics say at least 32 people were killed in Bergen",
            "Medics say at least 32 people killed in Bergen",
        ),
    ],
)
def test_phrases_and_articles_can_go(text: str, cut: str) -> None:
    assert cut in set(shorter(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Gaza says at least 82 people were killed in strikes", "Gaza says"),
        (
            "Norway says the number of people killed in a strike on Bergen rose to 12",
            "Norway says the number of people killed in a strike",
        ),
        ("Norway says it met with the envoys in Bergen", "Norway says it met"),
        ("Shells killed 12 of the crew on a quay", "Shells killed 12 of"),
    ],
)
def test_no_cut_leaves_a_sentence_without_its_verb_or_object(text: str, never: str) -> None:
    assert never not in set(shorter(text))
