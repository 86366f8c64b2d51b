"""The ledger's findings from hand-built claims of an invented war."""

import importlib.util
import random
from datetime import date
from pathlib import Path

import msgspec

from sitrep.ledger.build import build
from sitrep.model.extraction import Attribution

_spec = importlib.util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report, night, whole_day = reports.Report, reports.night, reports.whole_day


def findings(claims, *sources, groups=None):
    return build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*(groups or [(source,) for source in sources])),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )


def downed(report, sentence, number, value, *, by="norland-mod", when=None):
    drones = report.figure(number, "intercepted", value, weapon="drone", window=when or night(12))
    return report.claim(sentence, by=by, figures=(drones,))


def test_one_claimant_with_two_numbers_in_two_outlets_is_one_origin_and_contested():
    left = Report("Norland's Defence Ministry said it downed 159 drones overnight.", outlet="wire")
    right = Report("Norland's Defence Ministry claimed 150 drones downed.", outlet="gazette")
    (found,) = findings(
        [downed(left, left.text, "159", 159), downed(right, right.text, "150", 150)], left, right
    )
    assert found.question.text == "Drones shot down over Norland, night of 11–12 March"
    assert {answer.text for answer in found.answers} == {"159", "150"}
    assert found.status == "contested"
    assert found.origins == 1
    assert found.sides == ("norland",)


def test_a_night_and_a_full_day_are_two_questions():
    left = Report("Norland's Defence Ministry said it downed 159 drones overnight.")
    right = Report("Norland's Defence Ministry said it downed 236 drones on Wednesday.")
    day = whole_day(date(2025, 3, 12))
    found = findings(
        [
            downed(left, left.text, "159", 159),
            downed(right, right.text, "236", 236, when=day),
        ],
        left,
        right,
    )
    assert [one.status for one in found] == ["single-origin", "single-origin"]
    assert len({one.question.key for one in found}) == 2


def test_at_least_four_agrees_with_six():
    left = Report("At least 4 people were killed in Harbour.", outlet="wire")
    right = Report("Six people were killed in Harbour.", outlet="gazette")
    day = whole_day(date(2025, 3, 11))
    claims = [
        left.claim(
            left.text,
            figures=(left.figure("4", "killed", 4, low=4, qualifier="at_least", window=day),),
            places=("Harbour",),
        ),
        right.claim(
            right.text, figures=(right.figure("Six", "killed", 6, window=day),), places=("Harbour",)
        ),
    ]
    (found,) = findings(claims, left, right)
    assert [answer.text for answer in found.answers] == ["6"]
    assert found.status == "corroborated"
    assert found.grade.credibility == 2


def test_the_dead_are_not_counted_in_a_far_country_that_a_visit_led_to():
    report = Report("The president left Farhaven after an attack on Harbour that killed 8 people.")
    killed = report.figure("8", "killed", 8, window=whole_day(date(2025, 3, 11)))
    claim = report.claim(report.text, figures=(killed,), places=("Farhaven", "Harbour"))
    far, near = claim.places
    far = msgspec.structs.replace(far, precision=6)
    (found,) = findings([msgspec.structs.replace(claim, places=(far, near))], report)
    assert found.question.text == "People killed in Harbour, 11 March"


def test_a_later_toll_by_the_same_claimant_supersedes_the_earlier():
    early = Report("Officials of Sudria's air force counted 3 dead in Harbour.", hours=6)
    late = Report("Sudria's air force now counts 7 dead in Harbour.", outlet="gazette", hours=15)
    day = whole_day(date(2025, 3, 12))
    claims = [
        report.claim(
            report.text,
            by="sudria-air-force",
            figures=(report.figure(number, "killed", value, window=day),),
            places=("Harbour",),
        )
        for report, number, value in ((early, "3", 3), (late, "7", 7))
    ]
    now, before = findings(claims, early, late)
    assert now.answers[0].text == "7"
    assert before.status == "superseded"
    assert now.supersedes == before.id
    assert before.importance < now.importance


def test_copies_of_one_wire_report_are_one_origin():
    sentence = "A drone struck a bus in Harbour."
    wire, copy = Report(sentence), Report(sentence, outlet="gazette", hours=21)
    other = Report("Our reporter saw a drone strike a bus in Harbour.", outlet="herald")

    def attack(report, trigger):
        event = report.event(trigger, "ASSAULT", mode="drone", actors=("norland",))
        return report.claim(report.text, events=(event,), places=("Harbour",))

    copies = [attack(wire, "struck"), attack(copy, "struck")]
    (one,) = findings(copies, wire, copy, groups=[(wire, copy)])
    assert (one.origins, one.status) == (1, "single-origin")
    (two,) = findings(
        [*copies, attack(other, "strike")], wire, copy, other, groups=[(wire, copy), (other,)]
    )
    assert (two.origins, two.status) == (2, "corroborated")


def test_one_official_quoted_by_three_outlets_is_one_origin():
    sources = [
        Report("Anna Vale said no venue for the talks had been chosen.", outlet=outlet)
        for outlet in ("wire", "gazette", "herald")
    ]
    (found,) = findings(
        [source.claim(source.text, by="anna-vale", track="diplomacy") for source in sources],
        *sources,
    )
    assert found.question.kind == "statement"
    assert found.origins == 1
    assert len(found.articles) == 3
    assert found.answers[0].claimants == ("Anna Vale",)


