"""Sentences that cannot stand alone are refused, each for its reason."""

from collections.abc import Callable

import pytest

from sitrep.brief.write.eligible import refuse
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Troops left.", "too-short"),
        ("He visited the northern region with officials.", "leans-on-the-sentence-before"),
        ("We have seen the army leave the northern region.", "first-or-second-person"),
        ("Has the army really left the whole northern region?", "question"),
        ("The minister said (the army has left the northern region.", "half-a-quotation"),
        ("The northern envoy said that Norland could not explain these reports.", "points-back"),
        ("The northern army claimed ten tanks without evidence for these claims.", None),
        ('The northern envoy said "the army of the north has left the port of Harbour.', None),
        ("It is very likely that the northern army will leave Harbour by night.", None),
        ("The army has left the northern region by night", "no-full-stop"),
        ("The visit came a day after the army left the northern region.",
         "leans-on-the-sentence-before"),
        ("Northern troops will not attack, he said after the talks.", "pronoun-speaks"),
        ("Soldiers who fight there took the northern region by night.", "points-to-a-place"),
        ("More than 400 soldiers had surrendered in the northern region.", "reported-speech"),
        ("The suspension was lifted in the northern region by night.",
         "leans-on-the-sentence-before"),
        ("The northern army needs to send its troops more weapons by spring.", "opinion"),
        ("The army left <b>the northern region</b> by night on Wednesday.", "markup"),
        ("Videos show smoke over the northern port Many residents have left by night.", "run-on"),
        ("On its channel, it said that the army had left the region.",
         "pronoun-speaks"),
        ("The northern army accused them of leaving an approved route.", "points-back"),
        ("The office of the northern envoy denied it, officials said.", None),
        ("Northern envoy Ada Holm’s office in Harbour denied it.", "points-back"),
        ("Northern troops took the village and later lost it.", None),
        ("The northern union said that it will free all of them in spring.", "points-back"),
        ("The northern union counted about 100 cranes, most of them broken.", None),
        ("The northern text, as envoys describe it, offers a truce.", None),
        ("Pope Leo made that appeal at the end of the first meeting.", "points-back"),
        ("Volunteers asked for a full retreat from the territory.", "place-told-before"),
        ("Volunteers met in the region with officials from the north.", "place-told-before"),
        ("After the call with the army, that seems what the leader is doing.", "points-back"),
        ("The northern army said 74 of the drones were shot down.", "part-of-a-count-before"),
        ("The northern army said 74 of 117 drones were shot down.", None),
        ("The northern army did not immediately comment on the loss of Harbour.", "says-nothing"),
        ("Northern troops have left the border region by night.", None),
        ('The foreign minister said "we have left" the northern region by night.', None),
    ],
)  # fmt: skip
def test_reason_for_refusal(
    text: str,
    reason: str | None,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    assert refuse(make_claim(make_article(text)), resolved=False) == reason


def test_pronoun_that_a_name_will_replace_is_no_hindrance(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    claim = make_claim(make_article("He said that the army would leave the northern region."))
    assert refuse(claim, resolved=True) is None
