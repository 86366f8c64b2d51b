"""The quotation carries what its speaker meant, about something that a reader knows."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sitrep.brief.apt import Apt
from sitrep.brief.material import Material
from sitrep.brief.write.sentences import Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

TITLE = "Putin backs the idea of a truce but says questions remain"
PUTIN = ("Putin", "vladimir-putin", "Vladimir Putin", "said")
Judged = Callable[[str, str], tuple[bool, float]]


@pytest.fixture
def judged(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_finding: Callable[..., Finding],
    make_material: Callable[..., Material],
) -> Judged:
    def judge(words: str, title: str) -> tuple[bool, float]:
        article = replace(make_article(f'"{words}," Putin said.'), title=title)
        claim = make_claim(article, speaker=PUTIN)
        apt = Apt(Writer(make_material((article,), (claim,), (make_finding(claim),))))
        return apt.stands(words, claim, article), apt.weight(words, claim, article)

    return judge


def test_what_was_conceded_before_a_turn_is_not_the_quotation(judged: Judged) -> None:
    assert not judged("The idea is right, and we support it", TITLE)[0]
    assert judged("There are questions about who would watch over a truce", TITLE)[0]
    assert judged("The idea is right, but who would watch over it", TITLE)[0]
    assert judged("The idea is right, and we support it", "Putin backs the idea of a truce")[0]


def test_words_that_point_back_do_not_stand_alone(judged: Judged) -> None:
    assert not judged("I would rather answer that question in a week", "Talks go on")[0]


def test_courtesy_and_asides_weigh_less(judged: Judged) -> None:
    title = "Putin says troops will hold the border"
    plain = judged("Our troops will hold the border of the region", title)[1]
    assert judged("We thank our troops, who will hold the border", title)[1] < plain / 2
    assert judged("Nobody wants to harm civilians in the villages", title)[1] < plain
