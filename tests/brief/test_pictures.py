"""Places of printed sentences become marks."""

import pytest
from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.pictures import pictures
from sitrep.model.brief import BriefSentence, Paragraph
from sitrep.model.extraction import Place, Span
from sitrep.model.pictures import Pictures, TheatreMap

TOWN = "Soldiers of the northern brigade left the border town of Sudzha during the night."
GROUND = TheatreMap(title="Ukraine: places", alternative="", region=(20, 43, 48, 57))


def place(name, lat, lon, **more):
    span = Span(article_id="a", start=0, end=1, quote="x")
    return Place(span=span, name=name, lat=lat, lon=lon, **more)


@pytest.fixture
def drawn(make_article, make_claim, make_finding, make_material):
    """What one printed sentence about these places puts on the map."""

    def build(*places, track="ground", named=None):
        article = make_article(TOWN)
        claim = make_claim(article, places=places)
        finding = make_finding(claim, track=track, place=named)
        material = make_material((article,), (claim,), (finding,), pictures=Pictures(map=GROUND))
        sentence = BriefSentence(text="Soldiers left.", citations=(), findings=(finding.id,))
        return pictures(material, (sentence,), (Paragraph(sentences=(sentence,)),)).map

    return build


def test_a_place_of_a_printed_finding_is_marked_once_with_its_sentence(drawn):
    (mark,) = drawn(place("Sudzha", 51.19, 35.27)).marks
    assert (mark.name, mark.kind, mark.note) == ("Sudzha", "ground", "Soldiers left.")
    assert mark.findings


def test_the_place_that_the_finding_is_about_goes_before_the_first_one_named(drawn):
    sumy, sudzha = place("Sumy", 50.9, 34.8), place("Sudzha", 51.19, 35.27)
    assert [mark.name for mark in drawn(sumy, sudzha, named="Sudzha").marks] == ["Sudzha"]


def test_a_region_and_its_capital_are_one_mark(
    make_article, make_claim, make_finding, make_material
):
    article = make_article(TOWN)
    spots = (place("Kursk", 51.73, 36.19), place("Kursk Oblast", 51.7, 36.2, precision=4))
    claims = [make_claim(article, places=(spot,)) for spot in spots]
    claims[1] = replace(claims[1], id="clm-2")
    found = [make_finding(claim, text=claim.id) for claim in claims]
    material = make_material((article,), tuple(claims), tuple(found), pictures=Pictures(map=GROUND))
    printed = [BriefSentence(text="x", citations=(), findings=(one.id,)) for one in found]
    assert [mark.name for mark in pictures(material, printed, ()).map.marks] == ["Kursk"]


def test_capitals_that_speak_and_whole_states_are_no_marks(drawn):
    assert drawn(place("Kyiv", 50.45, 30.5, use="metonym")).marks == ()
    assert drawn(place("Ukraine", 49, 32, precision=6)).marks == ()


def test_a_place_beyond_the_map_is_named_beside_it(drawn):
    shown = drawn(place("Istanbul", 41.0, 29.0), track="diplomacy")
    assert shown.marks == ()
    assert shown.outside == ("Istanbul",)
    assert shown.alternative.endswith("Outside the map: Istanbul.")


def test_the_alternative_says_what_the_map_shows(drawn):
    assert "Strikes: Sudzha." in drawn(place("Sudzha", 51.19, 35.27), track="strikes").alternative


def test_without_reports_there_is_no_picture_and_no_status_line(make_material):
    brief, _ = compose(make_material((), (), ()))
    assert brief.status is None
    assert brief.pictures == Pictures()
