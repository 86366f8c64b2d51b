"""Exact and near copies, excerpts, and what is none of them."""

import numpy as np

from sitrep.lineage.copies import blocks, candidates, compare, copies
from sitrep.lineage.scan import scan
from sitrep.lineage.signature import signature
from sitrep.lineage.wording import wording


def links(articles, vocabulary):
    signatures = {id_: item.signature for id_, item in scan(articles, vocabulary).items()}
    return copies(blocks(signatures.values()).values(), signatures)


def test_the_same_words_in_another_dress_are_duplicates(make_article, vocabulary):
    left = make_article("a", "The mill burned down on Friday; nobody was hurt.")
    right = make_article("b", "THE MILL burned down on Friday – nobody was hurt!", outlet="Echo")
    (link,) = links([left, right], vocabulary)
    assert (link.left, link.right, link.relation, link.score) == ("a", "b", "duplicate", 1.0)


def test_an_edited_copy_is_a_near_duplicate_with_its_likeness(reports, vocabulary):
    (link,) = links([reports["bridge-wire"], reports["bridge-edit"]], vocabulary)
    assert link.relation == "near_duplicate"
    assert 0.6 <= link.score < 1
    assert "Jaccard" in link.reasons[0]


def test_an_excerpt_is_contained_in_the_longer_text(reports, vocabulary):
    (link,) = links([reports["bridge-short"], reports["bridge-wire"]], vocabulary)
    assert (link.left, link.right, link.relation) == ("bridge-wire", "bridge-short", "contains")
    assert link.score == 1.0


def test_one_quotation_does_not_make_two_reports_copies(reports, vocabulary):
    assert links([reports["raid-quote-a"], reports["raid-quote-b"]], vocabulary) == ()


def test_two_reporters_write_no_copies(reports, vocabulary):
    assert links([reports["swap-wire"], reports["swap-own"]], vocabulary) == ()


def test_texts_without_words_are_copies_of_nothing(make_article, vocabulary):
    assert links([make_article("a", ""), make_article("b", "…", outlet="Echo")], vocabulary) == ()


def test_one_word_articles_are_compared_by_that_word(make_article, vocabulary):
    pair = [make_article("a", "Rain"), make_article("b", "Rain", outlet="Echo")]
    assert [link.relation for link in links(pair, vocabulary)] == ["duplicate"]
    other = [make_article("a", "Rain"), make_article("b", "Snow", outlet="Echo")]
    assert links(other, vocabulary) == ()


def test_furniture_makes_no_copies(make_article, vocabulary):
    menu = "Sign in to read more of our award-winning journalism from around the lakes every day."
    news = ["The mill burned.", "A calf won first prize.", "The council met late.", "Snow fell."]
    articles = [make_article(f"a{n}", f"{menu} {text}", title=text) for n, text in enumerate(news)]
    assert links(articles, vocabulary) == ()


def test_a_passage_of_twelve_words_is_always_found(make_article):
    shared = "eleven barges lay crosswise under the arches when the flood wave finally came"
    rest = " ".join(f"word{n}" for n in range(80))
    other = " ".join(f"term{n}" for n in range(80))
    items = [
        wording(make_article(id_, text))
        for id_, text in (("a", f"{rest} {shared}"), ("b", f"{shared} {other}"))
    ]
    made = {i.article_id: signature(i, np.zeros(len(i.tokens), dtype=bool)) for i in items}
    assert candidates(blocks(made.values()).values(), made) == [("a", "b")]


def test_a_block_of_many_costs_few_comparisons(make_article):
    items = [
        wording(make_article(f"a{n:03}", "The mill burned down on Friday.")) for n in range(200)
    ]
    made = {i.article_id: signature(i, np.zeros(len(i.tokens), dtype=bool)) for i in items}
    pairs = candidates(blocks(made.values()).values(), made)
    assert len(pairs) < 2 * 200
    assert all(compare(made[left], made[right]).relation == "duplicate" for left, right in pairs)
