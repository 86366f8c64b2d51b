"""The two steps of a run: `ingest` reads reports into the store, `analyse` draws from it."""

from sitrep.engine.analyse import analyse
from sitrep.engine.analysis import Analysis
from sitrep.engine.ingest import IngestReport, ingest
from sitrep.engine.progress import Progress, silent

__all__ = ["Analysis", "IngestReport", "Progress", "analyse", "ingest", "silent"]
