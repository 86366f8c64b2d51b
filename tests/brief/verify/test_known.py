from datetime import date

import pytest

from sitrep.brief.verify.known import known_names
from sitrep.vocabulary.types import Actor, Office, Outlet, Vocabulary


@pytest.fixture
def vocabulary() -> Vocabulary:
    actors = (
        Actor(id="norland", name="Norland", kind="country", demonyms=("Norlandic",),
              metonyms=("Skagen",)),
        Actor(id="ada-holm", name="Ada Holm", kind="person", offices=(
            Office(title="Foreign Minister of Norland", short="Norlandic Foreign Minister",
                   of="norland", since=date(2024, 1, 1), until=date(2025, 2, 1)),)),
        Actor(id="per-dahl", name="Per Dahl", kind="person", aliases=("P. Dahl",), offices=(
            Office(title="Foreign Minister of Norland", short="Norlandic Foreign Minister",
                   of="norland", since=date(2025, 2, 2)),)),
        Actor(id="ola-dahl", name="Ola Dahl", kind="person"),
    )  # fmt: skip
    outlets = (Outlet(id="coast", name="Coast Herald", credits=("(Coast)",)),)
    return Vocabulary(
        theatres={},
        actors={actor.id: actor for actor in actors},
        outlets={outlet.id: outlet for outlet in outlets},
    )


def test_an_office_names_who_holds_it_on_the_day(vocabulary: Vocabulary):
    before = known_names(vocabulary, date(2025, 1, 15))
    after = known_names(vocabulary, date(2025, 3, 12))
    assert before.descriptions["norlandic foreign minister"] == "ada-holm"
    assert after.descriptions["norlandic foreign minister"] == "per-dahl"
    assert "ada-holm" not in after.offices


def test_an_office_stands_with_and_without_its_country(vocabulary: Vocabulary):
    offices = known_names(vocabulary, date(2025, 3, 12)).offices["per-dahl"]
    assert {"foreign minister", "norlandic foreign minister", "norland foreign minister"} <= set(
        offices
    )


def test_a_surname_that_two_people_share_is_nobodys(vocabulary: Vocabulary):
    known = known_names(vocabulary, date(2025, 3, 12))
    assert "dahl" not in known.descriptions
    assert known.descriptions["holm"] == "ada-holm"


def test_demonyms_metonyms_outlets_and_dotted_initials_are_found(vocabulary: Vocabulary):
    known = known_names(vocabulary, date(2025, 3, 12))
    assert known.names["norlandic"] == "norland"
    assert known.metonyms["skagen"] == "norland"
    assert known.names["coast herald"] == known.names["coast"] == "coast"
    assert known.names["p dahl"] == "per-dahl"
