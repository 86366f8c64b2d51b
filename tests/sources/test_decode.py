import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.sources.decode import declared_in, decode

RUSSIAN = "Министерство обороны сообщило, что над регионом ночью перехвачены беспилотники."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode_is_read_without_doubt(charset: str) -> None:
    assert decode(RUSSIAN.encode(charset))[::2] == (RUSSIAN, None)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_latin_text_in_utf16_without_a_mark_is_known_by_its_zeros(charset: str) -> None:
    assert decode("The road reopened.".encode(charset)).text == "The road reopened."


def test_a_declared_set_is_believed_when_the_bytes_are_no_utf8() -> None:
    assert decode(RUSSIAN.encode("koi8_r"), "koi8-r") == (RUSSIAN, "koi8-r", None)


def test_an_undeclared_set_is_guessed_and_told() -> None:
    found = decode((RUSSIAN * 3).encode("cp1251"))
    assert found.text == RUSSIAN * 3
    assert "read as cp1251" in found.doubt


def test_a_few_bad_bytes_leave_utf8_as_it_is() -> None:
    body = RUSSIAN.encode() + b"\xff The rest in English."
    found = decode(body)
    assert found.text == RUSSIAN + "� The rest in English."
    assert found.doubt


def test_the_declaration_of_a_page_or_document_is_found() -> None:
    assert declared_in(b'<html><meta charset="windows-1251">') == "windows-1251"
    assert declared_in(b"<?xml version='1.0' encoding='KOI8-R'?>") == "KOI8-R"
    assert declared_in(b"<p>none</p>") is None


@given(st.binary(), st.one_of(st.none(), st.text(max_size=8)))
def test_no_bytes_and_no_declaration_raise(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared).text, str)
