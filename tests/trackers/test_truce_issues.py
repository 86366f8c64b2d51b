"""What the ceasefire tracker cannot use is an issue; what ended is the truce that was agreed."""

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


def test_a_truce_called_for_cannot_end_and_the_one_agreed_before_has(told):
    reports = told(
        [
            {
                "outlet": "Sample Wire",
                "at": "2025-05-20T09:00:00+00:00",
                "text": "The leaders of Britain, France and Canada condemned Israel's military"
                " operations in Gaza and called for an immediate ceasefire.",
            },
            {
                "outlet": "Sample Harbour Times",
                "at": "2025-05-21T09:00:00+00:00",
                "text": "The ceasefire in Gaza collapsed when Israel resumed its offensive on"
                " 18 March. Israel has let no aid in since.",
            },
        ],
        "gaza",
    )
    findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
    last = {s.key: s for s in truces(findings, claims, reports.theatre, reports.vocabulary)}
    assert last["gaza-ceasefire-january-2025"].value == "ended"
    called = last["ceasefire-2025-05-20"]
    assert called.value == "proposed"
    assert "israel" not in {one.actor for one in called.truce.positions}
