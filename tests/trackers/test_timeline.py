"""The timeline: dated entries with actors, place and who says so."""

from datetime import UTC, date, datetime

from sitrep.trackers.timeline import timeline

REPORTS = [
    {
        "outlet": "Sample Wire",
        "at": "2025-05-21T09:00:00+00:00",
        "text": "Russian missiles struck Kharkiv on Tuesday and killed five people, Ukraine's State"
        " Emergency Service said.",
    },
    {
        "outlet": "Sample European Monitor",
        "at": "2025-05-21T10:00:00+00:00",
        "text": "Ukrainian President Volodymyr Zelensky will meet French President Emmanuel Macron"
        " in Paris on Friday, Ukraine's Foreign Ministry said. Russia's war on Ukraine goes on.",
    },
]


def test_entries_stand_on_the_day_that_reports_state(told):
    reports = told(REPORTS, "ukraine")
    findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
    entries = timeline(findings, claims, reports.vocabulary)
    assert [one.day for one in entries] == sorted(one.day for one in entries)
    fire = next(one for one in entries if "Kharkiv" in one.words)
    assert (fire.day, fire.held, fire.dated_by) == (date(2025, 5, 20), "happened", "stated")
    assert fire.finding in {finding.id for finding in findings}
    talks = next(one for one in entries if "Macron" in one.words)
    assert (talks.day, talks.held) == (date(2025, 5, 23), "planned")
    assert {"Volodymyr Zelensky", "Emmanuel Macron"} <= set(talks.actors)
    assert talks.said_by == ("Ukrainian Foreign Ministry",)


def test_what_each_side_says_stands_behind_the_best_words(told):
    texts = (
        "Russian forces struck a hospital in Kharkiv on Tuesday and killed five people.",
        (
            "Ukraine's Foreign Ministry said that Russian forces struck a hospital in Kharkiv on"
            " Tuesday and killed five people."
        ),
        (
            "Russia's Defence Ministry said that it struck a headquarters in Kharkiv on Tuesday,"
            " not a hospital, and killed five people."
        ),
    )
    reports = told(
        [
            {"outlet": outlet, "at": "2025-05-21T09:00:00+00:00", "text": text}
            for outlet, text in zip(
                ("Sample Wire", "Sample European Monitor", "Sample Harbour Times"),
                texts,
                strict=True,
            )
        ],
        "ukraine",
    )
    findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
    shown = [(one.words, *one.more) for one in timeline(findings, claims, reports.vocabulary)]
    assert {texts[1], texts[2]} <= {word for words in shown for word in words}


def test_a_small_deed_with_a_day_and_a_place_is_an_entry(told):
    reports = told(
        [
            {
                "outlet": "Sample Wire",
                "at": "2025-05-21T09:00:00+00:00",
                "text": "Ukraine's parliament debated its budget for a new war year at length."
                " A member said in passing that a missile had hit a camp of the Armed Forces of"
                " Ukraine in the Sumy region on Tuesday.",
            }
        ],
        "ukraine",
    )
    findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
    entries = timeline(findings, claims, reports.vocabulary)
    camp = next(one for one in entries if "camp" in one.words)
    assert (camp.day, camp.place) == (date(2025, 5, 20), "Sumy Oblast")


def test_a_count_and_a_hold_are_told_with_their_answers(told):
    reports = told(
        [
            {
                "outlet": "Sample Wire",
                "at": "2025-05-21T09:00:00+00:00",
                "text": "Russia launched 117 drones at Ukraine overnight, Ukraine's air force said"
                " on Wednesday. Russian forces took control of the town of Sudzha, Russia's Defence"
                " Ministry said on Wednesday.",
            }
        ],
        "ukraine",
    )
    findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
    texts = {one.text for one in timeline(findings, claims, reports.vocabulary, least=0.0)}
    assert any(text.startswith("Drones launched at Ukraine") and ": 117" in text for text in texts)
    assert "Who controls Sudzha? Russia" in texts
