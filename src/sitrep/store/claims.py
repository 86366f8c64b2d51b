"""Extractions and claims, kept for each version of the extractor."""

from collections.abc import Collection, Sequence

from sitrep.model.extraction import Claim, Extraction
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.protocol import Extracted
from sitrep.store.records import Records

_EXTRACTION = dialect.insert("extractions", ("article_id", "version", "record"))
_CLAIM = dialect.insert("claims", ("extraction", "position", "id", "record"))
_INDEX = (
    "INSERT INTO claim_index (claim_id, article_id, extraction, published_at, known_at, fields)"  # noqa: S608 - a constant
    f" SELECT ?, id, ?, published_at, {dialect.KNOWN}, ? FROM articles WHERE id = ?"
)
_WORDS = (
    "INSERT INTO claim_words (rowid, text, speaker, place, type, outlet, lang)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)

_EXTRACTIONS = Records(Extraction)
_CLAIMS = Records(Claim)


class SqlClaims:
    """`Claims` in tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, version: str, batch: Sequence[Extracted]) -> int:
        """Keep a batch, all or nothing, and return how many extractions are new."""
        with self._database.transaction():
            return sum(self._add(version, extracted) for extracted in batch)

    def _add(self, version: str, extracted: Extracted) -> bool:
        extraction = extracted.extraction
        number = self._database.run(
            _EXTRACTION, (extraction.article_id, version, _EXTRACTIONS.write(extraction))
        )
        if number is None:
            return False
        self._database.run_many(
            _CLAIM,
            (
                (number, position, claim.id, _CLAIMS.write(claim))
                for position, claim in enumerate(extracted.claims)
            ),
        )
        outlet = self._outlet(extraction.article_id)
        for claim in extracted.claims:
            self._add_words(claim, number, outlet)
        return True

    def _add_words(self, claim: Claim, extraction: int, outlet: str) -> None:
        """Index the claim as this version made it; an older version's index is left behind."""
        searched = _searched(claim)
        fields = "\n".join(searched)
        held = self._database.rows(
            "SELECT number, fields FROM claim_index WHERE claim_id = ? AND current = 1", (claim.id,)
        )
        if any(row[1] == fields for row in held):
            return
        for row in held:
            self._database.run("UPDATE claim_index SET current = 0 WHERE number = ?", (row[0],))
        number = self._database.run(_INDEX, (claim.id, extraction, fields, claim.article_id))
        if number is not None:
            self._database.run(
                _WORDS, (number, claim.evidence.quote, *searched, outlet, claim.language)
            )

    def _outlet(self, article_id: str) -> str:
        rows = self._database.rows(
            "SELECT json_extract(record, '$.outlet') || ' | ' || source_id FROM articles"
            " WHERE id = ?",
            (article_id,),
        )
        return str(rows[0][0]) if rows else ""

    def extracted(self, version: str, article_ids: Collection[str]) -> frozenset[str]:
        """Return those of `article_ids` that this version has read."""
        rows = self._database.rows(
            f"SELECT article_id FROM extractions WHERE version = ? AND article_id {dialect.MEMBER}",  # noqa: S608 - a constant
            (version, dialect.members(article_ids)),
        )
        return frozenset(row[0] for row in rows)

    def extraction(self, version: str, article_id: str) -> Extraction | None:
        """Return what this version found in an article."""
        rows = self._database.rows(
            "SELECT record FROM extractions WHERE version = ? AND article_id = ?",
            (version, article_id),
        )
        return _EXTRACTIONS.read(rows[0][0]) if rows else None

    def of(self, version: str, article_ids: Collection[str]) -> tuple[Claim, ...]:
        """Return the claims this version made from the articles, by article and place in it."""
        rows = self._database.rows(
            "SELECT c.record FROM extractions AS e JOIN claims AS c ON c.extraction = e.number"  # noqa: S608 - a constant
            f" WHERE e.version = ? AND e.article_id {dialect.MEMBER}"
            " ORDER BY e.article_id, c.position",
            (version, dialect.members(article_ids)),
        )
        return tuple(_CLAIMS.read(row[0]) for row in rows)

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim as the newest version made it."""
        rows = self._database.rows(
            "SELECT record FROM claims WHERE id = ? ORDER BY extraction DESC LIMIT 1", (claim_id,)
        )
        return _CLAIMS.read(rows[0][0]) if rows else None


def _searched(claim: Claim) -> tuple[str, str, str]:
    """Return the words by which a claim's speaker, places and types are found."""
    kinds = [claim.track, claim.stance, *(event.type for event in claim.events)]
    kinds += [event.mode for event in claim.events if event.mode]
    kinds += [figure.kind for figure in claim.figures]
    who = [claim.speaker, *([claim.speaker_id] if claim.speaker_id else [])]
    places = [place.name for place in claim.places]
    return " | ".join(who), " | ".join(places), " | ".join(dict.fromkeys(kinds))
