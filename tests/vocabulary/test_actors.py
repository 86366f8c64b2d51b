"""Sides, offices by date, and the rosters that the files hold."""

from collections import Counter
from datetime import date

import pytest

from sitrep.vocabulary.actors import mouthpiece_of, office_at, side_of
from sitrep.vocabulary.load import load, theatre


@pytest.fixture(scope="module")
def vocabulary():
    return load()


@pytest.mark.parametrize(
    ("theatre_id", "actor", "side"),
    [
        ("ukraine", "russia", "russia"),
        ("ukraine", "dmitry-peskov", "russia"),
        ("ukraine", "denis-pushilin", "russia"),
        ("ukraine", "battlegroup-north", "russia"),
        ("ukraine", "ukraine-air-force", "ukraine"),
        ("ukraine", "vadym-filashkin", "ukraine"),
        ("ukraine", "serhii-leshchenko", "ukraine"),
        ("ukraine", "marco-rubio", None),
        ("ukraine", "deepstate", None),
        ("ukraine", "belarus", None),
        ("ukraine", "alexander-lukashenko", None),
        ("ukraine", "alexei-navalny", None),
        ("ukraine", "nobody", None),
        ("gaza", "idf", "israel"),
        ("gaza", "israel-katz", "israel"),
        ("gaza", "gaza-health-ministry", "hamas"),
        ("gaza", "abu-obeida", "hamas"),
        ("gaza", "hezbollah", None),
        ("gaza", "mahmoud-abbas", None),
        ("gaza", "vladimir-putin", None),
    ],
)
def test_the_side_is_the_party_for_which_an_actor_speaks(vocabulary, theatre_id, actor, side):
    assert side_of(vocabulary, theatre(vocabulary, theatre_id), actor) == side


@pytest.mark.parametrize(
    ("actor", "day", "short"),
    [
        ("donald-trump", "2025-03-13", "US President"),
        ("joe-biden", "2024-12-01", "US President"),
        ("donald-trump", "2024-12-01", "US President-elect"),
        ("mike-waltz", "2025-03-11", "US National Security Adviser"),
        ("mike-waltz", "2025-06-01", None),
        ("marco-rubio", "2025-03-11", "US Secretary of State"),
        ("kaja-kallas", "2023-01-01", "Estonian Prime Minister"),
        ("kaja-kallas", "2025-01-01", "EU foreign policy chief"),
        ("mark-rutte", "2025-01-01", "NATO Secretary General"),
        ("pope-francis", "2025-04-21", "Pope"),
        ("pope-leo-xiv", "2025-05-01", None),
        ("pope-leo-xiv", "2025-05-08", "Pope"),
        ("friedrich-merz", "2025-03-11", "CDU leader"),
        ("friedrich-merz", "2025-05-21", "German Chancellor"),
        ("rustem-umerov", "2025-03-11", "Ukrainian Defence Minister"),
        (
            "rustem-umerov",
            "2025-08-01",
            "Ukrainian National Security and Defence Council Secretary",
        ),
        ("valerii-zaluzhnyi", "2023-06-01", "Ukrainian Commander-in-Chief"),
        ("sergei-shoigu", "2023-06-01", "Russian Defence Minister"),
        ("alexander-khinshtein", "2025-03-13", "acting Kursk governor"),
        ("dmitry-peskov", "2025-05-21", "Kremlin spokesman"),
        ("israel-katz", "2025-05-21", "Israeli Defence Minister"),
        ("herzi-halevi", "2025-05-21", None),
        ("jared-kushner", "2025-05-21", None),
    ],
)
def test_an_office_is_the_one_held_on_the_day(vocabulary, actor, day, short):
    office = office_at(vocabulary.actors[actor], date.fromisoformat(day))
    assert (office.short if office else None) == short


def test_states_have_demonyms_and_capitals_speak_for_them(vocabulary):
    states = [actor for actor in vocabulary.actors.values() if actor.kind == "country"]
    assert len(states) >= 195
    assert "Moscow" in vocabulary.actors["russia"].metonyms
    assert "Ukrainians" in vocabulary.actors["ukraine"].demonyms
    assert len({state.country for state in states}) == len(states)


def test_both_parties_of_a_theatre_are_described_alike(vocabulary):
    """Each has its state, forces, services and people; no list is thrice the other's."""
    for conflict in vocabulary.theatres.values():
        sides = [side_of(vocabulary, conflict, actor.id) for actor in conflict.actors]
        counts = [sides.count(party.actor) for party in conflict.parties]
        assert min(counts) >= 10
        assert max(counts) < 3 * min(counts)


def test_a_surname_that_two_people_bear_is_nobody_s_short_form(vocabulary):
    people = [actor for actor in vocabulary.actors.values() if actor.kind == "person"]
    bearers = Counter(person.name.split()[-1] for person in people)
    assert [p.id for p in people if p.short and bearers[p.short] > 1] == []


def test_no_name_in_a_theatre_file_is_a_loaded_word(vocabulary):
    loaded = {"terrorist", "terrorists", "regime", "nazi", "nazis", "occupiers", "liberated"}
    for actor in vocabulary.actors.values():
        words = " ".join((actor.name, *actor.aliases, *(o.title for o in actor.offices))).lower()
        assert not loaded & set(words.split()), actor.id


def test_places_lie_in_the_region_of_their_theatre_or_are_seas(vocabulary):
    for conflict in vocabulary.theatres.values():
        west, south, east, north = conflict.region
        outside = [
            place.name
            for place in conflict.places
            if not (west - 22 <= place.lon <= east + 12 and south - 25 <= place.lat <= north + 4)
        ]
        assert outside == []


def test_each_feed_of_a_well_known_outlet_is_known(vocabulary):
    feeds = {feed for outlet in vocabulary.outlets.values() for feed in outlet.ids}
    assert {"tass", "bbc-world", "induk-ukrain", "jpost-break", "nyt-world", "dw-eu"} <= feeds


def test_state_outlets_of_belligerents_have_a_side_and_one_grade(vocabulary):
    for party in ("russia", "ukraine", "israel"):
        graded = [o for o in vocabulary.outlets.values() if o.side == party and o.owner == "state"]
        assert graded
        assert {outlet.reliability for outlet in graded} == {"D"}


@pytest.mark.parametrize(
    ("actor", "behind"),
    [
        ("russia-mod", ("russia",)),
        ("ukraine-air-force", ("ukraine",)),
        ("dmitry-peskov", ("kremlin", "russia")),
        ("vladimir-putin", ()),
        ("gaza-health-ministry", ()),
        ("russia", ()),
        ("nobody", ()),
    ],
)
def test_a_ministry_or_a_spokesman_speaks_for_a_state(vocabulary, actor, behind):
    assert mouthpiece_of(vocabulary, actor, date(2025, 3, 12)) == behind
