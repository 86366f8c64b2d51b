"""What comes first: news before background, acts before opinions, the war before the world."""

import importlib.util
from datetime import date
from pathlib import Path

import msgspec

from sitrep.ledger.build import build

_spec = importlib.util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report = reports.Report


def findings(claims, *sources):
    return build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*[(source,) for source in sources]),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )


def test_the_sentence_that_states_its_title_ranks_before_background_to_it():
    report = Report(
        "Ole Brandt said Sudria would open the northern crossing for grain.",
        "Ole Brandt thanked farmers of the valley.",
        title="Sudria to open northern crossing for grain, Brandt says",
    )
    news, aside = report.text.split(". ")
    claims = [
        report.claim(f"{news}.", by="ole-brandt", track="diplomacy"),
        report.claim(aside, by="ole-brandt", track="diplomacy"),
    ]
    found = findings(claims, report)
    assert found[0].claims == (claims[0].id,)
    assert any(reason.startswith("title") for reason in found[0].reasons)


def test_a_matter_in_the_titles_of_other_outlets_gains():
    first = Report("Ole Brandt said Sudria would open the northern crossing.", title="Notes")
    alone = Report(
        "Ole Brandt said Sudria would mend the harbour bridge.", title="Notes", outlet="herald"
    )
    title = "Sudria would open northern crossing"
    other = Report("Prices rose in Westmark.", title=title, outlet="gazette")
    claims = [
        first.claim(first.text, by="ole-brandt", track="diplomacy"),
        alone.claim(alone.text, by="ole-brandt", track="diplomacy"),
        other.claim(other.text, track="other"),
    ]
    found = findings(claims, first, alone, other)
    assert found[0].claims == (claims[0].id,)


def test_a_leader_ranks_before_somebody_unknown():
    left = Report("Ole Brandt said Norland would refuse every offer.")
    right = Report("Per Holm said Norland would refuse every offer made.", outlet="gazette")
    claims = [
        left.claim(left.text, by="ole-brandt", track="diplomacy"),
        right.claim(right.text, by="Per Holm", track="diplomacy"),
    ]
    found = findings(claims, left, right)
    assert [one.claims for one in found] == [(claims[0].id,), (claims[1].id,)]
    assert found[0].importance > found[1].importance * 1.5


def test_a_lone_word_of_an_unreliable_outlet_ranks_below_one_that_names_its_speaker():
    told = Report("Norland struck the grain harbour of Sudria.", outlet="nna")
    said = Report("Per Holm said Norland struck the grain harbour of Sudria.", outlet="nna")
    alone, named = (
        findings([one.claim(one.text, by=by, track="strikes")], one)[0]
        for one, by in ((told, None), (said, "Per Holm"))
    )
    assert any(reason == "own word ×0.75" for reason in alone.reasons)
    assert not any(reason.startswith("own word") for reason in named.reasons)


def test_advice_ranks_below_a_statement():
    said = Report("Per Holm said Norland refused the offer of grain.")
    urged = Report("Per Holm said Norland needs to refuse the offer of grain.", outlet="herald")
    claims = [one.claim(one.text, by="Per Holm", track="diplomacy") for one in (said, urged)]
    by_claim = {
        claim: f
        for f in findings([claims[0]], said) + findings([claims[1]], urged)
        for claim in f.claims
    }
    assert by_claim[claims[1].id].importance < by_claim[claims[0].id].importance


def test_an_event_that_a_sentence_only_recalls_is_not_its_news():
    report = Report("Ole Brandt flew home two days after a phone call with Anna Vale.")
    call = report.event(
        "phone call", "CONSULT", mode="phone", actors=("ole-brandt",), targets=("anna-vale",)
    )
    (found,) = findings([report.claim(report.text, events=(call,), track="diplomacy")], report)
    assert found.question.kind == "event"


def killing(report, place):
    event = report.event("killed", "ASSAULT", mode="firearms", targets=("ann-miller",))
    return report.claim(report.text, events=(event,), places=(place,), track="ground")


def test_a_killing_abroad_is_on_no_track_of_the_war():
    near, far = (
        Report(f"Gunmen killed Ann Miller in {place}.") for place in ("Harbour", "Farhaven")
    )
    (at_home,) = findings([killing(near, "Harbour")], near)
    (abroad,) = findings([killing(far, "Farhaven")], far)
    assert (at_home.track, abroad.track) == ("ground", "other")
    assert abroad.importance < at_home.importance


def test_a_toll_of_drones_is_on_the_strikes_track():
    report = Report("Norlandic drones killed 4 people in Harbour, Sudria's air force said.")
    toll = report.figure("4 people", "killed", 4, counted="people", window=reports.night(12))
    claim = report.claim(
        report.text, by="sudria-air-force", figures=(toll,), places=("Harbour",), track="ground"
    )
    (found,) = findings([claim], report)
    assert found.track == "strikes"


def test_what_goes_on_telling_a_past_day_is_background():
    report = Report(
        "On 1 March Sudria resumed its strikes on the valley.",
        "Sudria's government said that it had resumed them for want of an answer.",
    )
    dated, on = (f"{one.rstrip('.')}." for one in report.text.split(". "))
    day = reports.whole_day(date(2025, 3, 1))
    first = reports.with_times(
        report.claim(dated), msgspec.structs.replace(day, span=report.span("On 1 March"))
    )
    second = report.claim(on, by="sudria", track="diplomacy")
    (after,) = [one for one in findings([first, second], report) if second.id in one.claims]
    assert "novelty ×0.35" in after.reasons
    (alone,) = findings([second], report)
    assert "novelty ×0.35" not in alone.reasons
