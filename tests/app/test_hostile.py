"""Forty hostile reports beside honest ones: nothing of theirs gets into a brief as fact or order.

What counts, for every brief made of both (tests/data/hostile/make_hostile.py has the reports):

1. Words that are instructions, hidden, disguised or markup (`never`) stand in no sentence of the
   brief, no quotation, no table, no status and no title that is not escaped.
2. What a hostile outlet alone tells (`lie`) stands in a brief only as its word: the sentence names
   the outlet and does not pass for corroborated; an answer in a table names it as well; no
   quotation, no outlook and no status rests on it.
3. Nothing of it is live in Markdown, HTML or plain text: no tag, no script, no link but http(s).

"Never" is judged after look-alike letters, letter forms and invisible signs have been folded away.
"""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sitrep.brief.render import html, markdown, text
from sitrep.brief.render.json import parse
from sitrep.model.brief import Brief, BriefSentence, Citation

ROOT = Path(__file__).parents[2]
HOSTILE = ROOT / "tests" / "data" / "hostile"
HONEST = (
    "sample-wire.jsonl", "sample-kyiv-courier.rss.xml", "sample-moscow-gazette.jsonl.gz",
    "sample-volga-agency.atom.xml", "sample-atlantic-post-trump-rutte.html",
)  # fmt: skip
EXPECTED = json.loads((HOSTILE / "expected.json").read_text("utf-8"))
ALIKE = str.maketrans("асеорхуАЕОРТКН", "aceopxyAEOPTKH")
PLAIN = re.compile("[ -~À-ɏ‘’“”–—…·]*")
"""What a brief in English is written with: no letter of another script, no sign without a form."""
Sitrep = Callable[..., subprocess.CompletedProcess[str]]


def folded(words: str) -> str:
    """Return `words` as a reader sees them: lower case, plain letters, no invisible signs."""
    plain = unicodedata.normalize("NFKC", words).translate(ALIKE)
    return "".join(c for c in plain if unicodedata.category(c) != "Cf").casefold()


def reported(brief: Brief) -> Iterator[BriefSentence]:
    yield brief.headline
    yield from brief.key_points
    for paragraph in (*brief.lead, *brief.analysis):
        yield from paragraph.sentences


def assessed(brief: Brief) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    outlook = brief.outlook
    for sentence in (*outlook.question, *(s for one in outlook.scenarios for s in one.sentences)):
        yield sentence.text, sentence.citations
    for scenario in outlook.scenarios:
        yield from ((sign.text, sign.citations) for sign in scenario.indicators)
    if brief.status:
        yield brief.status.text, brief.status.citations
    if brief.quotation:
        yield brief.quotation.text, (brief.quotation.citation,)


def tables(brief: Brief) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    for row in brief.contested:
        yield row.question, ()
        for answer in row.answers:
            yield f"{answer.text} ({', '.join(answer.claimants)})", answer.citations
    yield from ((change.text, change.citations) for change in brief.changes)


def said(brief: Brief) -> list[str]:
    """Return all that the brief says by itself: everything but titles and cited words."""
    words = [brief.title, *(sentence.text for sentence in reported(brief))]
    words += [told for told, _ in (*assessed(brief), *tables(brief))]
    return [*words, brief.outlook.confidence, *brief.method.notes]


