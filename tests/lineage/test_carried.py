"""Which credits govern a whole article."""

from sitrep.lineage.carried import carried
from sitrep.lineage.credits import CreditFinder
from sitrep.model.documents import Sentence

LONG = " ".join(f"Clerk number {n} wrote the cost of the flood into the ledger." for n in range(60))


def judged(article, vocabulary, publisher="harbour gazette"):
    result = carried(article, CreditFinder(vocabulary), publisher=publisher)
    return {credit.agency for credit in result.credits}, result.own


def test_a_credit_in_the_lead_carries_a_short_article(make_article, vocabulary):
    article = make_article("a", "The ford is under water, Northwire reported. It rained all week.")
    assert judged(article, vocabulary) == ({"northwire"}, False)


def test_a_long_article_has_reporting_of_its_own_beside_the_credit(make_article, vocabulary):
    article = make_article("a", f"The ford is under water, Northwire reported. {LONG}")
    assert judged(article, vocabulary) == ({"northwire"}, True)


def test_a_credit_far_inside_is_left_to_the_claim(make_article, vocabulary):
    text = (
        f"The ford is under water. It rained. Sheep drowned. {LONG} Vesta Press said so too. {LONG}"
    )
    assert judged(make_article("a", text), vocabulary) == (set(), True)


def test_the_second_sentence_counts_for_an_agency_only(make_article, vocabulary):
    wire = make_article("a", "The ford is under water. Sheep drowned, Northwire reported.")
    other = make_article("b", "The ford is under water. Sheep drowned, Capital Post reported.")
    assert judged(wire, vocabulary) == ({"northwire"}, False)
    assert judged(other, vocabulary) == (set(), True)


def test_an_outlet_does_not_credit_itself(make_article, vocabulary):
    article = make_article("a", "The ford is under water, a shepherd told Northwire.")
    assert judged(article, vocabulary, publisher="northwire") == (set(), True)


def test_the_end_of_a_title_names_the_source(make_article, vocabulary):
    article = make_article("a", "The ford is under water.", title="Ford flooded — Capital Post")
    assert judged(article, vocabulary) == ({"capital-post"}, False)


def test_a_contribution_leaves_the_article_its_own(make_article, vocabulary):
    article = make_article(
        "a", f"The ford is under water. {LONG} Northwire contributed to this report."
    )
    assert judged(article, vocabulary) == ({"northwire"}, True)


def test_a_note_in_the_furniture_says_that_the_text_was_taken_over(make_article, vocabulary):
    note = "Die Meldung wurde von Northwire übernommen."
    text = f"{note} Die Furt steht unter Wasser."
    parts = (
        Sentence(start=0, end=len(note), kind="furniture"),
        Sentence(start=len(note) + 1, end=len(text)),
    )
    article = make_article("a", text, sentences=parts, language="de")
    assert judged(article, vocabulary) == ({"northwire"}, False)
