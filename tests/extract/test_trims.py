"""What may be cut from a sentence, and what never may."""

import pytest

from sitrep.extract.reading import ReadSentence
from sitrep.extract.trims import find_trims
from sitrep.language.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def cuts(parser: Parser, text: str, keep: tuple[tuple[int, int], ...] = ()) -> set[tuple[str, str]]:
    (doc,) = parser.parse([text])
    sentence = ReadSentence(start=0, end=len(text), text=text, doc=doc)
    return {(trim.kind, text[trim.start : trim.end]) for trim in find_trims(sentence, keep)}


def test_relative_clause_set_off_by_commas_can_go(parser: Parser) -> None:
    text = "The envoy, who was in the capital on Monday, said the deal was dead."
    assert ("relative", ", who was in the capital on Monday,") in cuts(parser, text)


def test_opening_connective_and_brackets_can_go(parser: Parser) -> None:
    found = cuts(parser, "But the army attacked two districts with 67 aerial vehicles (UAVs).")
    assert {("connective", "But"), ("parenthetical", "(UAVs)")} <= found


def test_participle_after_a_comma_can_go(parser: Parser) -> None:
    text = "The army attacked five districts with drones, breaking windows in six houses."
    assert ("adverbial", ", breaking windows in six houses") in cuts(parser, text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister has accused the north of bringing in arms, which the north denies.",
        "To end the war, the envoy needs the consent of both governments by spring.",
    ],
)
def test_denials_and_purposes_never_go(parser: Parser, text: str) -> None:
    assert not any(word in cut for _, cut in cuts(parser, text) for word in ("denies", "To end"))


@pytest.mark.parametrize(
    "text",
    [
        "The president would sign the truce, if the root causes were removed.",
        "The two sides stopped fire everywhere, except along the northern border.",
        "The port will reopen, provided that the mines are cleared.",
    ],
)
def test_condition_or_exception_never_goes(parser: Parser, text: str) -> None:
    assert all("if" not in cut and "except" not in cut and "provided" not in cut
               for _, cut in cuts(parser, text))  # fmt: skip


def test_nothing_goes_under_a_negation(parser: Parser) -> None:
    assert not cuts(parser, "Troops did not enter the town in the northern district.")


def test_nothing_goes_inside_quotation_marks(parser: Parser) -> None:
    text = 'The minister said: "The plan, which is old, has failed in the east."'
    assert not cuts(parser, text)


def test_words_to_keep_are_kept(parser: Parser) -> None:
    text = "The army struck the plant, the governor said on his channel."
    start = text.index("on his channel")
    assert ("tail", "on his channel") in cuts(parser, text)
    assert ("tail", "on his channel") not in cuts(parser, text, ((start, start + 5),))


def test_time_window_of_a_count_is_no_mere_phrase(parser: Parser) -> None:
    text = "Air defences shot down 74 drones in the past 24 hours."
    assert not any("hours" in cut for _, cut in cuts(parser, text))


def test_what_was_said_never_goes_with_where_it_was_said(parser: Parser) -> None:
    text = "The prime minister asserted at a press conference that the army is ready for a truce."
    assert not any("truce" in cut for _, cut in cuts(parser, text))


def test_cut_ends_where_punctuation_does(parser: Parser) -> None:
    text = "He made an inspection, in his first visit to the region since the army left it."
    assert all(cut.endswith("it") or not cut.startswith(",") for _, cut in cuts(parser, text))


@pytest.mark.parametrize(
    ("text", "kind", "cut"),
    [
        ("Air strikes killed 55 people on Monday, medics said, as the army kept shelling the port.",
         "adverbial", ", as the army kept shelling the port"),
        ("The bishop called for a truce on Monday, describing the siege as “heart-rending”.",
         "adverbial", ", describing the siege as “heart-rending”"),
        ("The kingdom suspended the trade talks, a step that came a day after the summit.",
         "appositive", ", a step that came a day after the summit"),
    ],
)  # fmt: skip
def test_what_a_sentence_adds_at_its_end_can_go(
    parser: Parser, text: str, kind: str, cut: str
) -> None:
    assert (kind, cut) in cuts(parser, text)


def test_a_cut_never_takes_half_a_quotation(parser: Parser) -> None:
    text = "The envoy spoke of “a day of reckoning, when both sides must choose,” on Monday."
    assert not any("“" in cut or "”" in cut for _, cut in cuts(parser, text))


def test_as_of_a_comparison_or_a_speaker_stays(parser: Parser) -> None:
    text = "The army holds the town as firmly as it did in the spring."
    assert not any(cut.lstrip(", ").startswith("as") for _, cut in cuts(parser, text))


def test_the_only_verb_of_a_sentence_never_goes(parser: Parser) -> None:
    text = "IAF aircraft, guided by a brigade, targeted and killed a commander, in the north."
    for _, cut in cuts(parser, text):
        left = text.replace(cut, "")
        assert "killed" in left or "targeted" in left


