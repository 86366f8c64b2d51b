"""Areas on the ellipsoid, and what changed from map to map."""

from datetime import date

import pytest
import shapely
from shapely.geometry import MultiPolygon, box

from sitrep.model.reference import ControlLayer
from sitrep.trackers.control_area import Settlement, area_changes, area_days, area_km2


def layer(day, *boxes):
    geometry = MultiPolygon([box(*one) for one in boxes])
    return ControlLayer(
        day=date(2025, 5, day), holder="norland", geometry=shapely.to_wkb(geometry), file="map"
    )


def test_the_whole_earth_has_the_area_of_the_ellipsoid():
    # WGS 84: 510,065,621.7 km2 (NIMA TR8350.2)
    assert area_km2(box(-180, -90, 180, 90)) == pytest.approx(510_065_621.7, rel=1e-8)


@pytest.mark.parametrize(
    ("west", "south", "east", "north", "km2"),
    # GeographicLib's geodesic areas of the same cells, edges along the parallels in 0.001° steps
    [(30, 40, 31, 41, 9412.851604), (0, 0, 1, 1, 12308.463894), (10, 70, 11, 71, 4158.118506)],
)
def test_a_cell_of_one_degree_has_its_geodesic_area(west, south, east, north, km2):
    assert area_km2(box(west, south, east, north)) == pytest.approx(km2, rel=1e-7)


def test_growth_is_told_by_day_week_and_place():
    old, new = (30, 48, 31, 49), (30, 48, 31.1, 49)
    layers = [layer(14, old), layer(20, old), layer(21, new)]
    first, still, last = area_days(layers)
    assert first.change is None
    assert (still.change, still.gained, still.lost) == (0, 0, 0)
    gain = area_km2(box(31, 48, 31.1, 49))
    assert last.change == pytest.approx(gain)
    assert last.week == pytest.approx(gain)
    assert last.since == date(2025, 5, 20)

    places = (
        Settlement(name="Harbour", lat=48.5, lon=31.05),
        Settlement(name="Milltown", lat=48.5, lon=31.2),
        Settlement(name="Far", lat=50, lon=35),
    )
    (change,) = area_changes(layers, places, since=date(2025, 5, 14))
    assert (change.kind, change.day) == ("gained", date(2025, 5, 21))
    assert [near.name for near in change.near] == ["Harbour", "Milltown"]
    assert change.near[0].km == 0
    # a tenth of a degree of longitude at 48.5° north
    assert change.near[1].km == pytest.approx(7.4, abs=0.1)


def test_what_was_lost_and_gained_in_one_day_stays_two_areas():
    layers = [layer(1, (30, 48, 31, 49)), layer(2, (30.1, 48, 31.1, 49))]
    kinds = sorted(change.kind for change in area_changes(layers))
    assert kinds == ["gained", "lost"]
    day = area_days(layers)[-1]
    assert day.change == pytest.approx(0, abs=1e-6)
    assert day.gained == pytest.approx(day.lost)


def test_a_later_map_is_not_seen_from_an_earlier_moment():
    layers = [layer(1, (30, 48, 31, 49)), layer(2, (30, 48, 32, 49))]
    (only,) = area_days(layers, until=date(2025, 5, 1))
    assert only.day == date(2025, 5, 1)
    assert area_changes(layers, until=date(2025, 5, 1)) == ()


def test_a_map_older_than_seven_days_gives_no_week():
    days = area_days([layer(1, (30, 48, 31, 49)), layer(20, (30, 48, 31, 49))])
    assert days[-1].week is None
