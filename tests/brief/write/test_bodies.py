"""A body that goes by its letters is named in full once."""

from collections.abc import Callable

from msgspec.structs import replace

from sitrep.brief.write.bodies import in_full
from sitrep.brief.write.edits import apply
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Mention, Span
from sitrep.vocabulary.types import Vocabulary


def test_letters_are_written_out_at_first_mention(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("The IDF's drones struck a depot, and the IDF left.")
    mentions = tuple(
        Mention(
            span=Span(article_id=article.id, start=at, end=at + 3, quote="IDF"),
            kind="organisation",
            name="Israel Defense Forces",
            entity_id="idf",
        )
        for at in range(len(article.text))
        if article.text.startswith("IDF", at)
    )
    claim = replace(make_claim(article), mentions=mentions)
    told = "The Israel Defense Forces’ drones struck a depot, and the IDF left."
    assert apply(article.text, 0, in_full(claim, vocabulary, ())) == told
    left = article.text.replace("'", "’")
    assert apply(article.text, 0, in_full(claim, vocabulary, {"idf"})) == left
    assert apply(article.text, 0, in_full(claim, vocabulary, (), [(0, 60)])) == left
