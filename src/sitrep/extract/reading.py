"""An article with its parsed sentences: what every extractor reads."""

from dataclasses import dataclass

from spacy.tokens import Doc

from sitrep.model.documents import Article
from sitrep.model.extraction import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """One body sentence. `doc` is its parse, None where it was not parsed (language, no claim).

    Token offsets in `doc` are relative to `start`: `token.idx + start` is the article's offset.
    """

    start: int
    end: int
    text: str
    doc: Doc | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article with its body sentences in text order."""

    article: Article
    sentences: tuple[ReadSentence, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span [start, end) of the article's text, in code points."""
        article = self.article
        return Span(article_id=article.id, start=start, end=end, quote=article.text[start:end])
