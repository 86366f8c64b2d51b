import pytest

from sitrep.sources.sniff import sniff


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        (b'{\n  "text": "a"\n}', "json"),
        (b'[{"text": "a"}]', "json"),
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0">', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b"<!DOCTYPE html>\n<html><head>", "page"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD'><html>", "page"),
        (b"<opml version='2.0'>", "xml"),
        (b"---\ntitle: a\n---\ntext", "markdown"),
        (b"The road reopened.", "text"),
        (b"WARC/1.0\r\n", "warc"),
        (b"%PDF-1.7", "binary"),
        (b"news/day.jsonl".ljust(257, b"\0") + b"ustar\0" + b'{"text": "a"}' * 99, "archive"),
        (b"  \n", "empty"),
        ("The road reopened.".encode("utf-16"), "text"),
    ],
)
def test_content_tells_the_form_where_the_name_says_nothing(head: bytes, form: str) -> None:
    assert sniff(head, "-") == form


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "text"), ("a.md.gz", "markdown"), ("A.HTML", "page"), ("a.jsonl.gz", "jsonl")],
)
def test_a_known_extension_decides(name: str, form: str) -> None:
    assert sniff(b'{"text": "a"}', name) == form
