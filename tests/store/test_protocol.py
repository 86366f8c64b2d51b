"""What every backend must do."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from sitrep.model.brief import Brief, BriefOutlook, BriefSentence, Method
from sitrep.model.errors import StoreError
from sitrep.model.findings import Answer, Finding, Grade, Question
from sitrep.model.issues import Issue, RunManifest
from sitrep.model.lineage import Lineage, Link, Origin, Story
from sitrep.store.protocol import View

MORNING = datetime(2025, 3, 11, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_lineage() -> Lineage:
    return Lineage(
        origins=(Origin(id="org-1", name="Plain Wire", root="art-1", articles=("art-1", "art-2")),),
        stories=(Story(id="sty-1", label="A truce", lead="art-1", articles=("art-1", "art-2")),),
        links=(Link(left="art-1", right="art-2", relation="duplicate", score=1.0),),
    )


def a_finding(finding_id: str = "fnd-1", status: str = "single-origin") -> Finding:
    return Finding(
        id=finding_id,
        theatre="ukraine",
        track="strikes",
        question=Question(kind="count", key="launched:drone", text="Drones launched"),
        answers=(Answer(text="117", value=117.0),),
        status=status,
        grade=Grade(reliability="C", credibility=3),
        origins=1,
        sides=("ukraine",),
        claims=("clm-1",),
        articles=("art-1",),
    )


def a_manifest(run_id: str = "run-1") -> RunManifest:
    return RunManifest(
        run_id=run_id,
        as_of=None,
        code_version="0",
        settings_hash="s",
        input_hash="i",
        counts={"articles": 2},
    )


def a_brief() -> Brief:
    sentence = BriefSentence(text="A truce was proposed.", citations=())
    return Brief(
        id="brf-1",
        theatre="ukraine",
        title="Ukraine brief",
        headline=sentence,
        key_points=(sentence,),
        lead=(),
        analysis=(),
        outlook=BriefOutlook(question=(), scenarios=(), confidence="Confidence is low."),
        quotation=None,
        contested=(),
        changes=(),
        sources=(),
        method=Method(
            theatre="ukraine",
            since=MORNING,
            until=MORNING + HOUR,
            as_of=None,
            documents_read=1,
            articles=1,
            on_theatre=1,
            folded=0,
            left_out=(),
            notes=(),
            version="0",
            run_id="run-1",
        ),
    )


def test_a_report_comes_back_as_it_was_put_with_its_original_bytes(store, make_report):
    report = make_report("Двадцять дронів збито над морем.\u2028“Tak” 😀 \x00")
    assert store.reports.add([report]) == 1
    assert store.reports.article(report.article.id) == report.article
    assert store.reports.document(report.document.id) == report.document
    assert store.reports.original(report.document.body_sha256) == report.body


def test_putting_the_same_report_again_adds_nothing(store, make_report):
    batch = [make_report("One."), make_report("Two.")]
    assert store.reports.add(batch) == 2
    assert store.reports.add([*batch, make_report("Three.")]) == 1
    assert store.counts()["articles"] == 3
    assert store.reports.known(["raw-none", batch[0].document.id]) == {batch[0].document.id}


def test_a_document_without_text_is_known_and_has_no_article(store, make_report):
    report = make_report("Nothing here.")
    assert store.reports.add([replace(report, article=None)]) == 0
    assert store.reports.known([report.document.id]) == {report.document.id}
    assert store.counts()["articles"] == 0


def test_a_batch_that_fails_leaves_nothing_behind(store, make_report):
    good, bad = make_report("Good."), make_report("Of a document that was not put.")
    orphan = replace(bad, article=replace(bad.article, raw_id="raw-none"))
    with pytest.raises(StoreError):
        store.reports.add([good, orphan])
    assert store.counts()["documents"] == 0
    assert store.reports.add([good]) == 1


def test_a_window_is_half_open_and_leaves_undated_articles_out(store, make_report):
    early = make_report("Early.", published=MORNING - HOUR)
    first = make_report("First.", published=MORNING)
    last = make_report("Last.", published=MORNING + HOUR)
    undated = make_report("Undated.", published=None)
    store.reports.add([last, undated, first, early])
    view = View(since=MORNING, until=MORNING + HOUR)
    assert store.reports.articles(view) == (first.article,)
    assert store.reports.articles(View()) == (early.article, first.article, last.article)
    assert [p.article_id for p in store.reports.publications(view)] == [first.article.id]
    assert store.reports.publications(view)[0].published_at == MORNING
    assert store.reports.undated() == (undated.article.id,)


def test_as_of_asks_both_clocks(store, make_report):
    archived = make_report("Archived.", published=MORNING)
    late = make_report("Came late.", published=MORNING, known=MORNING + 3 * HOUR)
    later = make_report("Published later.", published=MORNING + 2 * HOUR)
    store.reports.add([archived, late, later])
    known = {
        hours: {a.text for a in store.reports.articles(View(as_of=MORNING + hours * HOUR))}
        for hours in (-1, 0, 2, 3)
    }
    assert known[-1] == set()
    assert known[0] == {"Archived."}
    assert known[2] == {"Archived.", "Published later."}
    assert known[3] == {"Archived.", "Published later.", "Came late."}


def test_times_of_other_zones_and_fractions_sort_by_moment(store, make_report):
    east = make_report("East.", published=datetime(2025, 3, 11, 12, tzinfo=timezone(5 * HOUR)))
    west = make_report("West.", published=datetime(2025, 3, 11, 7, 0, 0, 5, tzinfo=UTC))
    store.reports.add([west, east])
    assert [a.text for a in store.reports.articles(View())] == ["East.", "West."]


def test_claims_are_kept_for_each_version_of_the_extractor(store, make_report, make_extracted):
    report = make_report("The ministry said ten drones were shot down.")
    store.reports.add([report])
    old, new = make_extracted(report), make_extracted(report, speaker="The ministry")
    article_id, claim_id = report.article.id, old.claims[0].id
    assert store.claims.add("one", [old]) == 1
    assert store.claims.add("one", [new]) == 0
    assert store.claims.of("one", [article_id]) == old.claims
    assert store.claims.extracted("two", [article_id]) == frozenset()
    assert store.claims.add("two", [new]) == 1
    assert store.claims.of("two", [article_id]) == new.claims
    assert store.claims.claim(claim_id) == new.claims[0]
    assert store.claims.extraction("one", article_id) == old.extraction
    assert store.claims.extraction("three", article_id) is None


def test_a_lineage_comes_back_whole_under_its_key(store):
    assert store.runs.lineage("key") is None
    store.runs.add_lineage("key", a_lineage())
    store.runs.add_lineage("key", a_lineage())
    assert store.runs.lineage("key") == a_lineage()


def test_a_run_keeps_its_findings_and_issues_in_order(store):
    issues = tuple(
        Issue(stage="text", severity="note", subject=name, code="short", message="One word.")
        for name in ("b", "a")
    )
    findings = (a_finding("fnd-2"), a_finding("fnd-1"))
    for _ in range(2):
        store.runs.add(a_manifest(), theatre="ukraine", findings=findings, issues=issues)
    assert store.runs.findings("run-1") == findings
    assert store.runs.issues("run-1") == issues
    assert store.runs.manifest("run-1") == a_manifest()
    store.runs.add(a_manifest("run-0"), theatre="ukraine", findings=(), issues=())
    assert store.runs.latest("ukraine") == a_manifest("run-0")
    assert store.runs.latest("gaza") is None


def test_a_brief_comes_back_by_id_and_by_theatre(store):
    store.runs.add_brief(a_brief())
    store.runs.add_brief(a_brief())
    assert store.runs.brief("brf-1") == a_brief()
    assert store.runs.briefs("ukraine") == (a_brief(),)
    assert store.runs.briefs("gaza") == ()


def test_anything_is_found_by_the_start_of_its_id(store, make_report, make_extracted):
    report = make_report("Ten drones were shot down.")
    store.reports.add([report])
    store.claims.add("one", [make_extracted(report)])
    store.claims.add("two", [make_extracted(report, speaker="Somebody")])
    store.runs.add_lineage("key", a_lineage())
    store.runs.add(a_manifest(), theatre="ukraine", findings=[a_finding()], issues=())
    again = a_finding(status="corroborated")
    store.runs.add(a_manifest("run-2"), theatre="ukraine", findings=[again], issues=())
    store.runs.add_brief(a_brief())
    kinds = [
        found.kind
        for prefix in ("raw-", "art-", "clm-", "org-", "sty-", "fnd-", "brf-", "run-1")
        for found in store.find(prefix)
    ]
    assert kinds == ["document", "article", "claim", "origin", "story", "finding", "brief", "run"]
    assert store.find("fnd-")[0].record == again
    assert store.find("clm-")[0].record.speaker == "Somebody"
    assert [found.id for found in store.find("run-")] == ["run-1", "run-2"]
    assert len(store.find("", limit=3)) == 3
    assert store.find("zzz") == ()
    assert store.find("%") == ()
    assert store.find("арт") == ()


def test_search_finds_words_phrases_and_other_scripts(store, make_report, make_extracted):
    strikes = make_report("Drone strikes hit a port.", title="Night at the coast")
    talks = make_report("Перемовини про перемир’я тривають.", title="Talks go on")
    store.reports.add([strikes, talks])
    store.claims.add("one", [make_extracted(strikes)])
    hits = store.search("strike port")
    assert {(hit.kind, hit.article_id) for hit in hits} == {
        ("article", strikes.article.id),
        ("claim", strikes.article.id),
    }
    assert [hit.id for hit in store.search("перемовини")] == [talks.article.id]
    assert [hit.title for hit in store.search("coast")] == ["Night at the coast"]
    assert store.search('"hit a port"') != ()
    assert store.search('"port a hit"') == ()


def test_search_takes_whatever_a_person_types(store, make_report):
    store.reports.add([make_report("A port.")])
    for query in ("", "  ", '"', "*", "port*", "NOT", "a OR", "title:port", "(", '"port', "-port"):
        assert isinstance(store.search(query), tuple)
    assert store.search("…") == ()


def test_search_knows_only_what_was_known(store, make_report):
    store.reports.add([make_report("A port.", published=MORNING, known=MORNING + HOUR)])
    assert store.search("port", as_of=MORNING) == ()
    assert len(store.search("port", as_of=MORNING + HOUR)) == 1


def test_a_thousand_ids_can_be_asked_for_at_once(store, make_report):
    batch = [make_report(f"Report {number}.") for number in range(1200)]
    store.reports.add(batch)
    assert len(store.reports.known([report.document.id for report in batch])) == 1200
    assert len(store.reports.select([report.article.id for report in batch])) == 1200
