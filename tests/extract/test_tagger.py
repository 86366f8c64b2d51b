"""The network that marks cues, sources and contents."""

from collections.abc import Callable
from time import process_time

import numpy as np
import pytest
from spacy.strings import hash_string

from sitrep.extract.quotes import find_quotes
from sitrep.extract.reading import Reading
from sitrep.extract.tagger import Tagged, _best_paths, tagger
from sitrep.extract.tokens import VECTOR, Ints, Tokens, _edges, tabulate
from sitrep.extract.windows import KINDS, MOST_AFTER, MOST_BEFORE, children_of, window

Read = Callable[[str], Reading]
MOST_SECONDS = 30
FILLED = (("say", "rain"), ("VBD", "NN"), ("ROOT", "nsubj"))


def table(reading: Reading) -> Tokens:
    return tabulate(reading, find_quotes(reading.article.text, reading.sentences))


def words(tokens: Tokens, rows: tuple[int, ...]) -> str:
    return " ".join(tokens.words[row].text for row in rows)


def test_marks_cue_source_and_content(parsed: Read) -> None:
    tokens = table(parsed("The governor said that the dam had held."))
    (found,) = tagger().tag(tokens).found
    assert isinstance(found, Tagged)
    assert words(tokens, tuple(range(found.cue, found.cue_end))) == "said"
    assert words(tokens, found.source) == "The governor"
    assert words(tokens, found.content).endswith("the dam had held")
    assert 0 < found.score <= 1


def test_the_same_text_gives_the_same_marks_beside_other_sentences(parsed: Read) -> None:
    alone = tagger().tag(table(parsed("The governor said that the dam had held.")))
    beside = tagger().tag(
        table(parsed("The governor said that the dam had held. It rained all night."))
    )
    assert [(a.cue, a.source, a.content) for a in alone.found] == [
        (b.cue, b.source, b.content) for b in beside.found
    ]


def test_a_window_has_one_source_and_every_inside_a_beginning() -> None:
    outside, source, source_on, content, content_on = np.eye(5, dtype=np.float32)
    again = 0.5 * source + 0.2 * outside
    rows = [source, source_on, outside, again, content, content_on, outside]
    first, second = _best_paths(np.stack([*rows, content_on, outside]), [len(rows), 2])
    assert first.tolist() == [1, 2, 0, 0, 3, 4, 0]
    assert second.tolist()[0] != 4


def test_a_text_without_parsed_sentences_has_no_marks(parsed: Read) -> None:
    assert tagger().tag(table(parsed(""))).found == ()


def test_tokens_lie_where_their_words_stand(parsed: Read) -> None:
    text = "Rain fell. “We wait,” the pilot said."
    tokens = table(parsed(text))
    for row, token in enumerate(tokens.words):
        assert text[tokens.start[row] : tokens.end[row]] == token.text
    quoted = [t.text for t, flag in zip(tokens.words, tokens.quoted, strict=True) if flag]
    assert quoted == ["“", "We", "wait", ",", "”"]


def test_a_window_is_limited_and_its_numbers_stay_in_their_tables(parsed: Read) -> None:
    text = "The pilot said " + "that it rained and " * 60 + "it was cold."
    tokens = table(parsed(text))
    dep = np.zeros(len(tokens), np.int64)
    around = window(tokens, dep, children_of(tokens.head), 2, 3)
    assert (around.first, around.last) == (0, 83)
    for numbers, kinds in zip((around.distance, around.branch, around.place), KINDS, strict=True):
        assert 0 <= numbers.min() <= numbers.max() < kinds


def sentence_of(size: int, heads: Ints) -> Tokens:
    """Return one sentence of `size` words in which every fiftieth is "said"."""
    rows = np.arange(size)
    said = rows % 50 == 1
    hashed = [np.where(said, hash_string(a), hash_string(b)) for a, b in FILLED]
    lemma, tag, dep = (numbers.astype(np.uint64) for numbers in hashed)
    left, right = _edges(heads)
    return Tokens(
        words=(),
        forms=tuple(np.where(said, "said", "rain").tolist()),
        lemma=lemma,
        tag=tag,
        dep=dep,
        head=heads,
        left=left,
        right=right,
        case=np.zeros(size, np.int64),
        quoted=np.zeros(size, np.int64),
        sentence=np.zeros(size, np.int64),
        start=rows * 5,
        end=rows * 5 + 4,
        vector=np.zeros((size, VECTOR), np.float32),
    )


@pytest.mark.parametrize("deep", [True, False])
def test_a_sentence_of_100_000_words_takes_seconds(deep: bool) -> None:  # noqa: FBT001 - two trees
    rows = np.arange(100_000)
    heads = np.maximum(rows - 1, 0) if deep else np.zeros_like(rows)
    begun = process_time()
    found = tagger().tag(sentence_of(len(rows), heads))
    assert process_time() - begun < MOST_SECONDS
    for tagged in found.found:
        own = (*tagged.source, *tagged.content)
        assert tagged.cue - MOST_BEFORE <= min(own)
        assert max(own) < tagged.cue_end + MOST_AFTER


def test_the_ends_of_subtrees_are_those_of_the_parse(parsed: Read) -> None:
    tokens = table(
        parsed("The governor, who had flown in, said that the dam which broke had held.")
    )
    for row, word in enumerate(tokens.words):
        assert (tokens.left[row], tokens.right[row]) == (word.left_edge.i, word.right_edge.i)
