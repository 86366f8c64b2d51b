"""Fire by window, weapon and claimant; both directions by the same rules."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitrep.model.extraction import Claim, Place, Span
from sitrep.model.findings import Answer, Finding, Grade, Question
from sitrep.model.reference import Reference, StrikeRecord
from sitrep.trackers.strikes import strikes
from sitrep.trackers.strikes_checks import checks
from sitrep.trackers.strikes_harm import damage, tolls
from sitrep.trackers.strikes_reference import beside
from sitrep.trackers.strikes_series import record_day, strike_days, wilson
from sitrep.trackers.strikes_tally import tallies
from sitrep.vocabulary.types import Party, Theatre

THEATRE = Theatre(
    id="border", name="Border", title="Border",
    parties=(Party(actor="norland"), Party(actor="sudria")), region=(0, 0, 10, 10),
)  # fmt: skip
DAY = datetime(2025, 3, 12, tzinfo=UTC)
NIGHT = (DAY - timedelta(hours=6), DAY + timedelta(hours=6))
FULL_DAY = (DAY - timedelta(hours=16), DAY + timedelta(hours=8))


def finding(kind, *answers, subject="drone", target="sudria", region="", window=NIGHT, track=None):
    """A count; answers are (number or (value, low, high), claimant)."""
    name = "night:12" if window == NIGHT else f"window:{window}"
    given = []
    for number, claimant in answers:
        value, low, high = number if isinstance(number, tuple) else (number,) * 3
        text = "about " * (low is None and high is None) + f"{value:,.0f}" if value else "open"
        given.append(Answer(text=text, value=value, low=low, high=high, claimants=(claimant,)))
    key = f"count|{kind}|{subject}|{target}|{region}|{name}"
    return Finding(
        id=f"fnd-{kind}-{subject}-{target}-{region}-{name}-{answers}",
        theatre="border", track=track or "strikes",
        question=Question(kind="count", key=key, text=f"{subject} {kind}, the window"),
        answers=tuple(given), status="single-origin", grade=Grade(reliability="C", credibility=3),
        origins=1, sides=(), claims=(), articles=(), place=region or None,
        happened_from=window and window[0], happened_to=window and window[1],
        last_known_at=DAY + timedelta(hours=9),
    )  # fmt: skip


def checked(*findings):
    return [(state.value, state.text) for state in checks(tallies(findings, THEATRE))]


@pytest.mark.parametrize("target", ["norland", "sudria"])
def test_one_claimants_counts_of_a_window_stand_together_in_both_directions(target):
    (tally,) = tallies(
        [
            finding("launched", (117, "air force"), target=target),
            finding("intercepted", (74, "air force"), target=target),
            finding("lost", (38, "air force"), target=target),
        ],
        THEATRE,
    )
    assert {kind: count.value for kind, count in tally.counts.items()} == {
        "launched": 117, "intercepted": 74, "lost": 38,
    }  # fmt: skip
    assert (tally.target, tally.attacker) == (
        target, "norland" if target == "sudria" else "sudria",
    )  # fmt: skip
    assert len(tally.findings) == 3


def test_nearly_equal_windows_are_one_and_a_full_day_is_another():
    nearly = (NIGHT[0] + timedelta(minutes=30), NIGHT[1] + timedelta(minutes=30))
    found = tallies(
        [
            finding("launched", (117, "air force")),
            finding("intercepted", (74, "air force"), window=nearly),
            finding("launched", (140, "air force"), window=FULL_DAY),
        ],
        THEATRE,
    )
    assert sorted(sorted(tally.counts) for tally in found) == [
        ["intercepted", "launched"], ["launched"],
    ]  # fmt: skip
    assert checks(found) == []


def test_more_stopped_than_launched_does_not_add_up():
    assert checked(
        finding("launched", (100, "air force")),
        finding("intercepted", (74, "air force")),
        finding("lost", (38, "air force")),
    ) == [("does not add up", "112 shot down or lost of 100 launched")]


def test_an_open_or_rounded_number_is_no_contradiction():
    assert checked(
        finding("launched", ((100, 100, None), "air force")),
        finding("intercepted", (112, "air force")),
    ) == []  # fmt: skip
    assert checked(
        finding("launched", ((100, None, None), "air force")),
        finding("intercepted", (104, "air force")),
    ) == []  # fmt: skip


def test_a_night_cannot_hold_more_than_the_day_around_it():
    ((value, text),) = checked(
        finding("launched", (150, "air force")),
        finding("launched", (140, "air force"), window=FULL_DAY),
    )
    assert value == "does not add up"
    assert text.startswith("150 launched in the window, but 140 in")


def test_claimants_who_exclude_one_another_in_one_window_are_contested():
    nearly = (NIGHT[0] + timedelta(minutes=30), NIGHT[1])
    ((value, text),) = checked(
        finding("intercepted", (74, "air force")),
        finding("intercepted", (12, "ministry"), window=nearly),
    )
    assert value == "contested"
    assert text == "74 intercepted according to air force, 12 according to ministry"


def test_numbers_by_weapon_cannot_exceed_the_number_in_all():
    found = checked(
        finding("launched", (100, "air force"), subject="weapons"),
        finding("launched", (90, "air force"), subject="drone"),
        finding("launched", (20, "air force"), subject="missile"),
    )
    assert found == [("does not add up", "110 launched by weapon, but 100 in all")]


def test_a_count_that_the_ledger_keeps_apart_mixes_with_no_other():
    total = finding("intercepted", (58_043, "ministry"))
    key = f"{total.question.key}|art-1"
    total = replace(total, question=Question(kind="count", key=key, text="shot down"))
    found = tallies([finding("intercepted", (74, "ministry")), total], THEATRE)
    assert [(one.start is None, one.counts["intercepted"].text) for one in found] == [
        (False, "74"), (True, "58,043"),
    ]  # fmt: skip
    assert checks(found) == []


def test_two_numbers_of_one_claimant_are_both_kept():
    (tally,) = tallies([finding("intercepted", (150, "ministry"), (159, "ministry"))], THEATRE)
    count = tally.counts["intercepted"]
    assert (count.low, count.value, count.high) == (150, 150, 159)
    assert count.text == "150 (also 159)"


def test_a_toll_has_low_best_and_high():
    claimed = finding(
        "killed", (7, "mayor"), ((None, 9, None), "governor"), (5, "ministry"),
        subject="civilians", region="Harbour",
    )  # fmt: skip
    (toll,) = tolls([claimed])
    assert (toll.low, toll.best, toll.high) == (5, 7, 9)
    (state,) = [s for s in strikes([claimed], {}, THEATRE) if s.key.startswith("killed")]
    assert state.value == "7"
    assert "7 civilians killed in Harbour" in state.text
    assert "low 5, high 9" in state.text


def test_a_toll_of_no_time_and_place_is_none():
    assert tolls([finding("killed", (7, "mayor"), subject="people", window=None)]) == ()


def claim(text, stance="asserts"):
    span = Span(article_id="a", start=0, end=len(text), quote=text)
    place = Place(span=span, name="Harbour", precision=1)
    return Claim(
        id="c", article_id="a", evidence=span, language="en", speaker="The mayor", stance=stance,
        track="strikes", places=(place,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("A substation and four apartment buildings were damaged.", ["energy", "housing"]),
        ("Falling debris set a refinery ablaze.", ["oil and fuel"]),
        ("Two railway stations were destroyed.", ["rail"]),
        ("There was no damage to houses.", []),
        ("Drones flew past the power plant.", []),
        ("The attack could damage a port.", []),
    ],
)
def test_damage_is_told_by_kind_and_place(text, categories):
    hit = finding("hit", (1, "mayor"))
    hit = replace(hit, claims=("c",))
    found = damage([hit], {"c": claim(text)})
    assert sorted(one.category for one in found) == categories
    assert all(one.region == "Harbour" and one.findings == (hit.id,) for one in found)


def test_a_denial_of_damage_is_no_damage():
    hit = finding("hit", (1, "mayor"))
    hit = replace(hit, claims=("c",))
    assert damage([hit], {"c": claim("A port was damaged.", stance="denies")}) == ()


def row(start, end, weapon="drone", line=2, **counts):
    return StrikeRecord(
        start=start, end=end, weapon=weapon, written=weapon, attacker="norland", target="sudria",
        row=line, **counts,
    )  # fmt: skip


def table(*rows):
    return Reference(
        id="t", name="The table", claimant="air force", source="s", licence="l", strikes=rows
    )


def test_a_reported_count_stands_beside_the_tables_rows_of_its_window():
    other_hours = (NIGHT[0] - timedelta(hours=2), NIGHT[1] - timedelta(hours=2))
    rows = [
        row(*other_hours, launched=100, line=2),
        row(NIGHT[0], NIGHT[1] - timedelta(hours=4), launched=17, line=3),
        row(*other_hours, weapon="missile", launched=4, line=4),
        row(NIGHT[0] - timedelta(days=1), NIGHT[1] - timedelta(days=1), launched=50, line=5),
    ]
    found = tallies(
        [
            finding("launched", (117, "air force")),
            finding("launched", (60, "ministry")),
            finding("launched", (9, "mayor"), region="Harbour"),
        ],
        THEATRE,
    )
    compared = {one.tally.claimant: one for one in beside(found, [table(*rows)])}
    assert set(compared) == {"air force", "ministry"}
    one = compared["air force"]
    assert (one.reference, one.rows, one.verdict, one.difference) == (117, (2, 3), "agrees", 0)
    assert (compared["ministry"].verdict, compared["ministry"].difference) == ("differs", -57)


def test_the_series_has_weekly_means_and_rates_with_intervals():
    rows = [
        row(
            DAY + timedelta(days=n),
            DAY + timedelta(days=n, hours=6),
            launched=10 * n,
            intercepted=n,
        )
        for n in range(1, 9)
    ]
    days = strike_days(rows, target="sudria", weapons=("drone",))
    assert [day.launched for day in days] == [10, 20, 30, 40, 50, 60, 70, 80]
    assert days[5].mean is None
    assert days[6].mean == 40
    assert days[7].rate == pytest.approx(0.1)
    assert days[7].rate_low < 0.1 < days[7].rate_high
    until = strike_days(rows, target="sudria", weapons=("drone",), until=date(2025, 3, 14))
    assert [day.launched for day in until] == [10, 20]


def test_short_silences_are_days_without_fire_and_long_ones_no_data():
    at = [DAY, DAY + timedelta(days=2), DAY + timedelta(days=20)]
    rows = [row(moment, moment + timedelta(hours=6), launched=5) for moment in at]
    days = strike_days(rows, target="sudria", weapons=("drone",))
    assert [(day.day.day, day.launched) for day in days] == [(12, 5), (13, 0), (14, 5), (1, 5)]


def test_wilsons_interval_has_its_published_values():
    # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3: 81 of 263, 15 of 148, 0 of 20
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    with pytest.raises(ValueError, match="5 of 4"):
        wilson(5, 4)


def test_a_record_says_since_when_and_where_the_table_is_silent():
    numbers = {0: 90, 1: 50, 2: 80, 20: 85, 21: 100}
    rows = [
        row(DAY + timedelta(days=n), DAY + timedelta(days=n, hours=6), launched=launched)
        for n, launched in numbers.items()
    ]
    days = strike_days(rows, target="sudria", weapons=("drone",))
    largest = record_day(days, date(2025, 4, 2))
    assert (largest.since, largest.first) == (None, date(2025, 3, 12))
    assert largest.gaps == ((date(2025, 3, 14), date(2025, 4, 1)),)
    before = record_day(days, date(2025, 4, 1))
    assert before.since == date(2025, 3, 12)
    assert record_day(days, date(2025, 3, 20)) is None


def test_counts_of_another_whole_are_another_tally():
    of_twenty = finding("intercepted", (13, "governor"))
    answer = replace(of_twenty.answers[0], text="13 of 20")
    found = tallies(
        [finding("launched", (67, "governor")), replace(of_twenty, answers=(answer,))], THEATRE
    )
    assert sorted(sorted(tally.counts) for tally in found) == [["intercepted"], ["launched"]]
