"""Loading and uniting vocabulary files, and the faults it names."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from sitrep.model.errors import UsageError, VocabularyError
from sitrep.vocabulary.load import load, theatre
from sitrep.vocabulary.types import Vocabulary

THEATRE = """\
id: sudan
name: Sudan
title: Sudan brief
parties:
- {actor: saf}
- {actor: rsf}
region: [21, 8, 39, 23]
actors:
- {id: saf, name: Sudanese Armed Forces, kind: force, country: SD, aliases: [SAF]}
- {id: rsf, name: Rapid Support Forces, kind: group, country: SD, aliases: [RSF]}
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def faulty(folder: Path, text: str, name: str = "sudan.yaml") -> VocabularyError:
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(VocabularyError) as caught:
        load(folder)
    assert caught.value.file.endswith(name)
    return caught.value


def test_the_built_in_files_hold_two_theatres_and_pass_every_check(vocabulary):
    assert sorted(vocabulary.theatres) == ["gaza", "ukraine"]


def test_loading_costs_less_than_150_milliseconds_of_processor_time():
    load()
    started = process_time()
    load()
    assert process_time() - started < 0.15


def test_a_theatre_is_found_by_id_and_an_unknown_one_names_those_that_exist(vocabulary):
    assert theatre(vocabulary, "gaza").name == "Gaza"
    with pytest.raises(UsageError, match="gaza, ukraine"):
        theatre(vocabulary, "narnia")


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no such folder"):
        load(tmp_path / "missing")


def test_a_file_of_ones_own_adds_a_theatre(tmp_path):
    (tmp_path / "sudan.yaml").write_text(THEATRE, "utf-8")
    united = load(tmp_path)
    assert sorted(united.theatres) == ["gaza", "sudan", "ukraine"]
    assert united.actors["rsf"].aliases == ("RSF",)


def test_a_file_of_ones_own_extends_a_built_in_theatre_and_its_values_come_first(tmp_path):
    (tmp_path / "mine.yaml").write_text(
        "id: ukraine\n"
        "title: Front brief\n"
        "places:\n"
        "- {name: Sudzha, lat: 51.2, lon: 35.3, country: RU}\n"
        "- {name: Hamlet, lat: 50.0, lon: 36.0, country: UA}\n"
        "actors:\n"
        "- {id: russia, name: Russia, kind: country, aliases: [Rossiya]}\n"
        "outlets:\n"
        "- {id: tass, name: TASS, reliability: E}\n",
        "utf-8",
    )
    united, built_in = load(tmp_path), load()
    extended = united.theatres["ukraine"]
    assert extended.title == "Front brief"
    assert extended.parties == built_in.theatres["ukraine"].parties
    assert [place.lat for place in extended.places if place.name == "Sudzha"] == [51.2]
    assert {"Hamlet", "Robotyne"} <= {place.name for place in extended.places}
    assert {"Rossiya", "Россия"} <= set(united.actors["russia"].aliases)
    assert united.outlets["tass"].reliability == "E"
    assert united.outlets["tass"].side == "russia"


def test_a_world_file_of_ones_own_extends_the_built_in_one(tmp_path):
    (tmp_path / "world.yaml").write_text(
        "outlets:\n- {id: my-paper, name: My Paper, ids: [mypaper.example], reliability: C}\n",
        "utf-8",
    )
    united = load(tmp_path)
    assert united.outlets["my-paper"].reliability == "C"
    assert "reuters" in united.outlets


def test_norway_is_a_country_and_not_a_truth_value(vocabulary):
    assert vocabulary.actors["norway"].country == "NO"


@pytest.mark.parametrize(
    ("replaced", "by", "line", "field", "problem"),
    [
        ("title: Sudan brief", "titel: Sudan brief", 3, "titel", "unknown field"),
        ("title: Sudan brief\n", "", 1, "$", "missing required field `title`"),
        ("kind: group", "kind: gang", 10, "actors[1].kind", "gang"),
        ("[21, 8, 39, 23]", "[21, 8, 39]", 7, "region", "length 4"),
        ("[21, 8, 39, 23]", "[39, 8, 21, 23]", 7, "region", "west < east"),
        ("[21, 8, 39, 23]", "[21, south, 39, 23]", 7, "region[1]", "float"),
        ("{actor: rsf}", "{actor: rfs}", 6, "parties[1].actor", "no actor has the id 'rfs'"),
        ("- {actor: rsf}\n", "", 4, "parties", "at least two"),
        ("country: SD, aliases: [RSF]", "country: Sudan", 10, "actors[1].country", "ISO 3166"),
        ("[RSF]", "[SAF]", 10, "actors[1].aliases[0]", "'SAF' already stands for 'saf'"),
        ("[RSF]", "[the Kremlin]", 10, "actors[1].aliases[0]", "already stands for 'kremlin'"),
        ("[RSF]", "['']", 10, "actors[1].aliases[0]", "is empty"),
        ("id: rsf,", "id: saf,", 10, "actors[1].id", "stands twice"),
        ("[RSF]}", "[RSF], speaks_for: nobody}", 10, "actors[1].speaks_for", "'nobody'"),
        ("[RSF]}", "[RSF], colour: red}", 10, "actors[1].colour", "unknown field"),
    ],
)
def test_a_fault_is_named_with_file_line_and_field(tmp_path, replaced, by, line, field, problem):
    assert THEATRE.count(replaced) == 1
    fault = faulty(tmp_path, THEATRE.replace(replaced, by))
    assert (fault.line, fault.field) == (line, field)
    assert problem in str(fault)


