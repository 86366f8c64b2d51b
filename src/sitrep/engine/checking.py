"""Anyone's text against reports from files, without a store."""

from collections.abc import Sequence
from datetime import date

from sitrep.brief.verify.evidence import Known
from sitrep.brief.verify.known import known_names
from sitrep.brief.verify.library import Checked, Library
from sitrep.engine.direct import articles
from sitrep.engine.issue_log import IssueLog
from sitrep.model.documents import Article
from sitrep.model.errors import NothingUsable
from sitrep.settings import Settings
from sitrep.vocabulary.types import Vocabulary


def check_text(
    text: str,
    sources: Sequence[str],
    *,
    settings: Settings,
    vocabulary: Vocabulary,
    log: IssueLog,
) -> tuple[Checked, ...]:
    """Return every sentence of `text` with the verdict of the reports in `sources` on it.

    Offices are those of the day of the newest report. Raises NothingUsable when `sources` hold no
    report; other problems go to `log`.
    """
    found = articles(sources, settings=settings, vocabulary=vocabulary, log=log)
    if not found:
        raise NothingUsable(f"nothing usable in {', '.join(sources)}")
    day = _newest(found)
    known = known_names(vocabulary, day) if day else Known()
    return tuple(Library(found, known=known).check(text))


def _newest(found: Sequence[Article]) -> date | None:
    times = [article.published_at for article in found if article.published_at]
    return max(times).date() if times else None
