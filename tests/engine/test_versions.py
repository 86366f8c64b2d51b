from pathlib import Path

from msgspec.structs import replace

from sitrep.engine import versions
from sitrep.settings import Limits, Settings
from sitrep.vocabulary.types import Actor, Vocabulary

EMPTY = Vocabulary(theatres={}, actors={}, outlets={})
SETTINGS = Settings(store=Path("a.db"))


def test_where_the_store_lies_and_how_work_is_spread_change_no_hash():
    other = Settings(store=Path("b.db"), executor="inline", workers=3, shards=7)
    assert versions.settings_hash(SETTINGS, EMPTY) == versions.settings_hash(other, EMPTY)


def test_what_changes_the_output_changes_the_hash():
    hashes = {
        versions.settings_hash(settings, vocabulary)
        for settings, vocabulary in [
            (SETTINGS, EMPTY),
            (replace(SETTINGS, window_hours=48), EMPTY),
            (replace(SETTINGS, window_articles=10), EMPTY),
            (replace(SETTINGS, limits=Limits(text_chars=10)), EMPTY),
            (SETTINGS, replace(EMPTY, actors={"x": Actor(id="x", name="X", kind="person")})),
        ]
    }
    assert len(hashes) == 5


def test_input_hashes_do_not_depend_on_order():
    assert versions.input_hash(["a", "b"]) == versions.input_hash(["b", "a"])
    assert versions.input_hash(["a", "b"]) != versions.input_hash(["a"])


def test_packages_have_hashes_of_their_own():
    assert versions.code_hash("sitrep.model") != versions.code_hash("sitrep.store")
    assert versions.code_hash("sitrep.model") == versions.code_hash("sitrep.model")


def test_another_vocabulary_is_another_version_of_the_extractor():
    other = replace(EMPTY, actors={"x": Actor(id="x", name="X", kind="person")})
    assert versions.extractor_version(EMPTY) != versions.extractor_version(other)
