"""The ledger's words: complete, and a fault named by file, line and field."""

import pytest

from sitrep.model.errors import VocabularyError
from sitrep.vocabulary.questions import FILE, load_questions


def test_every_weight_is_a_share():
    words = load_questions()
    for weights in (words.weights, words.event_weights, words.count_weights):
        assert all(0 <= weight <= 1 for weight in weights.values())


def test_a_broken_pattern_is_named_with_its_line(tmp_path):
    copy = tmp_path / "questions.yaml"
    lines = FILE.read_text("utf-8").splitlines()
    at = lines.index("unconfirmed:") + 1
    lines[at] = '  - "\\\\b(deny"'
    copy.write_text("\n".join(lines), "utf-8")
    with pytest.raises(VocabularyError, match="not a regular expression") as fault:
        load_questions(copy)
    assert fault.value.line == at + 1
    assert fault.value.field == "unconfirmed[0]"
