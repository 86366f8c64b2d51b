"""What the ceasefire tracker cannot use becomes one clear issue; the rest is used."""

from datetime import UTC, datetime

from sitrep.trackers.truces import problems, truces

REPORTS = [
    {
        "outlet": "Sample Wire",
        "at": "2025-05-10T09:00:00+00:00",
        "text": "Russia and Ukraine agreed to a ceasefire until 1 June 2099. Ukraine accused"
        " Georgia of violating the ceasefire. Ukraine accused Russia of violating the ceasefire.",
    },
]


def test_a_stranger_and_an_absurd_date_are_named_once_and_the_rest_is_used(told):
    reports = told(REPORTS, "ukraine")
    findings, claims = reports.findings(datetime(2025, 5, 11, tzinfo=UTC))
    found = problems(claims.values(), reports.theatre, reports.vocabulary)
    assert sorted(one.code for one in found) == ["absurd-date", "not-a-party"]
    assert "Georgia" in next(one for one in found if one.code == "not-a-party").message
    (state,) = truces(findings, claims, reports.theatre, reports.vocabulary)[-1:]
    assert state.value == "agreed"
    assert state.truce.ends is None
    assert ("russia", "ukraine") in {(v.against, v.by) for v in state.truce.violations}
