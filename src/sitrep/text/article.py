"""RawItem → Article."""

import html
import re
from datetime import datetime

from sitrep.language.identify import identify
from sitrep.model.documents import Article, RawItem
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue, Severity
from sitrep.settings import Limits
from sitrep.text.disguise import INVISIBLE
from sitrep.text.furniture import Marked, mark
from sitrep.text.markup import DEPTH, Page, TooDeep, fragment_page, page_of
from sitrep.text.outlets import outlet_of
from sitrep.text.published import EARLIEST, LATEST, NOTES, Evidence, Published, published
from sitrep.text.stamps import parse_stamp
from sitrep.vocabulary.types import Vocabulary

EXTRACTED = frozenset({"en", "uk", "ru"})
"""Languages that the extract stage reads."""
LEAST_WORDS = 5
"""Fewer words are no report."""
TITLE_CHARS = 200
ORDER_CHARS = 120
"""Characters that an issue shows of an instruction."""

_CLIP = re.compile(r"/(?:video|clip)s?/")
_HEADING = re.compile(r"\A#{1,6}[ \t]+(?P<title>[^\n]+?)[ \t#]*$", re.MULTILINE)


class _Problems:
    """The issues of one report."""

    def __init__(self, item: RawItem) -> None:
        document = item.document
        path = document.path or document.url or document.id
        self.where = path if document.record is None else f"{path}[{document.record}]"
        self.found: list[Issue] = []

    def add(self, code: str, message: str, severity: Severity = "warning") -> None:
        text = f"{self.where}: {message}"
        self.found.append(
            Issue(stage="text", severity=severity, subject=self.where, code=code, message=text)
        )

    def trickery(self, page: Page, marked: Marked) -> None:
        """Tell what the report hides from readers, disguises, or tells machines to do."""
        if page.hidden:
            reason = f"{page.hidden} words that the page hides from its readers are not read"
            self.add("hidden-text", reason, "note")
        for why in marked.disguised:
            self.add("disguised-text", f"sentences with {why} are not read")
        for start, end in marked.orders[:1]:
            shown = " ".join(page.text[start:end].split())[:ORDER_CHARS]
            reason = f"sentences that instruct a machine are not read: {shown!a}"
            self.add("instructs-a-machine", reason)

    def date(self, when: Published) -> None:
        """Tell what is doubtful in a date."""
        for code, message in when.problems:
            self.add(code, message, "note" if code in NOTES else "warning")


def to_article(
    item: RawItem, *, vocabulary: Vocabulary, limits: Limits
) -> tuple[Article | None, tuple[Issue, ...]]:
    """Return the article that `item` holds, or None, with the issues that tell what is wrong.

    The text of records and plain files is theirs, character for character, up to
    `limits.text_chars`; that of HTML is its words. Never raises for bad content.
    """
    problems = _Problems(item)
    if item.withdrawn:
        return _notice(item, problems, vocabulary), tuple(problems.found)
    page = _page(item, problems, limits)
    if page is None:
        return None, tuple(problems.found)
    language = identify(page.text)
    clip = bool(_CLIP.search(page.url or ""))
    marked = mark(page.text, page.title or "", language, clip=clip)
    problems.trickery(page, marked)
    when = published(Evidence(page.published, page.url, marked.dateline, item.file_date, page.text))
    problems.date(when)
    document = item.document
    source_id, outlet = outlet_of(item, page.url, page.site, vocabulary)
    article = Article(
        id=make_id("art", document.source_id, page.url, item.given_id, page.title, page.text),
        raw_id=document.id,
        source_id=source_id,
        outlet=outlet,
        url=page.url,
        title=page.title or "",
        text=page.text,
        language=language,
        byline=page.byline or (", ".join(marked.byline.names) if marked.byline else None),
        published_at=when.moment,
        date_basis=when.basis,
        known_at=document.fetched_at or _moment(item.fetched, problems),
        partial=item.partial or marked.paywalled,
        sentences=marked.sentences,
        given_id=item.given_id,
        path=document.path,
        record=document.record,
        modified_at=_changed(item, when.moment, problems),
    )
    _judge(article, problems)
    return article, tuple(problems.found)


