"""Map: whose report an article carries as a whole, by its dateline, byline, lead or signature."""

import re
from collections.abc import Iterator

from sitrep.lineage.credits import Credit, CreditFinder
from sitrep.lineage.wording import body
from sitrep.model.base import Record
from sitrep.model.documents import Article

GOVERNED_WORDS = 350
"""A credit in the lead carries a text of at most this many words whole; a longer one has reporting
of its own beside it. Agency relays run to 60 to 250 words; reports that quote an agency once in
the lead to 400 and more."""

OPENING_SENTENCES = 3
SENTENCE_CHARS = 1_000

CLOSING_CHARS = 240
"""A signature or contribution line stands this near to the end of the text."""

OUTSIDE = frozenset({"signature", "syndication", "contribution"})
"""Forms of credit that stand outside the sentences of a report."""

_TITLE_END = re.compile(r"\s[—–|-]\s+(?P<name>[^—–|]{2,40})$")


class Carried(Record, frozen=True, kw_only=True):
    """The credits that govern an article; `own` where it has reporting of its own as well."""

    article_id: str
    credits: tuple[Credit, ...] = ()
    own: bool = True


def carried(article: Article, finder: CreditFinder, *, publisher: str) -> Carried:
    """Return whose report `article` carries: nobody's but its outlet's where no credit governs it.

    `publisher` is the key of the article's own outlet, whose name in its own text is no credit.
    Dateline, byline and closing signature govern the article, so does the lead of a short one. A
    credit further inside governs one statement, not the article: it is left to the claim.
    """
    length = sum(article.text.count(" ", part.start, part.end) + 1 for part in body(article))
    signed = [c for c in _signed(article, finder) if c.agency != publisher]
    lead = [c for c in _lead(article, finder) if c.agency != publisher]
    whole = [c for c in signed if c.form != "contribution"]
    return Carried(
        article_id=article.id,
        credits=tuple(dict.fromkeys((*signed, *lead))),
        own=not whole and not (lead and length <= GOVERNED_WORDS),
    )


def _signed(article: Article, finder: CreditFinder) -> Iterator[Credit]:
    """Yield the credits of byline, dateline and closing lines, which stand outside the story."""
    if article.byline:
        yield from finder.find(article.byline, where="byline")
    for sentence in article.sentences:
        text = article.text[sentence.start : sentence.end]
        if sentence.kind == "dateline":
            yield from finder.find(text, where="dateline")
        elif sentence.kind == "furniture":
            yield from (c for c in finder.find(text) if c.form in OUTSIDE - {"signature"})
    for text in _opening(article):
        yield from (c for c in finder.find(text) if c.where == "dateline")
    closing = finder.find(article.text[-CLOSING_CHARS:])
    yield from (c for c in closing if c.form in OUTSIDE)


def _lead(article: Article, finder: CreditFinder) -> Iterator[Credit]:
    """Yield the credits of the title's end ("— Bloomberg") and of the opening sentences.

    The first sentence says whose news it is. Relays of a wire name it at the end of the second or
    third; another outlet named there, or somebody who told it something, stands for one statement.
    """
    if named := _TITLE_END.search(article.title):
        yield from finder.find(named["name"], where="byline")
    for place, text in enumerate(_opening(article)):
        found = finder.find(text)
        yield from (c for c in found if place == 0 or (c.wire and c.form == "report"))


def _opening(article: Article) -> list[str]:
    """Return the first body sentences."""
    return [
        article.text[part.start : min(part.end, part.start + SENTENCE_CHARS)]
        for part in body(article)[:OPENING_SENTENCES]
    ]
