"""Meetings and visits, through the real extractor and ledger, and the calendar of them."""

from datetime import UTC, datetime

import pytest

from sitrep.trackers.diplomacy import diplomacy
from sitrep.trackers.diplomacy_calendar import ics
from sitrep.trackers.sheet import Sheet
from sitrep.trackers.track import track

REPORTS = [
    {
        "outlet": "Sample Wire",
        "at": "2025-05-21T09:00:00+00:00",
        "text": "Ukrainian President Volodymyr Zelensky will meet French President Emmanuel Macron"
        " in Paris on Friday to discuss security guarantees, Ukraine's Foreign Ministry said."
        " Russia's war on Ukraine goes on.",
    },
    {
        "outlet": "Sample European Monitor",
        "at": "2025-05-21T10:00:00+00:00",
        "text": "Vladimir Putin visited the Kursk region on Tuesday and met troops at a command"
        " post, the Kremlin said. Russia's war with Ukraine goes on.",
    },
    {
        "outlet": "Sample Harbour Times",
        "at": "2025-05-21T11:00:00+00:00",
        "text": "Talks between Russia and Ukraine planned for Monday in Istanbul were postponed,"
        " Turkey's Foreign Ministry said.",
    },
]
END = datetime(2025, 5, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def states(told):
    reports = told(REPORTS, "ukraine")
    findings, claims = reports.findings(END)
    return [
        one
        for one in track(findings, claims, reports.theatre, reports.vocabulary)
        if one.tracker == "diplomacy"
    ], reports.theatre


def test_a_planned_meeting_says_who_where_when_and_about_what(states):
    (talks,) = [one for one in states[0] if one.value == "planned"]
    assert talks.meeting.form == "meeting"
    assert set(talks.meeting.actors) == {"emmanuel-macron", "volodymyr-zelensky"}
    assert (talks.meeting.place, talks.meeting.topics) == ("Paris", ("security guarantees",))
    assert talks.meeting.starts == datetime(2025, 5, 23, tzinfo=UTC)


def test_talks_that_are_put_off_are_not_held(states):
    (talks,) = [one for one in states[0] if one.value == "postponed"]
    assert talks.meeting.actors == ("russia", "ukraine")


def test_a_leader_among_troops_is_a_signal(states):
    (visit,) = [one for one in states[0] if one.value == "held"]
    assert visit.meeting.signals == ("front-line visit",)


def test_the_calendar_keeps_to_its_form_and_is_the_same_each_time(states):
    sheet = Sheet(states=tuple(states[0]), theatre=states[1])
    written = ics(sheet)
    assert written == ics(sheet)
    lines = written.split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART;VALUE=DATE:20250523" in lines
    assert sum(line.startswith("UID:mtg-") for line in lines) == len(states[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            (
                "President Volodymyr Zelensky hosted French President Emmanuel Macron in Kyiv"
                " on Tuesday to discuss Russia's war."
            ),
            "Zelensky and",
        ),
        ("A group of diplomats, among them Italy's, visited Kharkiv on Tuesday in the war.", ""),
        (
            (
                "European Union ministers met on Tuesday to discuss sanctions against Russia"
                " for its war on Ukraine."
            ),
            "",
        ),
    ],
)
def test_who_hosts_does_not_travel_and_a_topic_takes_no_part(told, text, words):
    outlet = {"outlet": "Sample Wire", "at": "2025-05-21T09:00:00+00:00", "text": text}
    reports = told([outlet], "ukraine")
    findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
    texts = [one.text for one in diplomacy(findings, claims)]
    assert not any("Visit by Volodymyr" in one or "visit by Volodymyr" in one for one in texts)
    assert not any("and Russia" in one or "by Italy" in one for one in texts)
    assert not words or any(words in one for one in texts)


def test_who_does_not_reject_talks_has_not_rejected_them(told):
    text = "Foreign Minister Sergey Lavrov said that Russia did not reject talks with Ukraine."
    outlet = {"outlet": "Sample Wire", "at": "2022-09-11T09:00:00+00:00", "text": text}
    reports = told([outlet], "ukraine")
    findings, claims = reports.findings(datetime(2022, 9, 12, tzinfo=UTC))
    states = track(findings, claims, reports.theatre, reports.vocabulary)
    assert not [one for one in states if one.key == "position:talks:russia"]
