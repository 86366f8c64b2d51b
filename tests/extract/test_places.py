import pytest

from sitrep.extract.gazetteer import Gazetteer
from sitrep.extract.names import NameFinder
from sitrep.extract.places import PlaceFinder


@pytest.fixture(scope="module")
def find(vocabulary, parsed):
    names, places = NameFinder(vocabulary), PlaceFinder(vocabulary, Gazetteer.load())

    def found(text):
        reading = parsed(text)
        return places.find(reading, names.find(reading))

    return found


def test_a_town_is_resolved_by_the_country_of_the_article(find):
    ukraine, russia = (
        find("Shells fell on Pokrovsk in eastern Ukraine.")[0],
        find("Frost closed roads near Pokrovsk in Russia's Yakutia, Russian officials said.")[0],
    )
    assert ukraine.country == "UA"
    assert russia.name == "Pokrovsk"


def test_a_container_decides(find):
    places = find("The family moved from Paris, Texas, to London, Ontario.")
    assert [(place.name, place.country) for place in places] == [
        ("Paris", "US"), ("Texas", "US"), ("London", "CA"), ("Ontario", "CA"),
    ]  # fmt: skip


def test_a_region_is_not_its_town(find):
    region, town = find("Troops left the Kursk region after fighting in Kursk.")
    assert (region.span.quote, region.precision) == ("Kursk region", 4)
    assert town.precision == 1


def test_a_capital_that_speaks_is_a_metonym(find):
    said, lies = find("Moscow rejected the plan on Tuesday. Crowds gathered in Moscow.")
    assert (said.use, lies.use) == ("metonym", "location")


def test_adjectives_and_persons_are_no_places(find):
    assert not find("The Ukrainian senator Mr Lincoln spoke to Russian reporters.")


def test_every_place_quotes_the_text_and_gives_reasons(find):
    text = "Drones struck Kharkiv, Sumy and Odesa; Kyiv’s mayor spoke near Lviv."
    for place in find(text):
        assert text[place.span.start : place.span.end] == place.span.quote
        assert place.reasons
        assert -90 <= place.lat <= 90
