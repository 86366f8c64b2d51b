import os
import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

from sitrep.extract.gazetteer import CITY, COUNTRY, FIRST_ORDER, Gazetteer
from sitrep.extract.gazetteer_build import ensure
from sitrep.extract.gazetteer_keys import key, nominatives


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def test_spellings_that_differ_in_marks_share_a_key():
    assert key("Chișinău") == key("Chisinau")
    assert key("Kramators’k") == key("Kramators'k") == key("Kramatorsk")
    assert key("Rostov-on-Don") == key("Rostov on Don")


def test_towns_divisions_and_states_are_found_by_latin_and_cyrillic_names(gazetteer):
    latin, cyrillic, division, state = gazetteer.find(["Kursk", "Курск", "Texas", "Kenya"])
    assert {entry.kind for entry in latin} >= {CITY}
    assert cyrillic[0].name == "Kursk"
    assert any(entry.kind == FIRST_ORDER and entry.country == "US" for entry in division)
    assert [entry.kind for entry in state if entry.country == "KE"] == [COUNTRY]


def test_unknown_names_give_nothing(gazetteer):
    assert gazetteer.find(["Qwertzuiop"]) == [[]]


def test_cases_lead_to_the_nominative():
    assert "Курск" in nominatives("Курске")
    assert "Суджа" in nominatives("Судже")
    assert "Харків" in nominatives("Харкова")


def test_the_gazetteer_travels_to_workers(gazetteer):
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.find(["Kyiv"]) == gazetteer.find(["Kyiv"])


def test_processes_that_start_at_once_build_it_once(tmp_path):
    path = tmp_path / "cache" / "gazetteer.npz"
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(ensure, [path, path]))
    assert [file.name for file in path.parent.iterdir()] == ["gazetteer.npz"]
    assert Gazetteer(path).find(["Lviv"])[0]


def test_a_lock_that_a_killed_build_left_is_taken_over(tmp_path):
    path = tmp_path / "gazetteer.npz"
    lock = path.with_suffix(".lock")
    lock.touch()
    os.utime(lock, (0, 0))
    ensure(path)
    assert path.exists()
    assert not lock.exists()
