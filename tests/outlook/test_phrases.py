"""A thing is named with all the words that limit it."""

import pytest

from sitrep.outlook.phrases import phrase
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.phrases import phrase_patterns

NOUN = patterns().nouns["ceasefire"]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Sudria offered a full 30-day ceasefire, he said.", "a full 30-day ceasefire"),
        ("It accepted a full, unconditional truce on Monday.", "a full, unconditional truce"),
        (
            "It is ready for a temporary truce in exchange for the prisoners, but not today.",
            "a temporary truce in exchange for the prisoners",
        ),
        ("They want any truce without monitoring.", "a truce without monitoring"),
        ("Its truce from 8 May to 11 May held.", "the truce from 8 May to 11 May"),
        (
            "A truce in the air, at sea and on land was signed.",
            "a truce in the air, at sea and on land",
        ),
        ("It called for a truce in the port and on all to free them.", "a truce in the port"),
        ("The truce of the two allies broke down.", "the truce of the two allies"),
        ("It made an immediate ceasefire proposal on Friday.", "an immediate ceasefire proposal"),
    ],
)  # fmt: skip
def test_length_scope_purpose_and_price_stay_and_the_rest_of_the_sentence_goes(sentence, named):
    found = phrase(sentence, NOUN)
    assert found is not None
    assert found.text == named


def test_a_condition_stands_apart_and_in_the_present_tense():
    found = phrase("Sudria said it would take the truce if Norland did the same.", NOUN)
    assert found is not None
    assert (found.text, found.condition) == ("the truce", "if Norland does the same")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ceasefire talks went on.",
        "They discussed ceasefires for ports.",
        "A CEASEFIRE WILL TAKE PLACE, he wrote.",
        "The list of names for truce was long.",
    ],
)
def test_what_is_not_named_with_a_determiner_gives_no_phrase(sentence):
    assert phrase(sentence, NOUN) is None


def test_conditions_are_named_with_what_they_are_for():
    found = phrase(
        "Norland will prepare a separate list of conditions for a ceasefire, she told reporters.",
        phrase_patterns().conditions,
    )
    assert found is not None
    assert found.text == "a separate list of conditions for a ceasefire"
