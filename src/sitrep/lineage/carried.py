"""Map: whose report an article carries as a whole, by its dateline, byline, lead or signature."""

import re
from collections.abc import Iterator

from sitrep.lineage.credits import Credit, CreditFinder
from sitrep.lineage.wording import words
from sitrep.model.base import Record
from sitrep.model.documents import Article, Sentence

GOVERNED_WORDS = 350
"""A credit in the lead carries a text of at most this many words whole; a longer one has reporting
of its own beside it. Agency relays run to 60 to 250 words; reports that quote an agency once in
the lead to 400 and more."""

CLOSING_CHARS = 240
"""A signature or contribution line stands this near to the end of the text."""

_TITLE_END = re.compile(r"\s[—–|-]\s+(?P<name>[^—–|]{2,40})$")


class Carried(Record, frozen=True, kw_only=True):
    """The outlets whose report an article carries; `own` where it has reporting of its own too."""

    article_id: str
    agencies: tuple[str, ...] = ()
    own: bool = True
    reasons: tuple[str, ...] = ()


def carried(article: Article, finder: CreditFinder, *, publisher: str) -> Carried:
    """Return whose report `article` carries: nobody's but its outlet's where no credit governs it.

    `publisher` is the key of the article's own outlet, whose name in its own text is no credit.
    Dateline, byline and closing signature govern the article, so does the lead of a short one. A
    credit further inside governs one statement, not the article: it is left to the claim.
    """
    text = " ".join(article.text[s.start : s.end] for s in _body(article))
    short = len(words(text)) <= GOVERNED_WORDS
    signed = [c for c in _signed(article, finder) if c.agency != publisher]
    lead = [c for c in _lead(article, finder) if c.agency != publisher]
    whole = [c for c in signed if c.form != "contribution"] or (lead if short else [])
    return Carried(
        article_id=article.id,
        agencies=tuple(sorted({credit.agency for credit in (*signed, *lead)})),
        own=not whole,
        reasons=tuple(sorted({reason for c in (*signed, *lead) for reason in c.reasons})),
    )


def _body(article: Article) -> list[Sentence]:
    if not article.sentences:
        return [Sentence(start=0, end=len(article.text))]
    return [sentence for sentence in article.sentences if sentence.kind == "body"]


def _signed(article: Article, finder: CreditFinder) -> Iterator[Credit]:
    """Yield the credits of byline, dateline and closing lines, which stand outside the story."""
    if article.byline:
        yield from finder.find(article.byline, where="byline")
    for sentence in article.sentences:
        if sentence.kind == "dateline":
            dateline = article.text[sentence.start : sentence.end]
            yield from finder.find(dateline, where="dateline")
    yield from (c for c in finder.find(article.text[:400]) if c.where == "dateline")
    closing = finder.find(article.text[-CLOSING_CHARS:])
    yield from (c for c in closing if c.form in {"signature", "contribution"})


def _lead(article: Article, finder: CreditFinder) -> Iterator[Credit]:
    """Yield the credits of the title's end ("— Bloomberg") and of the first body sentence."""
    if named := _TITLE_END.search(article.title):
        yield from finder.find(named["name"], where="byline")
    for sentence in _body(article)[:1]:
        yield from finder.find(article.text[sentence.start : sentence.end][:1000])
