"""Reports of control beside the map of the day, and the tracker's GeoJSON and map."""

import json
from datetime import UTC, date, datetime

import pytest
import shapely
from msgspec.structs import replace
from shapely.geometry import MultiPolygon, box

from sitrep.model.extraction import Claim, Place, Span
from sitrep.model.findings import Answer, Finding, Grade, Question
from sitrep.model.reference import ControlLayer, Reference
from sitrep.trackers.control import control
from sitrep.trackers.control_forms import geojson, picture
from sitrep.trackers.control_map import told_by_maps, verdicts
from sitrep.trackers.sheet import Settlement, Sheet
from sitrep.vocabulary.types import Actor, Party, Theatre

THEATRE = Theatre(
    id="border", name="Border", title="Border",
    parties=(Party(actor="norland"), Party(actor="sudria")), region=(25, 45, 40, 55),
    actors=(
        Actor(id="norland", name="Norland", kind="country", country="RU"),
        Actor(id="sudria", name="Sudria", kind="country", country="UA"),
        Actor(id="mapmaker", name="The Map", kind="organisation"),
    ),
    map_sources=("mapmaker",),
)  # fmt: skip
AT = datetime(2025, 5, 21, 12, tzinfo=UTC)
SPAN = Span(article_id="a", start=0, end=1, quote="x")


def layer(day, *edges):
    geometry = MultiPolygon([box(*edges)])
    return ControlLayer(
        day=date(2025, 5, day), holder="norland", geometry=shapely.to_wkb(geometry), file="m"
    )


MAPS = Reference(
    id="m", name="Map of the front", claimant="The Map", source="https://example.org",
    licence="CC0", covers=("UA",), layers=(layer(14, 32, 48, 33, 49), layer(21, 32, 48, 33.1, 49)),
)  # fmt: skip


def report(
    holder="Norland", *, key="control|Harbour", sides=("norland",), by="ministry", **changed
):
    answer = Answer(text=holder, claimants=(by,), sides=sides)
    words = (
        f"Has {holder} advanced at Harbour?" if key.startswith("adv") else "Who controls Harbour?"
    )
    made = Finding(
        id="fnd-1", theatre="border", track="ground",
        question=Question(kind="control", key=key, text=words), answers=(answer,),
        status="single-origin", grade=Grade(reliability="C", credibility=3), origins=1, sides=sides,
        claims=("c",), articles=(), place="Harbour", last_known_at=AT,
    )  # fmt: skip
    return replace(made, **changed)


def claims(lat=48.5, lon=32.5, country="UA", precision=1):
    place = Place(span=SPAN, name="Harbour", lat=lat, lon=lon, country=country, precision=precision)
    return {"c": Claim(id="c", article_id="a", evidence=SPAN, language="en", speaker="x",
                       places=(place,))}  # fmt: skip


def judged(finding, located):
    (verdict,) = verdicts([finding], located, THEATRE, [MAPS])
    return verdict.verdict, verdict.reason


def test_a_map_of_the_day_supports_or_contradicts_a_report():
    assert judged(report(), claims()) == ("supports", "Harbour lies 37 km inside its area")
    assert judged(report(), claims(lon=34))[0] == "contradicts"
    assert judged(report("Sudria"), claims())[0] == "contradicts"
    assert judged(report("Sudria"), claims(lon=34))[0] == "supports"


@pytest.mark.parametrize(
    ("located", "changed", "said"),
    [
        (claims(lon=33.105), {}, "the line runs within 2 km"),
        (claims(country="RU"), {}, "does not cover"),
        (claims(precision=4), {}, "is an area"),
        ({}, {}, "do not locate"),
        (claims(), {"last_known_at": datetime(2025, 6, 20, tzinfo=UTC)}, "no map of that day"),
        (claims(), {"last_known_at": datetime(2025, 5, 13, tzinfo=UTC)}, "no map of that day"),
    ],
)
def test_a_map_that_cannot_judge_says_why(located, changed, said):
    verdict, reason = judged(report(**changed), located)
    assert verdict == "cannot judge"
    assert said in reason


def test_an_advance_is_supported_where_the_area_grew_in_the_week():
    advance = report(key="advance|Harbour|norland")
    assert judged(advance, claims(lon=33.05))[0] == "supports"
    assert judged(advance, claims(lon=32.2))[0] == "cannot judge"


@pytest.mark.parametrize(
    ("finding", "value"),
    [
        (report(), "claimed"),
        (report(sides=("norland", "sudria")), "confirmed by the other side"),
        (report(sides=("sudria",)), "confirmed by the other side"),
        (report(sides=("third",), by="The Map"), "assessed"),
        (report(sides=("third",), status="corroborated"), "controlled"),
        (report("Sudria withdrew", sides=("sudria",)), "lost"),
        (report(status="contested"), "contested"),
        (report("denied by ministry"), "denied"),
        (report(key="advance|Harbour|norland"), "reported advance"),
    ],
)
def test_the_value_says_how_well_control_is_known(finding, value):
    (state,) = control([finding], THEATRE)
    assert state.value == value


def test_a_withdrawal_says_who_left():
    (state,) = control([report("Sudria withdrew", sides=("sudria",))], THEATRE)
    assert state.text == "Sudria has withdrawn from Harbour, according to ministry"


def test_the_text_of_a_state_tells_what_the_map_says():
    (state,) = told_by_maps(
        control([report()], THEATRE), verdicts([report()], claims(), THEATRE, [MAPS])
    )
    assert state.text == (
        "Norland holds Harbour, according to ministry; The Map of 21 May supports this: Harbour"
        " lies 37 km inside its area"
    )


def sheet(*findings):
    return Sheet(
        states=tuple(control(findings, THEATRE)), theatre=THEATRE, findings=findings,
        claims=claims(), references=(MAPS,), until=AT,
        settlements=(Settlement(name="Milltown", lat=48.5, lon=33.05),),
    )  # fmt: skip


def test_geojson_holds_states_areas_and_changes_with_their_sources():
    document = json.loads(geojson(sheet(report())))
    by_kind = {one["properties"]["kind"]: one for one in document["features"]}
    assert set(by_kind) == {"state", "held", "gained"}
    state = by_kind["state"]
    assert state["geometry"] == {"type": "Point", "coordinates": [32.5, 48.5]}
    assert state["properties"]["maps"][0]["verdict"] == "supports"
    assert state["properties"]["findings"] == ["fnd-1"]
    held = by_kind["held"]["properties"]
    gained = by_kind["gained"]["properties"]
    assert held["change_week"] == pytest.approx(gained["km2"], abs=0.06)
    assert gained["near"] == [{"name": "Milltown", "km": 0.0}]
    assert gained["text"].endswith("at Milltown, by 21 May")
    assert document["sources"][0]["licence"] == "CC0"


def test_geojson_of_an_earlier_moment_has_the_earlier_map():
    earlier = replace(sheet(), until=datetime(2025, 5, 15, tzinfo=UTC))
    (held,) = json.loads(geojson(earlier))["features"]
    assert held["properties"]["day"] == "2025-05-14"


def test_the_map_has_marks_areas_credits_and_an_alternative():
    drawn = picture(sheet(report()))
    assert "Harbour" in drawn
    assert "Held by Norland: The Map, 21 May 2025" in drawn
    assert "https://example.org, CC0" in drawn
    assert "<desc" in drawn
    assert picture(sheet(report())) == drawn


def test_nothing_known_still_gives_a_map():
    empty = Sheet(states=(), theatre=THEATRE)
    assert "No report of control and no map." in picture(empty)
    assert json.loads(geojson(empty))["features"] == []
