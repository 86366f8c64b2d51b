"""The transformer that reads words in their sentences."""

from collections.abc import Callable

import numpy as np

from sitrep.extract.quotes import find_quotes
from sitrep.extract.reading import Reading
from sitrep.extract.tagger import tagger
from sitrep.extract.tagger_encoder import MOST_TOGETHER, parts_of
from sitrep.extract.tokens import Floats, Tokens, tabulate

Read = Callable[[str], Reading]
ENCODER = tagger()._encoder


def table(reading: Reading) -> Tokens:
    return tabulate(reading, find_quotes(reading.article.text, reading.sentences))


def near(left: Floats, right: Floats) -> bool:
    return bool(np.allclose(left, right, atol=1e-4))


def test_a_word_is_read_in_its_sentence(parsed: Read) -> None:
    tokens = table(parsed("The bank flooded. The bank lent money."))
    read = ENCODER.read(tokens)
    assert len(read) == len(tokens)
    assert not near(read[1], read[5])


def test_a_sentence_is_read_alike_alone_and_beside_others(parsed: Read) -> None:
    alone = ENCODER.read(table(parsed("The governor said that the dam had held.")))
    beside = ENCODER.read(table(parsed("It rained. The governor said that the dam had held.")))
    assert near(alone, beside[-len(alone) :])


def test_a_long_sentence_is_read_in_parts_and_every_word_once(parsed: Read) -> None:
    tokens = table(parsed("The pilot said " + "that it rained and " * 60 + "it was cold."))
    parts = parts_of(tokens, ENCODER.pieces)
    assert len(parts) > 1
    assert sum(len(part.firsts) for part in parts) == len(tokens)
    assert max(len(part.numbers) for part in parts) <= MOST_TOGETHER + 1
    assert len(ENCODER.read(tokens)) == len(tokens)
