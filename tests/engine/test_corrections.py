"""A published brief, and what later reports and decisions make of its sentences."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.correct.corrections import corrections
from sitrep.brief.correct.listing import NOTHING, markdown
from sitrep.engine import deciding
from sitrep.engine.brief import material
from sitrep.engine.corrections import later
from sitrep.engine.pipeline import analyse, ingest
from sitrep.language.engines import Engines
from sitrep.model.errors import UsageError
from sitrep.model.review import Decision, identified
from sitrep.vocabulary.load import theatre

UNTIL = datetime(2025, 3, 13, 12, tzinfo=UTC)
SUMY = {
    "title": "Three killed in Sumy",
    "link": "https://samplewire.example/sumy",
    "published": "2025-03-13T06:40:00Z",
    "source": "sample-wire",
    "text": "A Russian missile killed three people in the Ukrainian city of Sumy on Thursday, "
    "Ukraine's emergency service said. The search in the building went on.",
}
SUDZHA = {
    "title": "Russia takes Sudzha",
    "link": "https://samplegazette.example/sudzha",
    "published": "2025-03-13T07:00:00Z",
    "source": "sample-moscow-gazette",
    "text": "Russian forces took control of the town of Sudzha in the Kursk region, Russia's "
    "Defence Ministry said on Thursday.",
}
ODESA = {
    "title": "Drones hit a substation",
    "link": "https://samplecourier.example/odesa",
    "published": "2025-03-13T08:00:00Z",
    "source": "sample-kyiv-courier",
    "text": "Russian drones damaged a power substation in Ukraine's Odesa region overnight, the "
    "Ukrainian energy ministry said on Thursday.",
}
UNCHANGED = (SUMY, SUDZHA, ODESA)


class Desk:
    """A store with a published brief, to which later reports come."""

    def __init__(self, store, settings, vocabulary, write):
        self.store, self.settings, self.vocabulary, self._write = store, settings, vocabulary, write
        self.theatre = theatre(vocabulary, "ukraine")
        self._files = 0

    def read(self, *records):
        self._files += 1
        path = self._write(f"{self._files}.jsonl", records)
        ingest([path], store=self.store, settings=self.settings, vocabulary=self.vocabulary)

    def publish(self, *records):
        self.read(*records)
        analysis = analyse(
            store=self.store,
            settings=self.settings,
            theatre=self.theatre,
            vocabulary=self.vocabulary,
            engines=Engines(),
            until=UNTIL,
        )
        made = material(analysis, theatre=self.theatre, vocabulary=self.vocabulary, read=None)
        brief, _ = compose(made)
        self.store.runs.add_brief(brief)
        return brief

    def corrections(self, brief, **more):
        known = later(
            brief,
            store=self.store,
            settings=self.settings,
            theatre=self.theatre,
            vocabulary=self.vocabulary,
            engines=Engines(),
            **more,
        )
        return corrections(brief, known)

    def decide(self, action, id_, reason):
        target = deciding.target(self.store, id_, ("claim", "finding", "article"))
        made = Decision(action=action, targets=(target,), by="A. Analyst", at=UNTIL, reason=reason)
        self.store.reviews.add([identified(made)])


@pytest.fixture
def desk(store, settings, vocabulary, reports_file):
    return Desk(store, settings, vocabulary, reports_file)


def of(found, words):
    """The corrections of the first sentence that has these words."""
    first = next(one.where for one in found if words in one.sentence)
    return [one for one in found if one.where == first]


def holds(desk, one):
    """Every word shown stands in the stored report, as cited."""
    for shown in one.shown:
        text = desk.store.reports.article(shown.article_id).text
        assert text[shown.start : shown.end] == shown.quote
    return True


def test_a_brief_whose_ground_stands_has_nothing_to_correct(desk):
    brief = desk.publish(*UNCHANGED)
    desk.read(
        {
            "title": "Snow in the north",
            "link": "https://samplewire.example/snow",
            "published": "2025-03-13T15:00:00Z",
            "source": "sample-wire",
            "text": "Ukraine's railways said on Thursday that snow had delayed trains to Lviv.",
        }
    )
    assert desk.corrections(brief) == ()
    assert NOTHING in markdown(brief, ())


def test_a_report_withdrawn_by_its_publisher_names_the_day_and_the_notice(desk):
    brief = desk.publish(*UNCHANGED)
    notice = {
        "link": SUMY["link"],
        "published": SUMY["published"],
        "modified": "2025-03-13T16:00:00Z",
        "source": "sample-wire",
        "status": "canceled",
        "title": "Withdrawn: three killed in Sumy",
        "text": "Sample Wire withdraws its report from Sumy: the police confirm no deaths.",
    }
    desk.read(notice)
    (found,) = of(desk.corrections(brief), "killed three people")
    assert found.kind == "withdrawn"
    assert "withdrawn by the publisher on 13 March 2025, 16:00 UTC" in found.happened
    assert "the police confirm no deaths" in found.notice
    assert "No other report that it cites stands." in found.notice
    assert holds(desk, found)
    assert {one.where for one in desk.corrections(brief)} >= {found.where}


def test_before_the_withdrawal_was_known_there_was_nothing_to_correct(desk):
    brief = desk.publish(*UNCHANGED)
    desk.decide("withdraw", next(iter(brief.sources)).article_id, "the outlet took it down")
    (one, *_) = desk.corrections(brief)
    assert "withdrawn by A. Analyst on 13 March 2025: the outlet took it down" in one.happened
    assert desk.corrections(brief, as_of=UNTIL - timedelta(hours=1)) == ()


def test_a_corrected_report_shows_old_and_new_words(desk):
    brief = desk.publish(*UNCHANGED)
    text = SUMY["text"].replace("three people", "two people")
    desk.read({**SUMY, "text": text, "modified": "2025-03-13T16:00:00Z"})
    found = [one for one in of(desk.corrections(brief), "three people") if one.kind == "corrected"]
    assert [(one.old, one.new) for one in found] == [("three people", "two people")]
    assert "Where it had “three people” it now has “two people”" in found[0].notice
    assert holds(desk, found[0])
    assert found[0].shown[0].quote.startswith("A Russian missile killed two people")


def test_a_new_text_that_leaves_the_cited_words_alone_is_no_correction(desk):
    brief = desk.publish(*UNCHANGED)
    text = f"{SUMY['text']} Schools in the city stayed closed."
    desk.read({**SUMY, "text": text, "modified": "2025-03-13T16:00:00Z"})
    assert desk.corrections(brief) == ()


def test_words_taken_out_of_a_report_are_told(desk):
    brief = desk.publish(*UNCHANGED)
    text = "The search in the building went on. Police closed two streets nearby in the evening."
    desk.read({**SUMY, "text": text, "modified": "2025-03-13T16:00:00Z"})
    found = [one for one in of(desk.corrections(brief), "three people") if one.kind == "corrected"]
    assert found
    assert (found[0].new, found[0].old) == (None, SUMY["text"].split(" The search")[0])


def test_a_later_denial_names_who_denies_with_the_words(desk):
    brief = desk.publish(*UNCHANGED)
    denial = {
        "title": "Kyiv denies loss of Sudzha",
        "link": "https://samplecourier.example/sudzha",
        "published": "2025-03-13T17:00:00Z",
        "source": "sample-kyiv-courier",
        "text": "Ukraine's General Staff denied on Thursday that Russian forces had taken control "
        "of the town of Sudzha in the Kursk region.",
    }
    desk.read(denial)
    found = of(desk.corrections(brief), "Sudzha")
    assert [one.kind for one in found] == ["contradicted"]
    assert "General Staff" in found[0].happened
    assert "denied on Thursday" in found[0].shown[0].quote
    assert "Sample Kyiv Courier" in found[0].notice
    assert holds(desk, found[0])


def test_a_later_count_of_the_same_claimant_replaces_the_number(desk):
    def count(number, hours):
        return {
            "title": f"Air force counts {number} drones",
            "link": f"https://samplewire.example/drones-{number}",
            "published": f"2025-03-13T{hours:02}:40:00Z",
            "source": "sample-wire",
            "text": f"Russia launched {number} drones at Ukraine on the night of 12–13 March, "
            "Ukraine's air force said on Thursday.",
        }

    brief = desk.publish(count(117, 6))
    desk.read(count(123, 18))
    found = of(desk.corrections(brief), "117 drones")
    assert [one.kind for one in found] == ["superseded"]
    assert (found[0].old, found[0].new) == ("117", "123")
    assert "123 drones" in found[0].shown[0].quote
    assert holds(desk, found[0])


def test_what_its_own_source_takes_back_in_a_later_report_is_told(desk):
    brief = desk.publish(*UNCHANGED)
    back = {
        "title": "Moscow withdraws its claim",
        "link": "https://samplewire.example/sudzha-correction",
        "published": "2025-03-13T18:00:00Z",
        "source": "sample-wire",
        "text": "Russia's Defence Ministry withdrew its claim that Russian forces took control of "
        "the town of Sudzha in the Kursk region.",
    }
    desk.read(back)
    found = of(desk.corrections(brief), "Sudzha")
    assert [one.kind for one in found] == ["taken back"]
    assert "withdrew its claim" in found[0].notice
    assert holds(desk, found[0])


def test_a_claim_that_an_analyst_rejected_since_is_told_once_undone_no_more(desk):
    brief = desk.publish(*UNCHANGED)
    cited = brief.key_points[0].citations[0]
    desk.decide("reject", cited.claim_id, "of another day")
    found = [one for one in desk.corrections(brief) if one.where == "key point 1"]
    assert [one.kind for one in found] == ["rejected"]
    assert "rejected by A. Analyst on 13 March 2025: of another day" in found[0].notice


def test_a_brief_of_another_store_is_refused_and_says_what_to_name(desk):
    brief = desk.publish(*UNCHANGED)
    with pytest.raises(UsageError, match="name the --store it was written with"):
        desk.corrections(replace(brief, id="brf-ffff"))


def test_a_file_changed_after_it_was_written_is_refused_with_the_place(desk):
    brief = desk.publish(*UNCHANGED)
    first, *rest = brief.key_points
    forged = replace(brief, key_points=(replace(first, text="Nothing happened."), *rest))
    with pytest.raises(UsageError, match="key point 1 is not as the store keeps it"):
        desk.corrections(forged)
    moved = replace(first, citations=(replace(first.citations[0], start=1),))
    with pytest.raises(UsageError, match="key point 1 is not as the store keeps it"):
        desk.corrections(replace(brief, key_points=(moved, *rest)))


def test_markdown_groups_by_sentence_and_escapes(desk):
    brief = desk.publish(*UNCHANGED)
    text = SUMY["text"].replace("three people", "two <b>people</b>")
    desk.read({**SUMY, "text": text, "modified": "2025-03-13T16:00:00Z"})
    page = markdown(brief, desk.corrections(brief))
    assert page.startswith("# Corrections to: Ukraine brief · 13 March 2025, 12:00 UTC")
    assert "## Key point 1" in page
    assert "<b>" not in page.replace("\\<", "")
