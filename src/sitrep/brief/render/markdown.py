"""A brief in Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterable, Iterator

from sitrep.brief.render import wording
from sitrep.model.brief import (
    Brief,
    BriefOutlook,
    BriefScenario,
    BriefSentence,
    Citation,
    ContestedAnswer,
    ContestedRow,
    Method,
    Paragraph,
    Quotation,
    Source,
    StatusLine,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+[.)](?=\s|$))")
_LINK = re.compile(r"(?i)\b(https?|ftp|javascript|data|vbscript|mailto)(?=:)|\bwww(?=\.)")
_SIDES = ("one side", "the other", "a third", "a fourth", "a fifth", "a sixth")


def render(brief: Brief) -> str:
    """Return `brief` as Markdown; what the reports say is escaped and makes no markup or link."""
    parts = [
        _head(brief),
        f"# {_sentence(brief.headline)}",
        _bullets(map(_sentence, brief.key_points)) or wording.NO_KEY_POINTS,
        *_status(brief.status),
        _paragraphs(brief.lead) or wording.NO_LEAD,
        _paragraphs(brief.analysis) or wording.NO_ANALYSIS,
        _outlook(brief.outlook),
        _quotation(brief.quotation),
        f"**Contested**\n\n{_contested(brief.contested)}",
        f"**Since the last brief**\n\n{_changes(brief)}",
        f"**Sources**\n\n{_sources(brief)}",
        f"**Method**\n\n{_method(brief.method)}",
    ]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return `text` on one line so that Markdown shows it as it is."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(wording.visible(text).split()))
    plain = _LINE_START.sub(lambda match: match[1] + _guarded(match[2]), plain)
    return _LINK.sub(lambda match: match[0][:-1] + f"&#{ord(match[0][-1])};", plain)


def _guarded(mark: str) -> str:
    """Escape what would open a heading, list or rule at the start of a line."""
    return f"{mark[:-1]}\\{mark[-1]}"


def _head(brief: Brief) -> str:
    return f"**{escape(brief.title)}** · window {wording.window(brief.method)}"


def _refs(citations: tuple[Citation, ...], label: str | None = None) -> str:
    marks = [*map(str, wording.references(citations)), *([escape(label)] if label else [])]
    return f" [{', '.join(marks)}]" if marks else ""


def _sentence(sentence: BriefSentence) -> str:
    return f"{escape(sentence.text)}{_refs(sentence.citations, sentence.label)}"


def _sentences(sentences: Iterable[BriefSentence]) -> str:
    return " ".join(map(_sentence, sentences))


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _status(status: StatusLine | None) -> Iterator[str]:
    if status is not None:
        yield f"**{escape(status.label)}.** {escape(status.text)}{_refs(status.citations)}"


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n\n".join(
        (f"**{escape(paragraph.title)}.** " if paragraph.title else "")
        + _sentences(paragraph.sentences)
        for paragraph in paragraphs
        if paragraph.sentences
    )


def _outlook(outlook: BriefOutlook) -> str:
    lines = [f"**Outlook.** {_sentences(outlook.question) or wording.NO_OUTLOOK}"]
    lines += [_scenario(scenario) for scenario in outlook.scenarios]
    lines.append(escape(" ".join(filter(None, (wording.unrated(outlook), outlook.confidence)))))
    return "\n\n".join(filter(None, lines))


def _scenario(scenario: BriefScenario) -> str:
    odds = wording.odds(scenario)
    head = f"*{escape(scenario.name)}*{f' — {escape(odds)}' if odds else ''}."
    text = f"{head} {_sentences(scenario.sentences)}".rstrip()
    signs = [f"{escape(wording.sign(sign))}{_refs(sign.citations)}" for sign in scenario.indicators]
    return f"{text}\n\n{_bullets(signs)}" if signs else text


def _quotation(quotation: Quotation | None) -> str:
    if quotation is None:
        return f"**Quotation.** {wording.NO_QUOTATION}"
    said = escape(quotation.text.strip('“”"'))
    who = escape(wording.speaker(quotation))
    return f"> “{said}” — {who}{_refs((quotation.citation,))}"


def _contested(rows: tuple[ContestedRow, ...]) -> str:
    if not rows:
        return wording.NO_CONTESTED
    width = max(len(row.answers) for row in rows)
    sides = [_SIDES[place] if place < len(_SIDES) else "another" for place in range(width)]
    header = ["question", *sides, "independent origins", "grade"]
    lines = [header, ["---"] * len(header), *(_row(row, width) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(row: ContestedRow, width: int) -> list[str]:
    answers = [_answer(answer) for answer in row.answers]
    answers += [""] * (width - len(answers))
    return [escape(row.question), *answers, wording.origins(row), wording.grade(row.grade)]


def _answer(answer: ContestedAnswer) -> str:
    return f"{escape(wording.answer(answer))}{_refs(answer.citations)}"


def _changes(brief: Brief) -> str:
    lines = _bullets(
        f"{escape(wording.change(item))}: {escape(item.text)}{_refs(item.citations)}"
        for item in brief.changes
    )
    return "\n\n".join(part for part in (escape(wording.compared(brief)), lines) if part)


def _sources(brief: Brief) -> str:
    return "\n".join(_source(one, brief) for one in brief.sources) or wording.NO_SOURCES


def _source(source: Source, brief: Brief) -> str:
    url = wording.safe_url(source.url)
    parts = [
        f"{source.number}. {escape(source.outlet)}, “{escape(source.title)}”",
        wording.foreign(source, brief),
        wording.published(source),
        f"<{url}>" if url else None,
        "partial text" if source.partial else None,
        f"reliability {source.reliability}",
        f"sha256 `{escape(source.sha256[:16])}`",
    ]
    line = ", ".join(part for part in parts if part)
    same = "".join(f"\n   - same report: {escape(other)}" for other in source.same_as)
    words = "".join(
        f"\n   - original words: “{escape(quote)}”"
        for quote in wording.original_words(source, brief)
    )
    return line + words + same


def _method(method: Method) -> str:
    return _bullets(map(escape, wording.method(method)))
