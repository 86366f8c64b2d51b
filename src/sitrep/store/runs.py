"""Lineages, findings, issues, manifests and briefs."""

from collections.abc import Sequence
from datetime import datetime

from sitrep.model.base import Record
from sitrep.model.brief import Brief
from sitrep.model.findings import Finding
from sitrep.model.issues import Issue, RunManifest
from sitrep.model.lineage import Lineage, Link, Origin, Story
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.records import Records

_LINEAGE = dialect.insert("lineages", ("key", "links"))
_PART = dialect.insert("lineage_parts", ("key", "kind", "position", "id", "record"))
_RUN = dialect.insert("runs", ("id", "theatre", "record"))
_AGAIN = "UPDATE runs SET number = (SELECT max(number) + 1 FROM runs), record = ? WHERE id = ?"
_FINDING = dialect.insert("findings", ("run_id", "position", "id", "record"))
_INDEX = (
    "INSERT INTO finding_index (run_id, position, origins, first_at, last_at)"
    " VALUES (?, ?, ?, ?, ?)"
)
_WORDS = "INSERT INTO finding_words (rowid, text, speaker, place, type) VALUES (?, ?, ?, ?, ?)"
_ISSUE = dialect.insert("issues", ("run_id", "position", "record"))
_RUN_OF = "(SELECT number FROM runs WHERE id = json_extract(briefs.record, '$.method.run_id'))"
"""When the run behind a brief was made, among all runs: of one window the last brief counts."""
_BRIEFS_OF = f"SELECT record FROM briefs WHERE theatre = ? ORDER BY until, {_RUN_OF}, id"  # noqa: S608
_BRIEF_BEFORE = (
    "SELECT record FROM briefs WHERE theatre = ? AND until < ?"  # noqa: S608 - a name of ours
    f" ORDER BY until DESC, {_RUN_OF} DESC, id LIMIT 1"
)
_BRIEF = dialect.insert("briefs", ("id", "theatre", "until", "record"))


class _Links(Record, frozen=True, kw_only=True):
    links: tuple[Link, ...]


_LINKS = Records(_Links)
_ORIGINS = Records(Origin)
_STORIES = Records(Story)
_RUNS = Records(RunManifest)
_FINDINGS = Records(Finding)
_ISSUES = Records(Issue)
_BRIEFS = Records(Brief)


class SqlRuns:
    """`Runs` in tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_lineage(self, key: str, lineage: Lineage) -> None:
        """Keep a lineage under a key that names the articles and the code it came from."""
        origins = (
            (key, "origin", position, origin.id, _ORIGINS.write(origin))
            for position, origin in enumerate(lineage.origins)
        )
        stories = (
            (key, "story", position, story.id, _STORIES.write(story))
            for position, story in enumerate(lineage.stories)
        )
        with self._database.transaction():
            links = _LINKS.write(_Links(links=lineage.links))
            if self._database.run(_LINEAGE, (key, links)) is None:
                return
            self._database.run_many(_PART, origins)
            self._database.run_many(_PART, stories)

    def lineage(self, key: str) -> Lineage | None:
        """Return the lineage kept under `key`."""
        rows = self._database.rows("SELECT links FROM lineages WHERE key = ?", (key,))
        if not rows:
            return None
        return Lineage(
            origins=tuple(map(_ORIGINS.read, self._parts(key, "origin"))),
            stories=tuple(map(_STORIES.read, self._parts(key, "story"))),
            links=_LINKS.read(rows[0][0]).links,
        )

    def _parts(self, key: str, kind: str) -> tuple[str, ...]:
        rows = self._database.rows(
            "SELECT record FROM lineage_parts WHERE key = ? AND kind = ? ORDER BY position",
            (key, kind),
        )
        return tuple(row[0] for row in rows)

    def add(
        self,
        manifest: RunManifest,
        *,
        theatre: str | None,
        findings: Sequence[Finding],
        issues: Sequence[Issue],
    ) -> None:
        """Keep a run's manifest, findings and issues; an analysis kept already becomes the last."""
        run = manifest.run_id
        with self._database.transaction():
            record = _RUNS.write(manifest)
            if self._database.run(_RUN, (run, theatre, record)) is None:
                if theatre is not None:  # a reading keeps the counts of its first time
                    self._database.run(_AGAIN, (record, run))
                return
            self._database.run_many(
                _FINDING,
                (
                    (run, position, finding.id, _FINDINGS.write(finding))
                    for position, finding in enumerate(findings)
                ),
            )
            for position, finding in enumerate(findings):
                self._index(run, position, finding)
            self._database.run_many(
                _ISSUE,
                ((run, position, _ISSUES.write(issue)) for position, issue in enumerate(issues)),
            )

    def _index(self, run: str, position: int, finding: Finding) -> None:
        first, last = map(dialect.timestamp, (finding.first_known_at, finding.last_known_at))
        number = self._database.run(_INDEX, (run, position, finding.origins, first, last))
        answers = " ".join(answer.text for answer in finding.answers)
        who = " | ".join(name for answer in finding.answers for name in answer.claimants)
        kinds = f"{finding.track} | {finding.status} | {finding.question.kind}"
        text = f"{finding.question.text} {answers}"
        self._database.run(_WORDS, (number, text, who, finding.place or "", kinds))

    def manifest(self, run_id: str) -> RunManifest | None:
        """Return a run's manifest."""
        rows = self._database.rows("SELECT record FROM runs WHERE id = ?", (run_id,))
        return _RUNS.read(rows[0][0]) if rows else None

    def latest(self, theatre: str) -> RunManifest | None:
        """Return the manifest of the theatre's last run over the present, else over a past."""
        rows = self._database.rows(
            "SELECT record FROM runs WHERE theatre = ?"
            " ORDER BY json_extract(record, '$.as_of') IS NOT NULL, number DESC LIMIT 1",
            (theatre,),
        )
        return _RUNS.read(rows[0][0]) if rows else None

    def findings(self, run_id: str) -> tuple[Finding, ...]:
        """Return a run's findings in their order."""
        rows = self._database.rows(
            "SELECT record FROM findings WHERE run_id = ? ORDER BY position", (run_id,)
        )
        return tuple(_FINDINGS.read(row[0]) for row in rows)

    def issues(self, run_id: str) -> tuple[Issue, ...]:
        """Return a run's issues in their order."""
        rows = self._database.rows(
            "SELECT record FROM issues WHERE run_id = ? ORDER BY position", (run_id,)
        )
        return tuple(_ISSUES.read(row[0]) for row in rows)

    def add_brief(self, brief: Brief) -> None:
        """Keep a brief."""
        with self._database.transaction():
            self._database.run(
                _BRIEF,
                (
                    brief.id,
                    brief.theatre,
                    dialect.timestamp(brief.method.until),
                    _BRIEFS.write(brief),
                ),
            )

    def brief(self, brief_id: str) -> Brief | None:
        """Return a brief."""
        rows = self._database.rows("SELECT record FROM briefs WHERE id = ?", (brief_id,))
        return _BRIEFS.read(rows[0][0]) if rows else None

    def brief_before(self, theatre: str, until: datetime) -> Brief | None:
        """Return the theatre's brief whose window ended last before `until`."""
        rows = self._database.rows(_BRIEF_BEFORE, (theatre, dialect.timestamp(until)))
        return _BRIEFS.read(rows[0][0]) if rows else None

    def briefs(self, theatre: str) -> tuple[Brief, ...]:
        """Return the theatre's briefs, by the end of their window, their run and id."""
        rows = self._database.rows(_BRIEFS_OF, (theatre,))
        return tuple(_BRIEFS.read(row[0]) for row in rows)
