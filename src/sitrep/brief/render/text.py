"""A brief as plain text for e-mail: 72 columns, no markup."""

import textwrap
from collections.abc import Iterable, Iterator

from sitrep.brief.render import wording
from sitrep.model.brief import (
    Brief,
    BriefOutlook,
    BriefSentence,
    Citation,
    ContestedRow,
    Paragraph,
    Quotation,
    Source,
    StatusLine,
)

COLUMNS = 72


def render(brief: Brief) -> str:
    """Return `brief` as text of at most 72 columns, but for addresses; it ends in a line break."""
    parts = [
        _filled(f"{brief.title}, window {wording.window(brief.method)}"),
        _underlined(_words(brief.headline.text, brief.headline.citations)),
        _list(map(_sentence, brief.key_points)) or _filled(wording.NO_KEY_POINTS),
        *_status(brief.status),
        *(_paragraphs(brief.lead) or [_filled(wording.NO_LEAD)]),
        *(_paragraphs(brief.analysis) or [_filled(wording.NO_ANALYSIS)]),
        _title("Outlook"),
        *_outlook(brief.outlook),
        _quotation(brief.quotation),
        _title("Contested"),
        *(map(_row, brief.contested) if brief.contested else [_filled(wording.NO_CONTESTED)]),
        _title("Since the last brief"),
        _filled(wording.compared(brief)),
        *_changes(brief),
        _title("Sources"),
        "\n".join(map(_source, brief.sources)) or _filled(wording.NO_SOURCES),
        _title("Method"),
        _list(wording.method(brief.method)),
    ]
    return "\n\n".join(parts) + "\n"


def _filled(words: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        " ".join(wording.visible(words).split()),
        COLUMNS,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _underlined(words: str) -> str:
    lines = _filled(words)
    return f"{lines}\n{'=' * max(map(len, lines.splitlines()))}"


def _title(words: str) -> str:
    return f"{words.upper()}\n{'-' * len(words)}"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(_filled(line, "- ", "  ") for line in lines)


def _words(text: str, citations: tuple[Citation, ...], label: str | None = None) -> str:
    marks = [*map(str, wording.references(citations)), *([label] if label else [])]
    return f"{text} [{', '.join(marks)}]" if marks else text


def _sentence(one: BriefSentence) -> str:
    return _words(one.text, one.citations, one.label)


def _status(status: StatusLine | None) -> Iterator[str]:
    if status is not None:
        yield _filled(_words(f"{status.label.upper()}. {status.text}", status.citations))


def _paragraphs(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [
        _filled(
            (f"{one.title.upper()}. " if one.title else "")
            + " ".join(map(_sentence, one.sentences))
        )
        for one in paragraphs
        if one.sentences
    ]


def _outlook(outlook: BriefOutlook) -> Iterator[str]:
    yield _filled(" ".join(map(_sentence, outlook.question)) or wording.NO_OUTLOOK)
    for one in outlook.scenarios:
        said = " ".join(map(_sentence, one.sentences))
        odds = wording.odds(one)
        yield _filled(f"{one.name}{f' ({odds})' if odds else ''}. {said}")
        if one.indicators:
            yield _list(_words(wording.sign(sign), sign.citations) for sign in one.indicators)
    last = " ".join(filter(None, (wording.unrated(outlook), outlook.confidence)))
    if last:
        yield _filled(last)


def _quotation(quotation: Quotation | None) -> str:
    if quotation is None:
        return _filled(wording.NO_QUOTATION)
    said = quotation.text.strip('“”"')
    who = _words(wording.speaker(quotation), (quotation.citation,))
    return _filled(f"“{said}” — {who}", "    ", "    ")


def _row(row: ContestedRow) -> str:
    head = f"{row.question} ({wording.origins(row)}; {wording.grade(row.grade)})"
    answers = [_words(wording.answer(one), one.citations) for one in row.answers]
    return "\n".join([_filled(head), *(_filled(answer, "  - ", "    ") for answer in answers)])


def _changes(brief: Brief) -> Iterator[str]:
    if brief.changes:
        lines = (_words(f"{wording.change(c)}: {c.text}", c.citations) for c in brief.changes)
        yield _list(lines)


def _source(source: Source) -> str:
    parts = [
        f"{source.outlet}, “{source.title}”",
        wording.published(source),
        "partial text" if source.partial else None,
        f"reliability {source.reliability}",
    ]
    line = _filled(", ".join(part for part in parts if part), f"{source.number:>3}. ", "     ")
    url = wording.safe_url(source.url)
    return f"{line}\n     {url}" if url else line
