"""The map of any theatre: inside its frame, disputed areas as disputed, safe against markup."""

import xml.etree.ElementTree as ET

import pytest

from sitrep.drawing import shapes
from sitrep.drawing.labels import Box, place
from sitrep.drawing.map import draw
from sitrep.drawing.projection import Projection
from sitrep.drawing.svg import MARGIN, standalone
from sitrep.model.pictures import MapArea, MapMark, TheatreMap
from sitrep.trackers.control_area import area_km2

REGIONS = {
    "Eastern Europe": (20, 43, 48, 57), "Levant": (33, 29, 37, 34), "Arctic": (-60, 60, 60, 89),
    "South": (-80, -60, -50, -20), "Pacific": (160, -20, 180, 20), "Equator": (20, -8, 40, 8),
}  # fmt: skip


def theatre_map(region, *marks, areas=()):
    return TheatreMap(
        title="Map", alternative="What it shows", region=region, marks=marks, areas=areas
    )


@pytest.mark.parametrize("region", REGIONS.values(), ids=REGIONS)
def test_every_region_of_the_earth_has_a_map(region):
    root = ET.fromstring(standalone(draw(theatre_map(region))))
    width, height = (float(root.get(name)) for name in ("width", "height"))
    assert width == 720 + 2 * MARGIN
    assert 100 < height < 3000


@pytest.mark.parametrize(
    ("code", "km2"),
    # United Nations, Demographic Yearbook 2012, table 3: surface area with inland waters
    [("UA", 603_500), ("PL", 312_679), ("RO", 238_391), ("MN", 1_564_116), ("BR", 8_515_767)],
)
def test_the_shapes_have_the_published_areas_of_their_states(code, km2):
    # 1:50m shapes leave out bays and small islands: hence two per cent
    assert area_km2(shapes.state(code)) == pytest.approx(km2, rel=0.02)


def test_what_two_sources_give_to_different_states_is_disputed():
    (crimea,) = [one for one in shapes.disputed((30, 43, 40, 48)) if "UA" in one.codes]
    assert crimea.codes == ("RU", "UA")
    assert 22_000 < area_km2(crimea.geometry) < 28_000
    drawn = draw(theatre_map((30, 43, 40, 48)))
    assert 'class="dispute-line"' in drawn
    assert "Disputed: Russia and Ukraine" in drawn
    assert "Disputed" not in draw(theatre_map((0, 45, 10, 50)))


def test_marks_stand_where_their_places_are():
    projection = Projection((20, 43, 48, 57), 720)
    west, east = projection.point(30, 50), projection.point(36, 50)
    assert west[0] < east[0]
    assert projection.point(34, 52)[1] < projection.point(34, 46)[1]
    # one degree of latitude is as long along the middle meridian as true to scale
    scale = [projection.point(34, lat)[1] - projection.point(34, lat + 1)[1] for lat in (46, 53)]
    assert scale[0] == pytest.approx(scale[1], rel=0.02)


def test_a_mark_has_its_name_its_note_and_a_shape_of_its_kind():
    mark = MapMark(name="Harbour", lat=48, lon=32, kind="strikes", note="Drones shot down")
    drawn = draw(theatre_map((25, 45, 40, 52), mark))
    assert ">Harbour: Drones shot down</title>" in drawn
    assert 'class="mark mark-strikes"' in drawn
    assert ">Strikes</text>" in drawn
    assert ">Ground</text>" not in drawn


def test_names_from_reports_stay_text():
    hostile = '"><script>alert(1)</script>'
    mark = MapMark(name=hostile, lat=48, lon=32, kind="ground", note=hostile)
    area = MapArea(
        kind="held", label=hostile, polygons=((((30, 47), (31, 47), (31, 48), (30, 47)),),)
    )
    given = TheatreMap(
        title=hostile, alternative=hostile, region=(25, 45, 40, 52), marks=(mark,), areas=(area,),
        credits=(hostile,),
    )  # fmt: skip
    tags = {one.tag.split("}")[-1] for one in ET.fromstring(standalone(draw(given))).iter()}
    assert tags <= {"svg", "style", "title", "desc", "rect", "path", "text"}


def test_an_area_that_crosses_itself_is_drawn_all_the_same():
    bow_tie = ((30, 47), (31, 48), (31, 47), (30, 48), (30, 47))
    area = MapArea(kind="gained", label="Gained", polygons=((bow_tie,),))
    assert 'class="gained"' in draw(theatre_map((25, 45, 40, 52), areas=(area,)))


def test_labels_never_cover_one_another():
    spots = [(f"Village {n}", 100 + 9 * n, 100 + 3 * (n % 3)) for n in range(12)]
    labels = [one for one in place(spots, size=11, frame=(400, 200)) if one]
    assert 2 <= len(labels) < 12
    boxes = []
    for label in labels:
        wide = len(label.text) * 11 * 0.56
        left = label.x - {"start": 0, "end": wide, "middle": wide / 2}[label.anchor]
        boxes.append(Box(left, label.y - 8, left + wide, label.y))
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
