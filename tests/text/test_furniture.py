import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.text.furniture import mark

REPORT = (
    "The regional road office said the bridge reopened to light traffic on Wednesday morning. "
    "Engineers had worked through the night to clear debris from both lanes of the bridge. "
    "The head of the office said that lorries would have to wait until the weekend. "
    "A second inspection of the bridge is due on Saturday, the office added."
)
FOUR = 4


def kinds(text: str, title: str = "Bridge reopens") -> list[tuple[str, str]]:
    sentences = mark(text, title, "en").sentences
    return [(text[found.start : found.end], found.kind) for found in sentences]


def body(text: str, title: str = "Bridge reopens") -> str:
    return " ".join(words for words, kind in kinds(text, title) if kind == "body")


def test_a_plain_report_is_all_body() -> None:
    assert [kind for _, kind in kinds(REPORT)] == ["body"] * FOUR


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2025 Harbour Sample. All rights reserved.",
        "Sign up for our Morning Roads newsletter and get it in your inbox.",
        "Please enable JavaScript in your browser settings.",
        "We use cookies to improve your visit.",
        "Advertisement",
        "Read more: Ferry fares to rise",
        "Quotes delayed at least 15 minutes.",
        "Share this on Facebook.",
        "Reuters contributed to this report.",
        "Ada Sample is a reporter for Harbour Sample based in the river port.",
        "You can reach her at ada@harbour.example.",
        "Your donation allows us to keep sending reporters.",
        "Edited by: Bo Sample",
        "Already a subscriber? Log in.",
        "Skip to main content.",
        "Follow us on Telegram.",
        "Подписывайтесь на наш телеграм-канал.",
        "Читайте також: порти відкрито",
    ],
)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    assert body(f"{REPORT} {line}") == REPORT


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said it would share intelligence with its allies on Friday.",
        "Voters will sign up for the draft from Monday, the army said.",
        "The journalist was killed when a shell hit the press car.",
        "He said the advertisement had been false.",
        "Copyright law was not on the agenda of the talks.",
        "The donation of 30 generators arrived on Thursday.",
        "The editor of the paper was released after three years.",
        "She is a reporter who was held by the militia for a month.",
        "The USA, NATO, the EU and the UN have all condemned the attack.",
    ],
)
def test_sentences_that_only_sound_alike_stay_body(sentence: str) -> None:
    text = f"{REPORT} {sentence} {REPORT}"
    assert (sentence, "body") in kinds(text)


def test_a_dateline_is_told_from_the_sentence_after_it() -> None:
    text = f"MOSCOW, March 12. /TASS/. {REPORT}"
    assert kinds(text)[0] == ("MOSCOW, March 12. /TASS/.", "dateline")
    assert body(text) == REPORT


@pytest.mark.parametrize("dateline", ["GAZA CITY -", "KHAN YOUNIS/BEIRUT -", "PRETORIA."])
def test_a_bare_place_before_a_report_is_its_dateline(dateline: str) -> None:
    assert kinds(f"{dateline} {REPORT}")[0] == (dateline, "dateline")
    assert body(f"{dateline} {REPORT}") == REPORT
    assert body(f"{REPORT} {dateline} {REPORT}") == f"{REPORT} {dateline} {REPORT}"


def test_a_dateline_is_found_behind_the_head_of_a_page() -> None:
    text = f"Skip to main content.     KYIV (Reuters) - {REPORT}"
    assert [kind for _, kind in kinds(text)][:2] == ["furniture", "dateline"]
    assert body(text) == REPORT


def test_the_head_of_a_flattened_page_is_cut_where_the_report_begins() -> None:
    text = f"Roads Advertisement Supported by By Ada Sample Reporting from Kyiv {REPORT}"
    marked = mark(text, "Bridge reopens", "en")
    assert body(text) == REPORT
    assert marked.byline.names == ("Ada Sample",)


def test_from_a_footer_on_all_is_furniture() -> None:
    text = f"{REPORT} Copyright 2025 Harbour Sample. Ferry fares rise. Ports close early."
    assert body(text) == REPORT


def test_links_in_capitals_amid_the_text_are_furniture() -> None:
    text = (
        f"{REPORT} FERRY OPERATORS WARN OF HIGHER FARES AFTER STORM The office declined to comment."
    )
    assert body(text) == f"{REPORT} The office declined to comment."


def test_a_post_quoted_in_capitals_stays() -> None:
    post = '"THE BRIDGE WILL OPEN TODAY, AND THE ROAD TOO, THANK YOU!" the mayor wrote.'
    assert body(f"{REPORT} {post}") == f"{REPORT} {post}"


def test_a_caption_goes_with_its_photo_credit() -> None:
    text = f"{REPORT} A lorry waits at the bridge. (Ada Sample/Getty Images) {REPORT}"
    assert body(text) == f"{REPORT} {REPORT}"


def test_a_note_on_the_author_at_the_end_takes_what_follows_with_it() -> None:
    note = "Ada Sample is a senior reporter at Harbour Sample. She has covered roads since 2011."
    text = f"{REPORT} {note}"
    assert body(text) == REPORT


def test_a_run_of_headlines_is_a_menu() -> None:
    menu = (
        "Ferry fares to rise in the autumn How the river port came back to life In the capital the "
        "tram runs late again What the new timetable means for commuters The winter road plan in "
        "five charts Why the eastern bank waits for its bridge On the ferry with the last captain"
    )
    assert body(f"{menu}.     {REPORT}") == REPORT


TEASERS = (
    "Harvest begins a fortnight early across southern counties. "
    "Swimmers gather for annual island race despite cold snap. "
    "Museum returns bronze statue found inside abandoned quarry."
)


def test_teasers_before_a_footer_that_announces_them_are_furniture() -> None:
    footer = "Read about our approach to external linking."
    assert body(f"{REPORT} {TEASERS} {footer}") == REPORT


def test_the_same_sentences_without_such_a_footer_stay() -> None:
    assert body(f"{REPORT} {TEASERS}") == f"{REPORT} {TEASERS}"


def test_a_page_that_shows_a_clip_is_its_caption() -> None:
    text = f"{REPORT} {TEASERS} Read about our approach to external linking."
    marked = mark(text, "Watch: the bridge reopens", "en", clip=True)
    kept = [text[found.start : found.end] for found in marked.sentences if found.kind == "body"]
    assert " ".join(kept) == REPORT


def test_the_life_of_an_author_goes_with_the_line_on_how_to_reach_her() -> None:
    note = "Ada Sample has been a reporter with this desk since 2011. She covers roads and rivers."
    assert body(f"{REPORT} {note} You can reach her at ada@harbour.example.") == REPORT


def test_a_stub_before_a_paywall_is_told() -> None:
    assert mark(f"{REPORT} Already a subscriber? Log in.", "Bridge reopens", "en").paywalled
    assert not mark(REPORT, "Bridge reopens", "en").paywalled


PIECES = st.sampled_from(
    ["A road reopened. ", "KYIV (Reuters) - ", "(AP) --", "By Ada Sample ", "Advertisement ",
     "ALL ROADS ARE CLOSED TODAY ", "   ", "\n\n", "İ", "’", "(Getty Images)", "Copyright 2025 X",
     "“Said,” he said. ", "\U0001f600", "Ї", "\x00", "Read more: x"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=20).map("".join)))
def test_sentences_lie_inside_the_text_in_order_and_hold_every_character(text: str) -> None:
    sentences = mark(text, "", "en").sentences
    position = 0
    for sentence in sentences:
        assert not text[position : sentence.start].strip()
        assert position <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        position = sentence.end
    assert not text[position:].strip()
