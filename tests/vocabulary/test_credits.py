from pathlib import Path

import pytest

from sitrep.model.errors import VocabularyError
from sitrep.vocabulary.credits import FILE, credit_words, load_credits


def test_the_built_in_words_are_read():
    assert "according to" in credit_words().according


def test_a_piece_that_is_no_regular_expression_is_named(tmp_path: Path):
    path = tmp_path / "credits.yaml"
    path.write_text(FILE.read_text("utf-8").replace("has learned", '"(unclosed"'), "utf-8")
    with pytest.raises(VocabularyError, match="not a regular expression"):
        load_credits(path)