def _notice(item: RawItem, problems: _Problems, vocabulary: Vocabulary) -> Article:
    """Return the notice that a report is withdrawn, whatever words it holds."""
    document, text = item.document, _content(item).text
    when = published(Evidence(item.published, document.url))
    source_id, outlet = outlet_of(item, document.url, None, vocabulary)
    name = item.title or document.url or item.given_id or "a report without an address"
    problems.add("withdrawn", f"{outlet} withdraws {name}", "note")
    if document.url is None and item.given_id is None:
        reason = "names neither address nor id: no report is taken back"
        problems.add("withdrawn-unknown", reason)
    return Article(
        id=make_id(
            "art", document.source_id, document.url, item.given_id, item.title, text, "withdrawn"
        ),
        raw_id=document.id,
        source_id=source_id,
        outlet=outlet,
        url=document.url,
        title=item.title or "",
        text=text,
        language=identify(text) if text.strip() else "und",
        published_at=when.moment,
        date_basis=when.basis,
        known_at=document.fetched_at or _moment(item.fetched, problems),
        given_id=item.given_id,
        path=document.path,
        record=document.record,
        modified_at=_changed(item, when.moment, problems),
        usable=False,
    )


def _moment(written: str | None, problems: _Problems) -> datetime | None:
    """Return a fetch or change time in UTC; None, and an issue, where it cannot be read."""
    stamp = parse_stamp(written) if written else None
    if stamp is not None and EARLIEST <= stamp.moment < LATEST:
        return stamp.moment
    if written:
        problems.add("bad-date", f"cannot read the time {written[:60]!r} beyond doubt: not used")
    return None


def _changed(item: RawItem, first: datetime | None, problems: _Problems) -> datetime | None:
    """Return when the text was last changed, None where that is not after its publication."""
    changed = _moment(item.modified, problems)
    return changed if changed and first and changed > first else None


def _page(item: RawItem, problems: _Problems, limits: Limits) -> Page | None:
    """Return the words with what the record, else the page, declares; None: no article."""
    try:
        page = page_of(item) if item.form == "page" else _content(item)
    except TooDeep:
        problems.add("too-deep", f"HTML nested deeper than {DEPTH} levels: not read")
        return None
    if page is None or not page.text.strip():
        problems.add("no-text", "no readable text")
        return None
    if len(page.text) > limits.text_chars:
        reason = f"text of {len(page.text):,} characters: only the first {limits.text_chars:,} read"
        problems.add("too-long", reason)
        page = page._replace(text=page.text[: limits.text_chars])
    if len(page.text.split(maxsplit=LEAST_WORDS)) < LEAST_WORDS:
        problems.add("too-short", f"fewer than {LEAST_WORDS} words: no report")
        return None
    title = item.title or page.title or _first_line(page.text)
    return page._replace(
        title=" ".join(INVISIBLE.sub("", html.unescape(title)).split()),
        url=item.document.url or page.url,
        published=item.published or page.published,
        byline=item.byline or page.byline,
    )


def _content(item: RawItem) -> Page:
    content = item.content or ""
    return fragment_page(content) if item.form == "html" else Page(text=content)


def _first_line(text: str) -> str:
    heading = _HEADING.match(text.lstrip())
    line = heading["title"] if heading else text.lstrip().split("\n", 1)[0]
    return line if len(line) <= TITLE_CHARS else line[:TITLE_CHARS].rsplit(" ", 1)[0] + "…"


def _judge(article: Article, problems: _Problems) -> None:
    if article.language not in EXTRACTED:
        reason = f"language {article.language!r} is kept but not extracted"
        problems.add("language-not-handled", reason, "note")
    if all(sentence.kind != "body" for sentence in article.sentences):
        problems.add("no-body", "nothing but page furniture", "note")
