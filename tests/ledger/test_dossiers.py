"""Short reports in, the finding that must come out: through the real extractor and lineage."""

from pathlib import Path

import pytest
import yaml

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.ledger.build import build
from sitrep.lineage.trace import trace
from sitrep.model.documents import Article, Sentence
from sitrep.model.ids import make_id
from sitrep.vocabulary.load import load, theatre

DOSSIERS = sorted((Path(__file__).parents[1] / "data" / "ledger" / "dossiers").glob("*.yaml"))


@pytest.fixture(scope="module")
def engines():
    return Engines()


@pytest.fixture(scope="module")
def vocabulary():
    return load()


@pytest.fixture(scope="module")
def extractor(engines, vocabulary):
    return Extractor(engines, vocabulary)


def article(report, title, vocabulary):
    text = report["text"]
    outlet = next(
        (one for one in vocabulary.outlets.values() if one.name == report["outlet"]), None
    )
    return Article(
        id=make_id("art", report["outlet"], report["at"], text),
        raw_id="raw",
        source_id=outlet.id if outlet else report["outlet"],
        outlet=report["outlet"],
        title=title,
        text=text,
        language="en",
        published_at=report["at"],
        date_basis="declared",
        sentences=tuple(Sentence(start=start, end=end) for start, end in split(text)),
    )


def matches(finding, wanted):
    """Tell whether a finding is the one that the dossier asks for."""
    best = finding.answers[0]
    found = {
        "kind": finding.question.kind,
        "status": finding.status,
        "origins": finding.origins,
        "articles": len(finding.articles),
        "sides": list(finding.sides),
        "answers": {answer.text for answer in finding.answers},
        "answers_by": list(best.claimants),
    }
    about = wanted.get("about", "").casefold()
    return about in finding.question.text.casefold() and all(
        found[name] >= set(value) if name == "answers" else found[name] == value
        for name, value in wanted.items()
        if name in found
    )


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_the_finding_comes_out(path, extractor, engines, vocabulary):
    dossier = yaml.safe_load(path.read_text("utf-8"))
    articles = [article(report, dossier["title"], vocabulary) for report in dossier["reports"]]
    claims = [claim for one in articles for claim in extractor.claims(one, extractor.extract(one))]
    findings = build(
        claims,
        articles={one.id: one for one in articles},
        lineage=trace(articles, vocabulary=vocabulary, encoder=engines.encoder),
        theatre=theatre(vocabulary, dossier["theatre"]),
        vocabulary=vocabulary,
    )
    wanted = dossier["finding"]
    found = [finding for finding in findings if matches(finding, wanted)]
    shown = [
        (
            f.question.kind,
            f.question.text,
            [a.text for a in f.answers],
            f.status,
            f.origins,
            f.sides,
        )
        for f in findings
    ]
    assert found, shown
    if "supersedes" in wanted:
        (before,) = [finding for finding in findings if finding.id == found[0].supersedes]
        assert before.status == "superseded"
        assert before.answers[0].text == wanted["supersedes"]
