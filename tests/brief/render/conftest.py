"""A brief such as the composer makes, in our own words, for the renderers to show."""

from datetime import UTC, datetime

import pytest

from sitrep.model.brief import (
    Brief,
    BriefIndicator,
    BriefOutlook,
    BriefScenario,
    BriefSentence,
    Change,
    Citation,
    ContestedAnswer,
    ContestedRow,
    LeftOut,
    Method,
    Paragraph,
    Quotation,
    Source,
)
from sitrep.model.findings import Grade

ARTICLES = {
    1: "The General Staff said its units had left two villages north of Sudzha overnight. "
    "It called the move a regrouping and gave no losses.",
    2: "Russia's Defence Ministry claimed its troops took the villages of Rubanshchina and "
    "Zaoleshenka on Wednesday. The claim could not be checked.",
    3: "Ukraine's air force said 117 drones were launched and 74 shot down; 38 were lost from "
    "radar. Falling debris damaged a warehouse near Dnipro.",
    4: "“We are ready for silence in the sky from tonight,” Foreign Minister Andrii Sybiha told "
    "reporters in Jeddah. “The rest depends on the other side.”",
    5: "Глава військової адміністрації повідомив про шістьох поранених у Харкові. Двоє з них — "
    "діти, додав він.",
    6: "Kremlin spokesman Dmitry Peskov said Moscow was studying the outcome of the Jeddah talks "
    "and would not run ahead of events.",
}


def cite(source: int, quote: str) -> tuple[Citation, ...]:
    """Cite `quote` in the article behind `source`, with the words around it."""
    text = ARTICLES[source]
    start = text.index(quote)
    end = start + len(quote)
    return (
        Citation(
            source=source,
            article_id=f"art-{source:04d}",
            claim_id=f"clm-{source:04d}",
            start=start,
            end=end,
            quote=quote,
            prefix=text[max(0, start - 60) : start],
            suffix=text[end : end + 60],
        ),
    )


def say(text: str, *citations: tuple[Citation, ...], label: str | None = None) -> BriefSentence:
    """Make a printed sentence."""
    return BriefSentence(
        text=text,
        citations=tuple(one for some in citations for one in some),
        findings=("fnd-1",),
        gates=("numbers", "names"),
        label=label,
    )


LEFT = cite(1, "its units had left two villages north of Sudzha overnight")
TOOK = cite(2, "its troops took the villages of Rubanshchina and Zaoleshenka on Wednesday")
COUNT = cite(3, "117 drones were launched and 74 shot down; 38 were lost from radar")
DEBRIS = cite(3, "Falling debris damaged a warehouse near Dnipro.")
READY = cite(4, "We are ready for silence in the sky from tonight")
HURT = cite(5, "Глава військової адміністрації повідомив про шістьох поранених у Харкові.")
STUDY = cite(6, "Moscow was studying the outcome of the Jeddah talks")

GROUND = (
    say(
        "Ukraine's General Staff said on 12 March that its units had left two villages north of "
        "Sudzha and called the move a regrouping.",
        LEFT,
    ),
    say(
        "Russia's Defence Ministry claimed its troops had taken Rubanshchina and Zaoleshenka.",
        TOOK,
        label="single origin",
    ),
)
TALKS = (
    say(
        "Foreign Minister Andrii Sybiha said in Jeddah that Ukraine was ready for a truce in the "
        "air that night.",
        READY,
    ),
    say("Kremlin spokesman Dmitry Peskov said Moscow was studying the outcome.", STUDY),
)
STRIKES = (
    say(
        "Ukraine's air force said Russia launched 117 drones overnight, of which 74 were shot down "
        "and 38 lost from radar.",
        COUNT,
    ),
    say("Debris damaged a warehouse near Dnipro; six people were hurt in Kharkiv.", DEBRIS, HURT),
)


def source(number: int, outlet: str, title: str, **more: object) -> Source:
    """Make a numbered source."""
    fields = {
        "url": f"https://example.org/{number}",
        "published_at": datetime(2025, 3, 12, 6 + number, 5, tzinfo=UTC),
        "date_basis": "declared",
        "language": "en",
        "reliability": "B",
    } | more
    return Source(
        number=number,
        article_id=f"art-{number:04d}",
        outlet=outlet,
        title=title,
        sha256=f"{number:x}" * 64,
        **fields,  # type: ignore[arg-type]
    )