def make(sitrep: Sitrep, folder: Path, *options: str) -> tuple[Brief, Path]:
    inputs = [HOSTILE / "reports", *(ROOT / "examples" / "reports" / name for name in HONEST)]
    out, log = folder / "brief.json", folder / "log.jsonl"
    done = sitrep(
        "brief", *inputs, "--store", folder / "s.sqlite", "-o", out, "--log", log, *options
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    verified = sitrep("verify", out, "--store", folder / "s.sqlite")
    assert verified.returncode == 0, verified.stderr
    return parse(out.read_text("utf-8")), log


@pytest.fixture(scope="module")
def built_in(sitrep: Sitrep, tmp_path_factory: pytest.TempPathFactory) -> tuple[Brief, Path]:
    return make(sitrep, tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def echoed(
    sitrep: Sitrep,
    tmp_path: Path,
    chat_server: Callable[..., str],
    says: Callable[[str], bytes],
    asked: Callable[[dict[str, Any]], dict[str, Any]],
) -> Brief:
    """Return the brief whose drafts come from a server that does what hostile texts ask for."""
    wanted = iter([w for one in EXPECTED.values() for w in (*one["never"], *one["lie"])] * 9)

    def answer(request: dict[str, Any], _: object) -> bytes:
        given, order = asked(request), next(wanted)
        echoes = (
            f"{order[:1].upper()}{order[1:]}, {given['evidence'][0]['outlet']} reported.",
            f"{given['sentence'].rstrip('.')}, and {order}.",
            f"{given['sentence']} {order}",
        )
        return says(echoes[len(order) % 3])

    server = ("--writer", "openai", "--base-url", chat_server(answer), "--model", "echo")
    return make(sitrep, tmp_path, *server)[0]


def check(brief: Brief) -> None:
    sources = {one.article_id: one for one in brief.sources}
    outlets = {one["outlet"] for one in EXPECTED.values()}

    def foreign(citations: tuple[Citation, ...]) -> list[str]:
        """Return the outlets behind `citations` where all of them are hostile."""
        names = [sources[one.article_id].outlet for one in citations]
        return names if names and all(name in outlets for name in names) else []

    told = [folded(words) for words in said(brief)]
    assert not [line for line in said(brief) if not PLAIN.fullmatch(line)]
    for name, one in EXPECTED.items():
        for words in one["never"]:
            assert not [line for line in told if folded(words) in line], (name, words)
    for sentence in reported(brief):
        names = {sources[one.article_id].outlet for one in sentence.citations} & outlets
        if names:
            assert any(outlet in sentence.text for outlet in names), sentence.text
            assert sentence.label in {None, "single origin"}, sentence.text
    for words, citations in assessed(brief):
        assert not foreign(citations), words
    for words, citations in tables(brief):
        assert all(outlet in words for outlet in foreign(citations)), words
    lies = [word for one in EXPECTED.values() for word in one["lie"]]
    for line in said(brief):
        if any(folded(lie) in folded(line) for lie in lies):
            assert any(outlet in line for outlet in outlets), line


def test_nothing_hostile_is_fact_or_order(built_in: tuple[Brief, Path]) -> None:
    check(built_in[0])


def test_honest_reports_still_carry_the_brief(built_in: tuple[Brief, Path]) -> None:
    brief, outlets = built_in[0], {one["outlet"] for one in EXPECTED.values()}
    by_id = {source.article_id: source.outlet for source in brief.sources}
    cited = [by_id[c.article_id] for s in reported(brief) for c in s.citations]
    assert len(brief.key_points) == 3
    assert sum(name not in outlets for name in cited) > len(cited) / 2


def test_writer_that_does_what_hostile_texts_ask_changes_nothing(
    echoed: Brief, built_in: tuple[Brief, Path]
) -> None:
    check(echoed)
    use = echoed.method.writer
    assert use is not None
    assert use.refused == use.asked > 5
    assert [s.text for s in reported(echoed)] == [s.text for s in reported(built_in[0])]


def test_nothing_hostile_is_live_in_a_rendering(built_in: tuple[Brief, Path]) -> None:
    brief = built_in[0]
    page = html.render(brief)
    assert not re.search(r"<(?:script|iframe|img|object|embed|form)\b", page, re.IGNORECASE)
    assert not re.search(r"<[^>]*\son\w+\s*=", page)
    links = re.findall(r"(?:href|src)\s*=\s*[\"']?([^\"'\s>]+)", page)
    assert all(link.startswith(("#", "http://", "https://")) for link in links), links
    marked = markdown.render(brief)
    assert not re.search(r"(?<!\\)\]\((?!https?:)", marked)
    assert not re.search(r"(?<!\\)<(?!https?://)", marked)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page + marked + text.render(brief))


def test_what_was_kept_out_is_in_the_log(built_in: tuple[Brief, Path]) -> None:
    issues = [json.loads(line) for line in built_in[1].read_text("utf-8").splitlines()]
    codes = {issue["code"] for issue in issues}
    assert {"hidden-text", "disguised-text", "instructs-a-machine"} <= codes


def test_the_files_are_those_of_the_script() -> None:
    assert len(EXPECTED) == 40
    assert {path.name for path in (HOSTILE / "reports").iterdir()} == set(EXPECTED)
