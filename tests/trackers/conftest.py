"""Reports of a truce, through the real extractor and ledger, to the states that follow."""

import shutil
from datetime import UTC, datetime
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

DATA = Path(__file__).parents[1] / "data" / "trackers"


class Told:
    """Reports of one theatre, read once; findings as known at any moment."""

    def __init__(self, reports, name, vocabulary, extractor, engines):
        self.vocabulary, self.theatre = vocabulary, theatre(vocabulary, name)
        self.engines = engines
        self.articles = [_article(one, self.theatre.title, vocabulary) for one in reports]
        self.claims = [
            claim
            for one in self.articles
            for claim in extractor.claims(one, extractor.extract(one))
        ]

    def findings(self, at: datetime):
        """Return findings and claims by id of what was published by `at`."""
        articles = [one for one in self.articles if one.published_at <= at]
        known = {one.id for one in articles}
        claims = [claim for claim in self.claims if claim.article_id in known]
        findings = build(
            claims,
            articles={one.id: one for one in articles},
            lineage=trace(articles, vocabulary=self.vocabulary, encoder=self.engines.encoder),
            theatre=self.theatre,
            vocabulary=self.vocabulary,
        )
        return findings, {claim.id: claim for claim in claims}


def _article(report, title, vocabulary):
    text = report["text"]
    outlet = next(one for one in vocabulary.outlets.values() if one.name == report["outlet"])
    at = (
        report["at"] if isinstance(report["at"], datetime) else datetime.fromisoformat(report["at"])
    )
    return Article(
        id=make_id("art", report["outlet"], at.isoformat(), text),
        raw_id="raw",
        source_id=outlet.id,
        outlet=outlet.name,
        title=title,
        text=text,
        language="en",
        published_at=at.astimezone(UTC),
        date_basis="declared",
        sentences=tuple(Sentence(start=start, end=end) for start, end in split(text)),
    )


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    """Return a function from reports and a theatre's id to what they tell."""
    engines, kept = Engines(), {}

    def of(reports, name):
        if name not in kept:
            folder = tmp_path_factory.mktemp(name)
            own = DATA / "theatres" / f"{name}.yaml"
            if own.exists():
                shutil.copy(own, folder)
            vocabulary = load(folder)
            kept[name] = vocabulary, Extractor(engines, vocabulary)
        return Told(reports, name, *kept[name], engines)

    return of


def read(path):
    """Return a YAML file."""
    return yaml.safe_load(path.read_text("utf-8"))
