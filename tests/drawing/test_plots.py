"""Plots say in words what they show, and hold together with little or odd data."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import msgspec
import pytest

from sitrep.drawing import series, tallies
from sitrep.drawing.png import png
from sitrep.drawing.svg import DARK, LIGHT, MARGIN, VARIABLES, stacked, standalone, stylesheet
from sitrep.model.pictures import SeriesDay, StrikeBar, StrikePlot, StrikeSeries

DAY = date(2025, 5, 21)


def a_series(*launched, first=None, mean=None):
    days = tuple(
        SeriesDay(
            day=DAY - timedelta(days=len(launched) - 1 - n), launched=one, intercepted=one // 2,
            lost=one // 4, mean=mean,
        )
        for n, one in enumerate(launched)
    )  # fmt: skip
    return StrikeSeries(
        title="Drones launched at Sudria, by day", alternative="Day by day", target="sudria",
        family="drones", first=first or days[0].day, last=DAY, days=days, credit="Air force",
    )  # fmt: skip


def plot(*bars):
    return StrikePlot(title="Fire", alternative="As counted", bars=bars)


@pytest.mark.parametrize("launched", [(1,), (0, 0, 3), (5, 270, 12), (100_000,), tuple(range(40))])
def test_a_series_of_any_size_is_drawn_within_its_frame(launched):
    root = ET.fromstring(standalone(series.draw(a_series(*launched))))
    height = float(root.get("height"))
    for rect in root.iter("{http://www.w3.org/2000/svg}rect"):
        if rect.get("y"):
            assert -MARGIN <= float(rect.get("y")) <= height
            assert float(rect.get("y")) + float(rect.get("height")) <= height


def test_days_without_data_are_marked_and_not_drawn_as_quiet():
    drawn = series.draw(a_series(10, 20, first=DAY - timedelta(days=4)))
    assert drawn.count('class="nodata"') == 3


def test_a_column_tells_its_numbers():
    assert "21 May: 8 launched, 4 shot down, 2 lost" in series.draw(a_series(8))


def test_the_mean_is_drawn_where_it_is_known():
    assert 'class="mean" d="M' in series.draw(a_series(8, 9, 10, mean=9))


def test_a_bar_shows_what_its_claimant_counts():
    bar = StrikeBar(
        target="Sudria", weapon="Drones", window="night of 20–21 May", claimant="air force",
        launched=117, intercepted=74, lost=38, label="117 launched · 74 shot down · 38 lost",
    )  # fmt: skip
    drawn = tallies.draw(plot(bar))
    assert "Drones at Sudria" in drawn
    assert "night of 20–21 May, air force" in drawn
    assert ">117 launched · 74 shot down · 38 lost<" in drawn
    assert 'class="bar-hit"' not in drawn


def test_pictures_stack_into_one_with_both_alternatives():
    one = stacked(
        [tallies.draw(plot(), "a"), series.draw(a_series(3), "b")], title="Both", name="all"
    )
    ET.fromstring(standalone(one))
    assert "As counted Day by day" in one


def test_every_colour_of_the_rules_is_in_every_palette():
    assert set(LIGHT) == set(DARK) == set(VARIABLES)
    assert "var(--p-land)" in stylesheet(VARIABLES)
    assert "{" not in stylesheet(LIGHT).replace(" {", "").replace("{ ", "")


def test_a_png_is_a_picture_of_the_svg():
    pytest.importorskip("resvg_py")
    body = png(standalone(series.draw(a_series(3, 9, 4))), zoom=1)
    assert body.startswith(b"\x89PNG")
    assert int.from_bytes(body[16:20], "big") == 720 + 2 * MARGIN


def test_no_counts_give_a_picture_that_says_so():
    drawn = standalone(stacked([], title="Strikes, Sudria: no counts", name="strikes"))
    root = ET.fromstring(drawn)
    assert min(float(root.get("width")), float(root.get("height"))) > 30
    assert ">Strikes, Sudria: no counts</text>" in drawn


def test_what_is_computed_of_a_series_stands_below_it_on_request():
    given = msgspec.structs.replace(a_series(3, 9, 4), notes=("21 May: 50% of 4 shot down.",))
    assert "50% of 4 shot down.</text>" in series.draw(given, notes=True)
    assert "50% of 4 shot down.</text>" not in series.draw(given)
