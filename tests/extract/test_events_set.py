"""Who does what to whom, on sentences of our own about countries all over the world."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from sitrep.extract.affiliation import find_affiliated
from sitrep.extract.attributions import find_attributions
from sitrep.extract.events import find_events
from sitrep.extract.gazetteer import Gazetteer
from sitrep.extract.names import NameFinder
from sitrep.extract.places import PlaceFinder
from sitrep.extract.reading import Reading
from sitrep.model.extraction import Event
from sitrep.vocabulary.types import Vocabulary

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data/extract/events.jsonl").read_text().splitlines()
]
LEAST_RIGHT = {"type": 0.95, "actors": 0.95, "targets": 0.93, "polarity": 0.95, "modality": 0.95}
Find = Callable[[str], Sequence[Event]]


@pytest.fixture(scope="module")
def find(parsed: Callable[[str], Reading], vocabulary: Vocabulary) -> Find:
    names, places = NameFinder(vocabulary), PlaceFinder(vocabulary, Gazetteer.load())

    def events(text: str) -> Sequence[Event]:
        reading = parsed(text)
        mentions = names.find(reading)
        located = places.find(reading, mentions)
        attributions = find_attributions(reading, mentions, vocabulary)
        return find_events(reading, mentions, located, (), attributions)

    return events


def countries(event: Event, role: str) -> list[str]:
    return sorted({one.country for one in getattr(event, role) if one.country})


def test_every_event_has_its_type_roles_polarity_and_modality(find: Find) -> None:
    right: Counter[str] = Counter()
    total = 0
    for case in CASES:
        found = find(case["text"])
        for wanted in case["events"]:
            total += 1
            here = [e for e in found if wanted["trigger"] in (e.trigger.quote, e.span.quote)]
            here += [e for e in found if e.span.quote.startswith(wanted["trigger"])]
            one = next((e for e in here if e.type == wanted["type"]), here[0] if here else None)
            if one is None:
                continue
            have: dict[str, Any] = {
                "type": one.type,
                "actors": countries(one, "actors"),
                "targets": countries(one, "targets"),
                "polarity": one.polarity,
                "modality": one.modality,
            }
            right.update(
                key
                for key, value in have.items()
                if value == (sorted(wanted[key]) if isinstance(value, list) else wanted[key])
            )
    assert total >= 80
    assert {k: right[k] / total for k, v in LEAST_RIGHT.items() if right[k] / total < v} == {}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("President Mwanawasa dismissed the claim.", ["ZM"]),
        ("Former prime minister Julia Gillard spoke.", ["AU"]),
        ("Tamil Tigers and Bosnian Serbs laid down their arms.", ["LK", "BA"]),
        ("The baker Banda and Mr Smith waited.", []),
    ],
)
def test_leaders_and_groups_are_of_a_country(text: str, countries: list[str]) -> None:
    assert [one.country for one in find_affiliated(text)] == countries


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Peruvian and Chilean officers met on Monday.", ["CL", "PE"], []),
        ("Opposition groups in Togo accused the cabinet.", ["TG"], ["TG"]),
        ("Ethnic Albanians attacked a patrol in Montenegro.", ["ME"], ["ME"]),
        ("Cuba closed a road near the Haitian border.", ["CU"], []),
        ("The envoy held talks in Geneva.", [], []),
    ],
)
def test_whose_an_unnamed_actor_is(
    find: Find, text: str, actors: list[str], targets: list[str]
) -> None:
    event = max(find(text), key=lambda one: one.score)
    assert (countries(event, "actors"), countries(event, "targets")) == (actors, targets)


def test_a_demand_is_found_where_the_deed_is_no_event(find: Find) -> None:
    (event,) = find("Uganda said that Burundi must pay the toll.")
    assert event.type == "REQUEST"
    assert (countries(event, "actors"), countries(event, "targets")) == (["UG"], ["BI"])


def test_a_deed_with_unless_is_a_threat(find: Find) -> None:
    found = find("Chad will withdraw its monitors unless Niger opens the road.")
    assert "THREATEN" in {event.type for event in found}
