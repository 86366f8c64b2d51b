"""Counts of fire, through the real extractor and ledger: totals, directions, repeats, words."""

from datetime import UTC, datetime

from sitrep.trackers.strikes import strikes

AT = datetime(2025, 5, 22, tzinfo=UTC)


def texts(told, *reports):
    """Return the texts of the states by key of what plainly invented reports say."""
    given = [
        {"outlet": outlet, "at": "2025-05-21T12:00:00+00:00", "text": text}
        for outlet, text in zip(("Sample Wire", "Sample Harbour Times"), reports, strict=False)
    ]
    found = told(given, "ukraine")
    findings, claims = found.findings(AT)
    return {state.key: state.text for state in strikes(findings, claims, found.theatre)}


def test_a_running_total_is_no_count_of_the_day_before_it(told):
    found = texts(
        told,
        "Russia's Defence Ministry said that air defences shot down 236 drones over the past 24"
        " hours. Overall, Russian forces have destroyed 58,043 drones since the start of the"
        " operation in Ukraine, the ministry said.",
    )
    total = [key for key, text in found.items() if "58,043" in text]
    assert [key.rsplit(":", 1)[1] for key in total] == ["total"]
    assert all("24 hours" not in found[key] for key in total)
    assert any("24 hours" in text and "236" in text for text in found.values())


def test_who_repels_an_attack_is_the_one_attacked(told):
    found = texts(
        told,
        "Russian air defences repelled an attack by three drones flying towards Moscow during the"
        " war in Ukraine, Mayor Sergei Sobyanin said on Wednesday.",
    )
    assert any(key.startswith("launched:drone:russia:") for key in found)
    assert not any(key.startswith("launched:drone:ukraine:") for key in found)


def test_one_drone_in_passing_is_no_tally(told):
    found = texts(told, "A Russian drone was launched at a car in Ukraine, officials said.")
    assert not [key for key in found if key.startswith("launched:")]
