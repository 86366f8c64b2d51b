import pickle

import numpy as np

from sitrep.language.engines import Engines


def test_engines_travel_to_workers_and_load_once():
    engines = pickle.loads(pickle.dumps(Engines()))
    assert engines.parser is Engines().parser


def test_each_sentence_is_parsed_as_one_tree():
    [doc] = Engines().parser.parse(["He said it. Then he left."])
    assert len(list(doc.sents)) == 1


def test_a_vector_depends_on_its_text_alone():
    encoder = Engines().encoder
    texts = [f"Report {number} on the talks in the capital." for number in range(70)]
    alone = encoder.encode(texts[7:8])
    assert np.array_equal(encoder.encode(texts)[7:8], alone)
    assert alone.shape == (1, 512)
    assert abs(float(np.linalg.norm(alone)) - 1) < 1e-5
    assert encoder.encode([]).shape == (0, 512)