PERSON = "- {{id: {id}, name: {name}, kind: person, offices: [{office}]}}\n"


def test_two_people_in_one_office_at_once_are_refused(tmp_path):
    text = THEATRE + PERSON.format(
        id="one", name="First General", office="{title: Commander, of: saf, since: 2023-04-15}"
    )
    text += PERSON.format(
        id="two", name="Second General", office="{title: commander, of: saf, since: 2024-01-01}"
    )
    fault = faulty(tmp_path, text)
    assert (fault.line, fault.field) == (12, "actors[3].offices[0]")
    assert "'one' holds 'commander' of 'saf' at the same time" in str(fault)


def test_a_successor_may_take_office_on_the_day_of_leaving_and_aides_share_theirs(tmp_path):
    text = THEATRE
    offices = [
        "{title: Chief, of: saf, until: 2024-01-01}",
        "{title: Chief, of: saf, since: 2024-01-01}",
        "{title: Aide, of: saf, shared: true}",
        "{title: Aide, of: saf, since: 2024-01-01, shared: true}",
    ]
    for number, office in enumerate(offices):
        text += PERSON.format(id=f"p{number}", name=f"Person {number}", office=office)
    (tmp_path / "sudan.yaml").write_text(text, "utf-8")
    assert load(tmp_path).actors["p0"].offices[0].until == date(2024, 1, 1)


def test_an_office_that_ends_before_it_begins_is_refused(tmp_path):
    office = "{title: Chief, of: saf, since: 2024-01-02, until: 2024-01-01}"
    fault = faulty(tmp_path, THEATRE + PERSON.format(id="p", name="A Person", office=office))
    assert (fault.line, fault.field) == (11, "actors[2].offices[0].until")


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("{name: Nowhere, lat: 91, lon: 30, country: SD}", "places[0].lat"),
        ("{name: Nowhere, lat: 15, lon: -181, country: SD}", "places[0].lon"),
        ("{name: Nowhere, lat: 15, lon: 30, country: sd}", "places[0].country"),
        ("{name: Nowhere, lat: nan, lon: 30, country: SD}", "places[0].lat"),
    ],
)
def test_a_place_off_the_earth_is_refused(tmp_path, place, field):
    fault = faulty(tmp_path, f"{THEATRE}places:\n- {place}\n")
    assert (fault.line, fault.field) == (12, field)


def test_unknown_actors_are_refused_in_outlets_mediators_allies_and_proposals(tmp_path):
    for text, field in [
        ("outlets:\n- {id: x, name: X, side: nobody}\n", "outlets[0].side"),
        ("mediators: [nobody]\n", "mediators[0]"),
        (
            "proposals:\n- {id: x, name: X, kind: ceasefire, mediator: nobody}\n",
            "proposals[0].mediator",
        ),
    ]:
        assert faulty(tmp_path, THEATRE + text).field == field
    text = THEATRE.replace("{actor: rsf}", "{actor: rsf, allies: [nobody]}")
    assert faulty(tmp_path, text).field == "parties[1].allies[0]"


def test_a_feed_name_belongs_to_one_outlet(tmp_path):
    fault = faulty(tmp_path, "outlets:\n- {id: x, name: X, ids: [tass]}\n", "world.yaml")
    assert (fault.line, fault.field) == (2, "outlets[0].ids[0]")


def test_an_actor_of_another_kind_in_another_file_is_refused(tmp_path):
    text = THEATRE + "- {id: hamas, name: Hamas, kind: country}\n"
    (tmp_path / "sudan.yaml").write_text(text, "utf-8")
    with pytest.raises(VocabularyError, match="'hamas' is 'country' in another file"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", None, "empty"),
        ("id: [unclosed\n", 2, "not valid YAML"),
        ("id: a\nid: b\n", 2, "the key 'id' stands twice"),
        ("a: &x [1]\nb: *x\n", 1, "write it out"),
        ("? [a, b]\n: c\n", 1, "a key must be a word"),
        ("id: a\nname: " + "[" * 200_000, 2, "more than 200"),
        ("id: a\n" + "- " * 200_000, 2, "more than 200"),
        ("".join(" " * n + "a:\n" for n in range(1500)), None, "recursion"),
        ("- just\n- a list\n", 1, "Expected `object`"),
    ],
)
def test_what_is_no_vocabulary_is_refused(tmp_path, text, line, problem):
    fault = faulty(tmp_path, text)
    assert fault.line == line
    assert problem in str(fault)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "latin.yaml").write_bytes("id: Málaga\n".encode("latin-1"))
    with pytest.raises(VocabularyError, match="UTF-8"):
        load(tmp_path)
