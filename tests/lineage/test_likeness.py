"""What makes two articles one story."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from sitrep.lineage.features import Features, features
from sitrep.lineage.likeness import Facts
from sitrep.lineage.neighbours import CANDIDATES, KEY_CAP, compared
from sitrep.lineage.telling import likenesses, tellings
from sitrep.lineage.wording import wording

MONDAY = datetime(2031, 6, 2, 6, tzinfo=UTC)
RAIN = {"rain": 3, "ford": 2, "sheep": 1}


def made(id_, terms=RAIN, **fields):
    fields = {
        "encoded": "",
        "figures": frozenset(),
        "wires": frozenset(),
        "language": "en",
        "published_at": MONDAY,
    } | fields
    return Features(article_id=id_, terms=terms, **fields)


def pairs(told):
    left, right = compared(told)
    return [(told.ids[one], told.ids[other]) for one, other in zip(left, right, strict=True)]


def score(left, right, meaning=0.5):
    rows = np.array([[1, 0], [meaning, (1 - meaning**2) ** 0.5]], dtype=np.float32)
    told = tellings([left, right], rows)
    return float(likenesses(told, np.array([0]), np.array([1]))[0])


def test_shared_terms_and_meaning_add_up():
    assert score(made("a"), made("b")) == pytest.approx(1 + 0.4 * 0.5)
    assert score(made("a"), made("b", {"snow": 1}), meaning=0.0) == 0.0


def test_between_languages_the_meaning_speaks_alone():
    german = made("b", {"furt": 3, "regen": 2}, language="de")
    assert score(made("a"), german, meaning=0.8) == pytest.approx(0.7 * 0.8)
    assert score(made("a", language="en-GB"), made("b", language="en-US"), meaning=0.5) > 1


def test_terms_may_tell_something_unless_both_languages_are_known_and_differ():
    spoken = ["en", "de", "und", "en-GB"]
    facts = Facts.of([made(name, language=name) for name in spoken])
    left, right = np.triu_indices(len(spoken), 1)
    foreign = facts.foreign(left, right)
    assert [{spoken[left[at]], spoken[right[at]]} for at in np.flatnonzero(foreign)] == [
        {"en", "de"},
        {"de", "en-GB"},
    ]


def test_figures_need_no_translation():
    figures = frozenset({"74", "117", "38"})
    english, german = made("a", figures=figures), made("b", {"furt": 3}, language="de")
    both = made("b", {"furt": 3}, language="de", figures=figures)
    assert score(english, both) == pytest.approx(score(english, german) + 0.15)


def test_a_translation_of_the_same_wire_is_likelier_than_another_report():
    wire = frozenset({"northwire"})
    german = made("b", {"furt": 3}, language="de", wires=wire)
    assert score(made("a", wires=wire), german) > score(made("a"), german)


def test_likeness_fades_with_days_but_not_for_lack_of_a_date():
    late = made("b", published_at=MONDAY + timedelta(days=20))
    assert score(made("a"), late) == pytest.approx(0.7 * score(made("a"), made("b")))
    assert score(made("a"), made("b", published_at=None)) == score(made("a"), made("b"))


def test_other_figures_on_another_day_tell_of_another_event():
    first, second = frozenset({"31", "40"}), frozenset({"22", "25"})
    next_day = MONDAY + timedelta(days=1)
    same = score(made("a", figures=first), made("b", figures=first, published_at=next_day))
    other = score(made("a", figures=first), made("b", figures=second, published_at=next_day))
    revised = score(made("a", figures=first), made("b", figures=second))
    assert other == pytest.approx(0.4 * same)
    assert revised == same


def test_articles_of_two_languages_are_compared_without_a_shared_word():
    rows = np.array([[1, 0], [0.8, 0.6]], dtype=np.float32)
    german = made("b", {"furt": 3}, language="de")
    assert pairs(tellings([made("a"), german], rows)) == [("a", "b")]


def test_an_article_is_compared_with_those_that_share_its_rarest_terms():
    """However many there are, so that the work grows with the articles, not with their square."""
    items = [
        made(f"{n:03}", {"war": 1, f"event{n // 60}": 2, f"place{n // 2}": 3}) for n in range(180)
    ]
    found = pairs(tellings(items, np.tile(np.eye(2, dtype=np.float32)[:1], (180, 1))))
    assert len(items) > KEY_CAP
    assert {(f"{n:03}", f"{n + 1:03}") for n in range(0, 180, 2)} <= set(found)
    assert all(int(left) // 60 == int(right) // 60 for left, right in found)
    assert len(found) <= CANDIDATES * len(items)


def test_features_read_title_lead_and_figures_but_no_furniture(make_article):
    text = "Sign in to read more today. The ford flooded in 2031 and drowned 12 sheep."
    article = make_article("a", text, title="Ford flooded")
    item = wording(article)
    furniture = np.arange(len(item.tokens)) < 6
    seen = features(article, item, furniture, wires=frozenset())
    assert "sign" not in seen.terms
    assert seen.terms["ford"] > seen.terms["sheep"]
    assert seen.figures == {"12"}
    assert seen.encoded.startswith("Ford flooded. The ford flooded")
