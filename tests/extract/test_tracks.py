"""Which words put a sentence on which track."""

import pytest

from sitrep.extract.tracks import track_of
from sitrep.model.extraction import Track
from sitrep.vocabulary.tracks import track_words


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("Permission was given for 100 trucks to enter the valley.", "humanitarian"),
        ("A strike in the centre of the town killed 13 people.", "strikes"),
        ("It does not aim at civilians in its strikes, the ministry said.", "strikes"),
        ("Sirens sounded because of falling debris.", "strikes"),
        ("Guarantees must keep a truce from being used to rearm.", "diplomacy"),
        ("It would free all of them in return for an end to the war.", "diplomacy"),
        ("Allies pledged two billion euros in military aid.", "aid"),
        ("A state may use nuclear weapons if it is attacked.", "other"),
    ],
)
def test_words_name_a_track(text: str, track: Track) -> None:
    assert track_of(text, (), (), track_words()) == track
