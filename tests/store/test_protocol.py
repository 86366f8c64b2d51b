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
from sitrep.store.query import parse

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


def test_the_latest_run_is_the_one_made_last_of_the_present(store):
    for name in ("run-1", "run-2", "run-1"):
        store.runs.add(a_manifest(name), theatre="ukraine", findings=[a_finding()], issues=())
    assert store.runs.latest("ukraine").run_id == "run-1"
    past = replace(a_manifest("run-3"), as_of=MORNING)
    store.runs.add(past, theatre="ukraine", findings=(), issues=())
    assert store.runs.latest("ukraine").run_id == "run-1"
    assert len(store.runs.findings("run-1")) == 1


def test_a_brief_comes_back_by_id_and_by_theatre(store):
    store.runs.add_brief(a_brief())
    store.runs.add_brief(a_brief())
    assert store.runs.brief("brf-1") == a_brief()
    assert store.runs.briefs("ukraine") == (a_brief(),)
    assert store.runs.briefs("gaza") == ()


def test_of_briefs_over_one_window_that_of_the_last_run_counts(store):
    for name in ("run-9", "run-1"):
        store.runs.add(a_manifest(name), theatre="ukraine", findings=(), issues=())
        brief = replace(a_brief(), id=f"brf-{name}", method=replace(a_brief().method, run_id=name))
        store.runs.add_brief(brief)
    assert [one.id for one in store.runs.briefs("ukraine")] == ["brf-run-9", "brf-run-1"]
    assert store.runs.brief_before("ukraine", MORNING + 2 * HOUR).id == "brf-run-1"


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


def ids(store, text, kind="article", **more):
    return [hit.id for hit in store.search(parse(text), kind=kind, **more)]


def test_search_finds_words_phrases_and_other_scripts(store, make_report, make_extracted):
    strikes = make_report("Drone strikes hit a port.", title="Night at the coast")
    talks = make_report("Перемовини про перемир’я тривають.", title="Talks go on")
    store.reports.add([strikes, talks])
    found = make_extracted(strikes)
    store.claims.add("one", [found])
    assert ids(store, "strike port") == [strikes.article.id]
    assert ids(store, "strike port", "claim") == [found.claims[0].id]
    assert ids(store, "перемовини") == [talks.article.id]
    assert store.search(parse("coast"), kind="article")[0].title == "Night at the coast"
    assert ids(store, '"hit a port"') == [strikes.article.id]
    assert ids(store, '"port a hit"') == []
    assert ids(store, "port -strikes") == []


def test_a_word_of_the_title_weighs_more_than_one_of_the_text(store, make_report):
    told = make_report("The bridge was closed and a harbour was named.", title="On a bridge")
    named = make_report("The harbour was closed and a bridge was named.", title="On a harbour")
    store.reports.add([told, named])
    assert ids(store, "bridge")[0] == told.article.id
    assert ids(store, "harbour")[0] == named.article.id


def test_search_reads_nothing_a_person_types_as_an_operator(store, make_report):
    store.reports.add([make_report("A port.")])
    for typed in ("port*", "NOT", "a OR", "(port", "port)", "po^rt", "port AND", "{port}"):
        assert isinstance(ids(store, typed), list)


def test_search_knows_only_what_was_known(store, make_report):
    store.reports.add([make_report("A port.", published=MORNING, known=MORNING + HOUR)])
    assert ids(store, "port", as_of=MORNING) == []
    assert len(ids(store, "port", as_of=MORNING + HOUR)) == 1


def test_search_by_fields(store, make_report, make_extracted):
    early = make_report("Ten drones fell.", published=MORNING - 48 * HOUR)
    late = make_report("Six drones fell.", published=MORNING)
    store.reports.add([early, late])
    said = make_extracted(early, speaker="Anna Vale"), make_extracted(late, speaker="Ole Brandt")
    store.claims.add("one", said)
    assert ids(store, "speaker:vale", "claim") == [said[0].claims[0].id]
    assert ids(store, 'drones speaker:"ole brandt"', "claim") == [said[1].claims[0].id]
    assert ids(store, "drones since:2025-03-11") == [late.article.id]
    assert ids(store, "drones until:2025-03-11") == [early.article.id]
    assert set(ids(store, "drones outlet:plain lang:en")) == {early.article.id, late.article.id}
    assert ids(store, "drones lang:uk") == []
    assert ids(store, "since:2025-03-11") == [late.article.id]
    assert ids(store, "drones speaker:vale") == []


def test_a_newer_version_of_a_claim_is_found_by_its_new_speaker(store, make_report, make_extracted):
    report = make_report("Ten drones fell.")
    store.reports.add([report])
    store.claims.add("one", [make_extracted(report, speaker="Anna Vale")])
    store.claims.add("two", [make_extracted(report, speaker="Ole Brandt")])
    assert ids(store, "drones speaker:vale", "claim") == []
    assert len(ids(store, "drones speaker:brandt", "claim")) == 1


def test_findings_of_a_run_are_found_by_words_type_and_origins(store):
    store.runs.add(a_manifest(), theatre="ukraine", findings=[a_finding()], issues=())
    store.runs.add(a_manifest("run-2"), theatre="ukraine", findings=[], issues=())
    assert ids(store, "drones launched", "finding", run_id="run-1") == ["fnd-1"]
    assert ids(store, "type:single-origin type:strikes", "finding", run_id="run-1") == ["fnd-1"]
    assert ids(store, "origins:>=2", "finding", run_id="run-1") == []
    assert ids(store, "origins:1", "finding", run_id="run-1") == ["fnd-1"]
    assert ids(store, "drones", "finding", run_id="run-2") == []
    assert ids(store, "drones origins:1") == []


def test_a_thousand_ids_can_be_asked_for_at_once(store, make_report):
    batch = [make_report(f"Report {number}.") for number in range(1200)]
    store.reports.add(batch)
    assert len(store.reports.known([report.document.id for report in batch])) == 1200
    assert len(store.reports.select([report.article.id for report in batch])) == 1200
