"""No two findings share an id, whatever the reports say."""

import importlib.util
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.ledger.build import build

_spec = importlib.util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)

WINDOWS = (reports.night(12), reports.whole_day(date(2025, 3, 12)), None)
COUNTS = st.lists(st.tuples(st.integers(1, 12), st.sampled_from(WINDOWS)), min_size=1, max_size=4)
SAID = st.sampled_from(
    (
        "Anna Vale said that peace was in sight.",
        "Peace is in sight, Anna Vale said.",
        "Anna Vale met Ole Brandt in Harbour.",
    )
)
SENTENCES = st.lists(COUNTS, min_size=1, max_size=3)
PAPERS = st.sampled_from(("wire", "gazette", "herald", "rumour"))
DAYS = st.integers(0, 4)


def ids(claims, sources):
    found = build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*((source,) for source in sources)),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )
    return [one.id for one in found]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(SENTENCES, PAPERS, DAYS), min_size=1, max_size=3))
def test_counts_of_one_kind_in_one_sentence_are_findings_of_their_own(told):
    claims, sources = [], []
    for sentences, paper, day in told:
        texts = [
            f"In part {place} the ministry counted {' and '.join(map(_counted, counts))}."
            for place, counts in enumerate(sentences)
        ]
        report = reports.Report(*texts, outlet=paper, hours=24 * day)
        sources.append(report)
        for text, counts in zip(texts, sentences, strict=True):
            figures = tuple(
                report.figure(_counted(one), "intercepted", one[0], weapon="drone", window=one[1])
                for one in counts
            )
            claims.append(report.claim(text, by="norland-mod", figures=figures))
    found = ids(claims, sources)
    assert len(found) == len(set(found)) > 0


def _counted(count):
    return f"{count[0]} drones"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SAID, PAPERS, DAYS), min_size=1, max_size=8))
def test_the_same_words_on_several_days_are_findings_of_their_own(told):
    sources = [reports.Report(words, outlet=paper, hours=24 * day) for words, paper, day in told]
    claims = [
        report.claim(
            report.text,
            by="anna-vale",
            as_of=reports.whole_day(report.at.date()),
            events=(report.event("met", "CONSULT", actors=("anna-vale",), targets=("ole-brandt",)),)
            if "met" in report.text
            else (),
        )
        for report in sources
    ]
    found = ids(claims, sources)
    assert len(found) == len(set(found)) > 0
