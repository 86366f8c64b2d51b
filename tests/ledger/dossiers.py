"""Runs a dossier of short reports through every stage up to the ledger, and compares."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.ledger.build import build
from sitrep.lineage.trace import trace
from sitrep.model.documents import Article
from sitrep.model.findings import Finding
from sitrep.settings import Limits
from sitrep.sources.read import read
from sitrep.text.article import to_article
from sitrep.text.repeated import mark_repeated
from sitrep.vocabulary.load import load, theatre

DATA = Path(__file__).parents[1] / "data" / "ledger"
DOSSIERS = sorted((DATA / "dossiers").glob("*.yaml"))
Wanted = Mapping[str, Any]


class Desk:
    """The stages with their engines, loaded once for all dossiers."""

    def __init__(self) -> None:
        self.background = yaml.safe_load((DATA / "background.yaml").read_text("utf-8"))
        self.vocabulary = load(DATA / "theatres")
        self.engines = Engines()
        self.extractor = Extractor(self.engines, self.vocabulary)

    def findings(self, dossier: Wanted, folder: Path) -> tuple[Finding, ...]:
        """Return the findings of a dossier's reports, which are read from a file in `folder`."""
        articles = self._articles(dossier, folder)
        claims = [claim for one in articles for claim in self.extractor.run(one)[1]]
        return build(
            claims,
            articles={one.id: one for one in articles},
            lineage=trace(articles, vocabulary=self.vocabulary, encoder=self.engines.encoder),
            theatre=theatre(self.vocabulary, dossier["theatre"]),
            vocabulary=self.vocabulary,
        )

    def _articles(self, dossier: Wanted, folder: Path) -> tuple[Article, ...]:
        path = folder / "reports.jsonl"
        following = self.background[dossier["theatre"]]
        lines = [
            record(report, dossier["title"], sentence)
            for report, sentence in zip(dossier["reports"], following, strict=False)
        ]
        assert len(lines) == len(dossier["reports"])
        path.write_text("\n".join(lines), encoding="utf-8")
        read_ones = [
            to_article(item, vocabulary=self.vocabulary, limits=Limits())[0]
            for item in read([str(path)], limits=Limits())
        ]
        assert None not in read_ones
        return mark_repeated([one for one in read_ones if one is not None])


def load_dossier(path: Path) -> Wanted:
    return yaml.safe_load(path.read_text("utf-8"))


def record(report: Wanted, title: str, background: str) -> str:
    """Return a report as the JSON line that an archive would hold."""
    at = report["at"].isoformat()
    return json.dumps(
        {
            "source": report["outlet"],
            "title": report.get("title", title),
            "published": at,
            "link": f"https://example.org/{report['outlet']}/{at}".replace(" ", "-"),
            "lang": report.get("language", "en"),
            "text": f"{report['text']} {report.get('background', background)}",
        },
        ensure_ascii=False,
    )


def differences(wanted: Wanted, finding: Finding) -> dict[str, tuple[object, object]]:
    """Return what a finding has otherwise than asked: (wanted, found) by field."""
    answers = {answer.text: set(answer.claimants) for answer in finding.answers}
    found = {
        "kind": finding.question.kind,
        "status": finding.status,
        "origins": finding.origins,
        "articles": len(finding.articles),
        "sides": list(finding.sides),
        "credibility": finding.grade.credibility,
        "first": finding.answers[0].text,
        "by": sorted(finding.answers[0].claimants),
    }
    asked = {**wanted, **({"by": sorted(wanted["by"])} if "by" in wanted else {})}
    unlike = {
        name: (asked[name], value)
        for name, value in found.items()
        if name in asked and asked[name] != value
    }
    if wanted.get("about", "").casefold() not in finding.question.text.casefold():
        unlike["about"] = (wanted["about"], finding.question.text)
    for text, claimants in wanted.get("answers", {}).items():
        if answers.get(text) != set(claimants):
            unlike[f"answer {text}"] = (sorted(claimants), answers)
    return unlike


def fits(wanted: Wanted, finding: Finding) -> bool:
    return not differences(wanted, finding)


def alike(wanted: Wanted, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings on the question asked for, whatever the answers."""
    asked = {name: wanted[name] for name in ("kind", "about") if name in wanted}
    current = [one for one in findings if one.status != "superseded"]
    return [one for one in current if fits(asked, one)]


def shown(findings: Iterable[Finding]) -> str:
    return "\n".join(
        f"{one.question.kind} | {one.question.text} | "
        f"{[(a.text, a.claimants) for a in one.answers]} | {one.status} {one.origins} "
        f"{one.sides} {one.grade.credibility} articles {len(one.articles)}"
        for one in findings
    )