SOURCES = (
    source(1, "Northern Wire", "Units leave two villages north of Sudzha",
           same_as=("Coast Herald: Units leave villages", "Evening Post: Army pulls back")),
    source(2, "Eastern Agency", "Ministry reports two villages taken", reliability="C"),
    source(3, "Northern Wire", "Air force: 74 of 117 drones shot down"),
    source(4, "The Harbour Times", "“Silence in the sky”: what was said in Jeddah", partial=True),
    source(5, "Слобідський вісник", "Шестеро поранених у Харкові", language="uk",
           date_basis="url", reliability="F"),
    source(6, "Eastern Agency", "Kremlin: studying the outcome", url=None, published_at=None,
           date_basis="none", reliability="C"),
)  # fmt: skip

METHOD = Method(
    theatre="ukraine",
    since=datetime(2025, 3, 11, 20, tzinfo=UTC),
    until=datetime(2025, 3, 12, 20, tzinfo=UTC),
    as_of=datetime(2025, 3, 12, 20, tzinfo=UTC),
    documents_read=214,
    articles=201,
    on_theatre=63,
    folded=17,
    left_out=(
        LeftOut(reason="outside the window", count=9),
        LeftOut(reason="sentence refused by a gate: modality", count=4),
    ),
    notes=("No key point on prisoners: no report in the window.",),
    version="0.1.0",
    run_id="run-5c1e20a7",
)

OUTLOOK = BriefOutlook(
    question=(
        say("The next days turn on Moscow's answer to the terms drawn up in Jeddah.", STUDY),
    ),
    scenarios=(
        BriefScenario(
            name="A pause in the air holds",
            sentences=(say("Both sides stop drone launches while terms are discussed.", READY),),
            indicators=(
                BriefIndicator(text="A night without launches", citations=COUNT),
                BriefIndicator(text="A named date for the next round", citations=STUDY),
            ),
            word="unlikely",
            probability=0.3,
            basis="3 of 10 comparable offers were answered in kind within a week",
        ),
        BriefScenario(
            name="Talks go on under fire",
            sentences=(say("Moscow sets conditions and launches continue.", STUDY, COUNT),),
            indicators=(BriefIndicator(text="New conditions from the Kremlin", citations=STUDY),),
        ),
    ),
    confidence="Confidence is low: one day of reports, most of them from the parties.",
)

CONTESTED = (
    ContestedRow(
        question="Who holds Rubanshchina?",
        answers=(
            ContestedAnswer(text="Russian troops, since 12 March", origins=2, citations=TOOK,
                            claimants=("Russia's Defence Ministry",)),
            ContestedAnswer(text="left in a regrouping; not said to be lost", origins=1,
                            claimants=("Ukraine's General Staff",), citations=LEFT),
        ),
        grade=Grade(reliability="C", credibility=3, reasons=("both parties interested",)),
        finding="fnd-7",
    ),
    ContestedRow(
        question="How many people were hurt in Kharkiv on the night of 11–12 March?",
        answers=(
            ContestedAnswer(text="6", claimants=("regional head",), origins=1, citations=HURT),
            ContestedAnswer(text="4", claimants=("police",), origins=1, citations=DEBRIS),
        ),
        grade=Grade(reliability="B", credibility=2),
        finding="fnd-8",
    ),
)  # fmt: skip


@pytest.fixture
def brief() -> Brief:
    """A full brief with every part filled."""
    return make_brief()


def make_brief() -> Brief:
    """Return the full brief."""
    return Brief(
        id="brf-0a1b2c3d",
        theatre="ukraine",
        title="Ukraine brief · 12 March 2025, 20:00 UTC",
        headline=say("Moscow studies truce terms as Ukrainian units leave border villages", STUDY),
        key_points=(GROUND[0], TALKS[0], STRIKES[0]),
        lead=(
            Paragraph(sentences=(GROUND[0], STRIKES[0])),
            Paragraph(sentences=TALKS),
        ),
        analysis=(
            Paragraph(track="ground", title="Ground", sentences=GROUND),
            Paragraph(track="diplomacy", title="Diplomacy", sentences=TALKS),
            Paragraph(track="strikes", title="Strikes", sentences=STRIKES),
        ),
        outlook=OUTLOOK,
        quotation=Quotation(
            text="We are ready for silence in the sky from tonight",
            speaker="Andrii Sybiha",
            office="foreign minister of Ukraine",
            date=datetime(2025, 3, 12, tzinfo=UTC),
            citation=READY[0],
        ),
        contested=CONTESTED,
        changes=(
            Change(kind="new", text="Ukrainian units left two villages north of Sudzha.",
                   status="contested", finding="fnd-7", citations=LEFT),
            Change(kind="superseded", text="An earlier count of 98 drones gave way to 117.",
                   status="superseded", finding="fnd-9", citations=COUNT),
        ),
        sources=SOURCES,
        method=METHOD,
    )  # fmt: skip
