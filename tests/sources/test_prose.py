from sitrep.sources.prose import front_matter

NOTE = """---
title: "Road reopens"
date: 2025-03-12 08:15 EET
author:
  - Ada Sample
  - Bo Sample
url: https://notes.example/road
tags: [road, "river bank"]
---
The road reopened on Wednesday.
"""


def test_front_matter_names_the_fields_and_the_rest_is_the_text(read_bytes) -> None:
    (item,), issues = read_bytes(NOTE.encode(), name="note.md")
    assert item.content == "The road reopened on Wednesday.\n"
    assert (item.title, item.published) == ("Road reopens", "2025-03-12 08:15 EET")
    assert item.byline == "Ada Sample, Bo Sample"
    assert item.document.url == "https://notes.example/road"
    assert item.document.media_type == "text/markdown; charset=utf-8"
    assert issues == []


def test_a_file_without_front_matter_is_its_text_to_the_character(read_bytes) -> None:
    text = "First line\r\n\r\n  second — line.  \n"
    (item,), _ = read_bytes(text.encode(), name="plain.txt")
    assert item.content == text


def test_a_text_that_looks_like_markup_stays_text_by_its_extension(read_bytes) -> None:
    (item,), _ = read_bytes(b'{"not": "a record"} said the label.', name="plain.txt")
    assert item.form == "text"


def test_a_date_in_the_files_name_is_handed_on(read_bytes) -> None:
    (item,), _ = read_bytes(b"The road reopened.", name="note-2025-03-12.txt")
    assert item.file_date == "2025-03-12"


def test_lists_in_brackets_are_joined() -> None:
    fields, _ = front_matter(NOTE)
    assert fields["tags"] == "road, river bank"


def test_rules_without_a_closing_fence_are_no_front_matter() -> None:
    text = "---\ntitle: open\nThe road reopened.\n"
    assert front_matter(text) == ({}, text)


def test_cyrillic_in_an_old_code_page_is_read_and_told(read_bytes) -> None:
    text = "Министерство обороны сообщило, что ночью над регионом сбиты беспилотники. " * 3
    (item,), issues = read_bytes(text.encode("cp1251"), name="note.txt")
    assert item.content == text
    assert [issue.code for issue in issues] == ["mis-encoded"]
