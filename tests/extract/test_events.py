"""What is done, by whom, to whom."""

from collections.abc import Callable

import pytest

from sitrep.extract.attributions import find_attributions
from sitrep.extract.events import find_events
from sitrep.extract.names import NameFinder
from sitrep.extract.reading import Reading
from sitrep.extract.times import find_times
from sitrep.model.extraction import Event
from sitrep.vocabulary.types import Vocabulary

Find = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="module")
def find(parsed: Callable[[str], Reading], vocabulary: Vocabulary) -> Find:
    names = NameFinder(vocabulary)

    def run(text: str) -> tuple[Event, ...]:
        reading = parsed(text)
        mentions = names.find(reading)
        attributions = find_attributions(reading, mentions, vocabulary)
        return find_events(reading, mentions, (), find_times(reading), attributions)

    return run


def main(events: tuple[Event, ...]) -> Event:
    return max(events, key=lambda event: (event.score, -event.trigger.start))


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Russian forces shelled a village near Kharkiv.", "ASSAULT", "heavy-weapons"),
        ("Ukraine attacked an oil depot with drones.", "ASSAULT", "drone"),
        ("Russian troops captured two settlements in Donetsk.", "ASSAULT", "heavy-weapons"),
        ("Ukrainian troops withdrew from the town.", "RETREAT", "withdraw"),
        ("Russia and Ukraine exchanged 300 prisoners of war.", "RETREAT", "release"),
        ("Vladimir Putin visited Minsk on Tuesday.", "CONSULT", "visit"),
        ("The American envoy Anna Berg arrived in Minsk.", "CONSULT", "visit"),
        ("Donald Trump spoke with Vladimir Putin by phone.", "CONSULT", "phone"),
        ("American and Russian envoys met in Riyadh.", "CONSULT", None),
        ("Ukraine agreed to a truce of thirty days.", "AGREE", None),
        ("Moscow rejected the proposal.", "REJECT", None),
        ("The European Union imposed new sanctions on Russia.", "SANCTION", None),
        ("Russia accused Ukraine of breaking the truce.", "ACCUSE", "allege"),
        ("Germany delivered air defence systems to Ukraine.", "AID", "military"),
        ("France demanded that Russia stop the strikes.", "REQUEST", None),
        ("Iran threatened to close the strait.", "THREATEN", None),
        ("North Korea deployed troops to the border.", "MOBILIZE", "troops"),
        ("Police arrested ten activists in Minsk.", "COERCE", "arrest"),
        ("Russia eased restrictions on grain exports.", "CONCEDE", None),
        ("Poland welcomed the decision.", "SUPPORT", None),
        ("Thousands of students protested in Belgrade.", "PROTEST", None),
        (
            "Norway's troops have made small gains near the eastern pass.",
            "ASSAULT",
            "heavy-weapons",
        ),
    ],
)
def test_types_and_modes(find: Find, text: str, type_: str, mode: str | None) -> None:
    event = main(find(text))
    assert (event.type, event.mode) == (type_, mode)


def test_who_freezes_to_death_sanctions_nobody(find: Find) -> None:
    assert find("A girl of three weeks froze to death overnight in a tent in Mawasi.") == ()


@pytest.mark.parametrize(
    "text", ["Dozens of migrants arrived in Lampedusa.", "The president flew into a rage."]
)
def test_not_every_arrival_is_a_visit(find: Find, text: str) -> None:
    assert find(text) == ()


def test_who_did_it_to_whom(find: Find) -> None:
    event = main(find("Russian forces attacked Ukraine on Sunday."))
    assert [actor.country for actor in event.actors] == ["RU"]
    assert [target.country for target in event.targets] == ["UA"]


def test_the_passive_turns_the_roles_round(find: Find) -> None:
    event = main(find("Two Ukrainian villages were shelled by Russian artillery."))
    assert [actor.country for actor in event.actors] == ["RU"]
    assert [target.country for target in event.targets] == ["UA"]


def test_several_events_in_one_sentence(find: Find) -> None:
    events = find("Russia shelled Kherson and Ukraine shot down nine drones.")
    assert [event.trigger.quote for event in events] == ["shelled", "shot"]
    assert [event.acled for event in events] == [
        "Shelling/artillery/missile attack",
        "Disrupted weapons use",
    ]


def test_a_promise_is_an_agreement_beside_what_is_promised(find: Find) -> None:
    agree, retreat = find("Syria agreed to withdraw its troops.")[:2]
    assert (agree.type, agree.modality) == ("AGREE", "actual")
    assert (retreat.type, retreat.modality) == ("RETREAT", "planned")
    assert agree.score > retreat.score


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Russia did not attack the port.", "negated", "actual"),
        ("Russia attacked the port.", "affirmed", "actual"),
        ("Marco Rubio will visit Jeddah on Monday.", "affirmed", "planned"),
        ("Russia may attack the port.", "affirmed", "hypothetical"),
        ("If Russia attacks the port, prices will rise.", "affirmed", "conditional"),
        ("Ukraine urged Russia to release the prisoners.", "affirmed", "hypothetical"),
        ("Russia refused to release the prisoners.", "negated", "hypothetical"),
    ],
)
def test_polarity_and_modality(find: Find, text: str, polarity: str, modality: str) -> None:
    events = [e for e in find(text) if e.type in {"ASSAULT", "CONSULT", "RETREAT"}]
    assert [(e.polarity, e.modality) for e in events] == [(polarity, modality)]


def test_an_event_knows_the_statement_it_stands_in(find: Find) -> None:
    (event,) = find("Kyiv said Russian forces shelled Kherson.")
    assert event.attribution == 0


def test_an_event_takes_the_time_beside_it(find: Find) -> None:
    event = main(find("Russian forces shelled Kherson on Tuesday."))
    assert event.time is not None
    assert event.time.span.quote == "on Tuesday" or event.time.span.quote == "Tuesday"


@pytest.mark.parametrize(
    ("text", "sub_event"),
    [
        ("The army recaptured the town of Halden.", "Government regains territory"),
        ("Rebels captured the town of Halden.", "Non-state actor overtakes territory"),
        ("A mob lynched two traders.", "Mob violence"),
        ("Police shot four protesters in the capital.", "Excessive force against protesters"),
        ("Students rioted in the capital.", "Violent demonstration"),
        ("Teachers marched in the capital.", "Peaceful protest"),
        ("Gunmen threw a grenade at the bus.", "Grenade"),
        ("The marines set up a base on the island.", "Headquarters or base established"),
        ("A suicide bomber killed five guards.", "Suicide bomb"),
        ("The two sides signed a truce and agreed to meet.", "Agreement"),
    ],
)
def test_words_tell_acled_sub_events_apart(find: Find, text: str, sub_event: str) -> None:
    assert sub_event in {event.acled for event in find(text)}
