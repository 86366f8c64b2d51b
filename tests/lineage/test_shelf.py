"""What a story book keeps of articles: counts of terms, and the latest by meaning."""

import numpy as np

from sitrep.lineage.recent import Recent
from sitrep.lineage.terms import Terms


def vector(angle: float) -> np.ndarray:
    return np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


def test_a_rarer_term_says_more():
    terms = Terms()
    for count in range(9):
        terms.add({"war": 1, f"town{count}": 2})
    numbers, often = terms.add({"war": 1, "dam": 3})
    weights = dict(zip(numbers.tolist(), terms.weights(numbers).tolist(), strict=True))
    assert max(weights, key=weights.get) == numbers[-1]
    assert often.tolist() == [1.0, np.float32(1 + np.log(3))]


def test_a_term_of_no_document_is_forgotten_and_its_number_used_again():
    terms = Terms()
    for number in range(5_000):
        numbers, _ = terms.add({f"word{number}": 1, "war": 1})
        terms.drop(numbers)
    assert len(terms) == 0
    assert int(terms.add({"dam": 1})[0].max()) < 2


def test_the_latest_are_kept_and_the_nearest_come_first():
    recent = Recent(100)
    for number in range(250):
        recent.add(f"{number}", vector(number / 100))
    assert recent.nearest(vector(2.49), 2) == ["249", "248"]
    assert recent.nearest(vector(0.0), 1) == ["150"]
    recent.drop("249")
    recent.drop("3")
    assert recent.nearest(vector(2.49), 1) == ["248"]


def test_nothing_is_near_where_nothing_is_kept():
    assert Recent(10).nearest(vector(1.0), 3) == []
    none = Recent(0)
    none.add("a", vector(1.0))
    assert none.nearest(vector(1.0), 3) == []
