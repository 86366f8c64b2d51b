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


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Olsen says the war will only end with the release of crews", "the war will only end"),
        ("Oslo says it shot down 64 drones, of which 48 missiles fell in Bergen", "48 missiles"),
        ("Olsen will free all of them in exchange for an end to the war", "them to the war"),
    ],
)
def test_no_cut_turns_the_sense_or_leaves_a_clause_open(text: str, never: str) -> None:
    assert not any(one.endswith(never) for one in shorter(text))


def test_no_headline_opens_on_what_goes_before_its_subject() -> None:
    assert not list(shorter("Following the storm in Bergen, ferries were stopped"))
    assert not list(shorter("Olsen says on the same day ferries were stopped"))
    assert list(shorter("Olsen says at least 12 ferries were stopped in Bergen"))
