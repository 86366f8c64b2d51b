"""What the plots of the strikes tracker hold, and what they say of a series."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from sitrep.model.reference import Reference, StrikeRecord
from sitrep.trackers.strikes_pictures import plot, series
from sitrep.trackers.strikes_tally import Count, Tally
from sitrep.vocabulary.types import Party, Theatre

THEATRE = Theatre(
    id="border", name="Border", title="Border",
    parties=(Party(actor="norland"), Party(actor="sudria")), region=(0, 0, 10, 10),
)  # fmt: skip
DAY = datetime(2025, 5, 21, 6, tzinfo=UTC)


def tally(number, *, hours=10, end=DAY, region="", claimant="air force", target="sudria"):
    count = Count(value=number, low=number, high=number, text=f"{number}", finding="f")
    return Tally(
        window=f"w{hours}{end}", words=f"{hours} hours", start=end - timedelta(hours=hours),
        end=end, known_at=end, target=target, attacker="norland", weapon="drone", region=region,
        claimant=claimant, counts={"launched": count},
    )  # fmt: skip


def table(*launched, weapon="drone", days_apart=1):
    rows = tuple(
        StrikeRecord(
            start=DAY - timedelta(days=back * days_apart, hours=8),
            end=DAY - timedelta(days=back * days_apart), weapon=weapon, written=weapon,
            attacker="norland", target="sudria", launched=number, intercepted=number // 2, row=2,
        )
        for back, number in enumerate(reversed(launched))
    )  # fmt: skip
    return Reference(
        id="t", name="The table", claimant="a", source="https://example.org", licence="CC0",
        strikes=rows,
    )  # fmt: skip


def test_nights_and_days_go_before_hours_and_regions_are_left_out():
    bars = plot(
        [tally(108), tally(30, hours=3), tally(50, region="Harbour"), tally(9, target="norland")],
        THEATRE,
    ).bars
    assert [(bar.target, bar.launched) for bar in bars] == [("Norland", 9), ("Sudria", 108)]


def test_hours_are_shown_where_no_report_counts_a_night():
    assert [bar.launched for bar in plot([tally(30, hours=3)], THEATRE).bars] == [30]


def test_no_counts_make_no_plot():
    assert plot([], THEATRE) is None
    assert series([], THEATRE, until=DAY.date()) == ()


def test_a_series_says_what_its_last_day_means():
    (one,) = series([table(10, 20, 30, 40, 50, 60, 70, 80)], THEATRE, until=DAY.date())
    assert one.title == "Drones launched at Sudria, by day"
    assert one.notes == (
        "21 May: 50% of 80 shot down (95 % interval 39% to 61%).",
        "Mean of seven days: 50 a day.",
        "21 May, with 80, was the largest of all days since 14 May 2025 in this table.",
    )
    assert "21 May 80 (40 shot down, 0 lost)" in one.alternative
    assert one.credit.endswith("Licence: CC0.")


def test_a_single_row_is_a_series_too():
    (one,) = series([table(7)], THEATRE, until=DAY.date())
    assert (one.first, one.last) == (date(2025, 5, 8), date(2025, 5, 21))


def test_a_record_names_the_silence_of_its_table():
    (one,) = series([table(5, 9, days_apart=20)], THEATRE, until=DAY.date())
    assert one.notes[-1].endswith("in this table, which has no rows from 1 May to 21 May.")


def test_a_table_that_ended_long_ago_gives_no_plot():
    assert series([table(5)], THEATRE, until=date(2025, 9, 1)) == ()


def test_families_of_weapons_have_series_of_their_own():
    both = table(5)
    missiles = table(3, weapon="cruise-missile")
    found = series([both, missiles], THEATRE, until=DAY.date())
    assert [one.family for one in found] == ["drones", "missiles"]


def test_more_stopped_than_launched_is_drawn_apart():
    def count(number):
        return Count(value=number, low=number, high=number, text=f"{number}", finding="f")

    odd = replace(tally(20), counts={"launched": count(20), "intercepted": count(150)})
    bars = plot([odd], THEATRE).bars
    assert {(bar.launched, bar.intercepted) for bar in bars} == {(20, None), (None, 150)}