def test_an_insertion_in_who_speaks_can_go(parser: Parser) -> None:
    text = "Britain and allies, including the Netherlands, issued a warning on Wednesday."
    found = cuts(parser, text, keep=((0, len("Britain and allies, including the Netherlands")),))
    assert any(cut.strip(" ,") == "including the Netherlands" for _, cut in found)


def test_what_a_thing_is_never_goes(parser: Parser) -> None:
    text = "The spokesman said that the operation in the valley was in its final stage and went on."
    assert not any("final stage" in cut for _, cut in cuts(parser, text))


def test_an_adverb_of_several_words_goes_as_a_whole_or_not_at_all(parser: Parser) -> None:
    found = cuts(parser, "Earlier in the day it said that its boats had hit about 50 targets.")
    assert ("adverbial", "Earlier in the day") in found
    assert not any(cut == "Earlier" for _, cut in found)
    text = "So far the mayor has counted two men among the hurt."
    assert not any(cut == "So" for _, cut in cuts(parser, text))
    assert ("connective", "Earlier") in cuts(parser, "Earlier the army said that two men fell.")
    assert ("connective", "Later,") in cuts(parser, "Later, the army said that two men fell.")


def test_nothing_that_may_hold_the_subject_goes(parser: Parser) -> None:
    text = (
        "In the north the director of Harbour Hospital, Anna Vale, said that barrels with "
        "explosives had been set off near the building during the night."
    )
    assert not any("director" in cut for _, cut in cuts(parser, text))


def test_both_commas_go_where_a_word_leads_up_to_the_first(parser: Parser) -> None:
    text = (
        "The office said that, after about a week of talks, the government had agreed to the "
        "proposal for the return of the captives."
    )
    found = cuts(parser, text)
    assert ("adverbial", ", after about a week of talks,") in found
    assert ("adverbial", ", after about a week of talks") not in found


def test_a_phrase_stays_where_more_hangs_on_it(parser: Parser) -> None:
    text = (
        "The minister said the deal was near in an interview with the network SBC, parts of which "
        "were released on Thursday."
    )
    assert not any(cut.endswith("SBC,") for _, cut in cuts(parser, text))


def test_when_it_was_said_goes_where_it_names_no_day(parser: Parser) -> None:
    text = "Air defences destroyed 87 drones over the sea, the ministry said earlier in the day."
    said = text.index("the ministry"), text.index(" earlier")
    assert ("tail", "earlier in the day") in cuts(parser, text, (said,))
    text = "Air defences destroyed 87 drones over the sea, the ministry said two days earlier."
    assert not any("earlier" in cut for _, cut in cuts(parser, text, (said,)))


def test_a_noun_that_takes_up_the_sentence_can_go(parser: Parser) -> None:
    text = "The ministry halted talks with the envoys, a sign of distance between the governments."
    assert ("appositive", ", a sign of distance between the governments") in cuts(parser, text)


def test_an_order_is_a_statement(parser: Parser) -> None:
    text = "The president told the general to leave on Monday after the raid, a rebuke of an ally."
    assert ("appositive", ", a rebuke of an ally") in cuts(parser, text, ((14, 18),))


def test_the_end_of_a_list_is_no_apposition(parser: Parser) -> None:
    found = cuts(parser, "The raid killed a farmer, a teacher and two children.")
    assert found <= {("short", "and two children")}


def test_what_a_bare_number_counts_stays(parser: Parser) -> None:
    found = cuts(parser, "The army shot down 40 drones overnight, including 12 over the port.")
    assert not any(cut == "over the port" for _, cut in found)


def test_what_may_go_on_behind_a_comma_stays(parser: Parser) -> None:
    text = (
        "It has a right to fight and disarm an enemy that crossed its borders, took and killed men."
    )
    assert not any("disarm" in cut for _, cut in cuts(parser, text))


def test_a_part_of_those_named_before_can_go(parser: Parser) -> None:
    text = "Strikes killed 44 people late on Tuesday, most of them women and children, medics said."
    assert ("relative", ", most of them women and children") in cuts(parser, text)
    text = "Five people, two of them children, were killed in the port on Monday."
    assert ("relative", ", two of them children,") in cuts(parser, text)


def test_what_else_went_on_can_go_behind_who_says_it(parser: Parser) -> None:
    text = "Strikes killed 44 people in the north on Tuesday, medics said, as troops moved on."
    keep = (text.index("medics"), text.index(" said") + 5)
    assert ("relative", ", as troops moved on") in cuts(parser, text, (keep,))
    text = "The truce in the north will hold, envoys said, as long as troops stay out of it."
    keep = (text.index("envoys"), text.index(" said") + 5)
    assert not any("as long" in cut for _, cut in cuts(parser, text, (keep,)))