def test_a_denial_stands_against_what_it_denies():
    left = Report("Norland controls the town of Harbour, Norland's Defence Ministry said.")
    right = Report("Sudria's air force denied that Norland controls Harbour.", outlet="gazette")
    claims = [
        left.claim(left.text, by="norland-mod", places=("Harbour",), track="ground"),
        right.claim(
            right.text, by="sudria-air-force", stance="denies", places=("Harbour",), track="ground"
        ),
    ]
    (found,) = findings(claims, left, right)
    assert found.question.text == "Who controls Harbour?"
    assert found.status == "contested"
    assert [answer.text for answer in found.answers] == ["Norland", "denied by Sudria's air force"]
    assert found.answers[0].claims_against == (claims[1].id,)


def test_what_a_speaker_leaves_open_contests_nothing():
    left = Report("Norland shelled Harbour on Wednesday.")
    right = Report("Sudria declined to comment on the shelling of Harbour.", outlet="gazette")
    told = left.claim(left.text, events=(left.event("shelled", "ASSAULT"),))
    open_ = right.claim(
        right.text,
        by="sudria-air-force",
        stance="withholds",
        events=(right.event("shelling", "ASSAULT"),),
    )
    found = findings([told, open_], left, right)
    assert {one.claims for one in found} == {(told.id,), (open_.id,)}
    assert all(one.status != "contested" for one in found)


def test_what_a_party_decided_on_a_proposal():
    report = Report("Sudria accepted the 30-day ceasefire on Tuesday.")
    (found,) = findings([report.claim(report.text, track="diplomacy")], report)
    assert found.question.text == "Sudria on the 30-day ceasefire"
    assert found.answers[0].text == "accepts"


def test_background_ranks_below_news():
    news = Report("Anna Vale visited Harbour on Wednesday.")
    old = Report("Anna Vale visited Harbour in March 2022.", outlet="gazette")
    then = whole_day(date(2022, 3, 1))
    claims = [
        source.claim(
            source.text,
            events=(
                source.event("visited", "CONSULT", mode="visit", actors=("anna-vale",), time=t),
            ),
            places=("Harbour",),
            track="diplomacy",
            as_of=t,
        )
        for source, t in ((news, whole_day(date(2025, 3, 12))), (old, then))
    ]
    found = findings(claims, news, old)
    assert found[0].claims == (claims[0].id,)
    assert found[0].importance > 2 * found[-1].importance


def test_order_of_claims_does_not_matter():
    sources = [
        Report(f"Norland's Defence Ministry said it downed {n} drones overnight.", hours=n / 10)
        for n in (159, 150, 160)
    ]
    claims = [
        downed(source, source.text, str(n), n)
        for source, n in zip(sources, (159, 150, 160), strict=True)
    ]
    expected = findings(claims, *sources)
    for seed in range(5):
        shuffled = random.Random(seed).sample(claims, len(claims))
        assert findings(shuffled, *sources) == expected


def test_no_claims_make_no_findings():
    assert findings([]) == ()


def test_a_body_is_one_claimant_however_its_name_is_worded():
    left = Report("Norland's Defence Ministry said it downed 40 drones overnight.")
    right = Report("Norlandic Ministry of Defense said it downed 40 drones.", outlet="gazette")
    claims = [
        downed(left, left.text, "40", 40),
        reworded(downed(right, right.text, "40", 40, by=None), right, right.text[:30]),
    ]
    (found,) = findings(claims, left, right)
    assert found.origins == 1
    assert found.answers[0].claimants == ("Norland's Defence Ministry",)


def reworded(claim, report, name):
    source = report.span(name)
    attribution = Attribution(source=source, cue=None, content=(claim.evidence,), speaker=name)
    return msgspec.structs.replace(claim, attribution=attribution, speaker=name)


def test_the_parts_of_a_total_do_not_contradict_it():
    report = Report(
        "Norland's Defence Ministry said it downed 159 drones overnight.",
        "It said 53 drones fell in the north.",
    )
    whole = downed(
        report, "Norland's Defence Ministry said it downed 159 drones overnight.", "159", 159
    )
    part = downed(report, "It said 53 drones fell in the north.", "53", 53)
    found = findings([whole, part], report)
    assert [one.status for one in found] == ["single-origin", "single-origin"]
    assert {one.answers[0].text for one in found} == {"159", "53"}


def test_an_outlet_that_quotes_a_speaker_is_no_second_origin():
    said = "Anna Vale said drones had struck the plant in Harbour."
    own = "Drones struck the plant in Harbour."
    report = Report(said, own)

    def struck(sentence, by, words):
        event = report.event(words, "ASSAULT", mode="drone", actors=("sudria",))
        return report.claim(sentence, by=by, events=(event,), places=("Harbour",))

    claims = [struck(said, "anna-vale", "struck the"), struck(own, None, "Drones struck")]
    (found,) = findings(claims, report)
    assert (found.origins, found.status) == (1, "single-origin")
    assert found.answers[0].origins == ("speaker:anna-vale",)
