"""Our own sentences in tests/data/extract: how many are read right, those held out told apart.

Odd lines of a file were looked at while rules were written, even lines were not. Each test asks of
a set no less than it had when it was written.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitrep.extract.figures import find_figures
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.slavic_attributions import find_slavic_attributions
from sitrep.extract.slavic_events import find_slavic_events
from sitrep.extract.slavic_names import SlavicNames
from sitrep.extract.times import find_times
from sitrep.language.identify import identify
from sitrep.language.sentences import split
from sitrep.model.documents import Article
from sitrep.vocabulary.load import load

FOLDER = Path(__file__).parents[1] / "data" / "extract"
VOCABULARY = load()
NAMES = SlavicNames(VOCABULARY)
_MARK = re.compile(r"\{([sct])\|([^}]*)\}")
_BOUND = {"about": "~", "more_than": ">", "at_least": ">=", "up_to": "<=", "less_than": "<"}


def lines(name):
    text = (FOLDER / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def reading_of(text, language):
    article = Article(
        id="art-1", raw_id="raw-1", source_id="sample", outlet="Sample", title="", text=text,
        language=language, published_at=datetime(2025, 5, 21, 12, tzinfo=UTC),
    )  # fmt: skip
    spans = split(text, language)
    return Reading(
        article=article,
        sentences=tuple(ReadSentence(start=a, end=b, text=text[a:b]) for a, b in spans),
    )


def right_of(rows, is_right):
    """Return how many of the odd and of the even rows are right."""
    found = [is_right(*row) for row in rows]
    return sum(found[0::2]), sum(found[1::2])


def told(figure):
    if figure.qualifier == "range":
        number = f"{figure.low:g}..{figure.high:g}"
    else:
        value = next(v for v in (figure.value, figure.low, figure.high) if v is not None)
        number = f"{_BOUND.get(figure.qualifier, '')}{value:.10g}"
    return f"{figure.kind} {number} {figure.weapon or figure.unit or '-'}"


@pytest.mark.parametrize(
    ("language", "seen", "held_out"), [("en", 37, 36), ("uk", 22, 20), ("ru", 22, 21)]
)
def test_figures_of_own_sentences(language, seen, held_out):
    def is_right(text, figures):
        reading = reading_of(text, language)
        found = [told(figure) for figure in find_figures(reading, find_times(reading))]
        return sorted(found) == sorted(figures.split("; "))

    odd, even = right_of(lines(f"figures-{language}.tsv"), is_right)
    assert (odd >= seen, even >= held_out) == (True, True), (odd, even)


def marked(text):
    """Return the plain text and the extents of source, cue and content."""
    plain, at, extents = "", 0, {"s": [], "c": [], "t": []}
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        extents[mark[1]].append((len(plain), len(plain) + len(mark[2])))
        plain, at = plain + mark[2], mark.end()
    return plain + text[at:], extents


def overlap(spans, extents):
    ours = {i for span in spans for i in range(span.start, span.end)}
    theirs = {i for start, end in extents for i in range(start, end)}
    return len(ours & theirs) / len(ours | theirs)


@pytest.mark.parametrize(("language", "seen", "held_out"), [("uk", 23, 19), ("ru", 23, 20)])
def test_attributions_of_own_sentences(language, seen, held_out):
    def is_right(text, stance):
        plain, extents = marked(text)
        reading = reading_of(plain, language)
        found = find_slavic_attributions(reading, NAMES.find(reading), VOCABULARY)
        best = max(found, key=lambda one: overlap(one.content, extents["t"]), default=None)
        return (
            best is not None
            and best.source is not None
            and overlap([best.source], extents["s"]) >= 0.8
            and overlap(best.content, extents["t"]) >= 0.85
            and best.stance == stance
        )

    odd, even = right_of(lines(f"attributions-{language}.tsv"), is_right)
    assert (odd >= seen, even >= held_out) == (True, True), (odd, even)


@pytest.mark.parametrize(("language", "seen", "held_out"), [("uk", 16, 14), ("ru", 16, 16)])
def test_events_of_own_sentences(language, seen, held_out):
    def is_right(text, trigger, *gold):
        reading = reading_of(text, language)
        mentions = NAMES.find(reading)
        found = find_slavic_events(reading, mentions, (), (), ())
        event = next((one for one in found if one.trigger.quote == trigger), None)
        if event is None:
            return False
        kind, mode, actor, target, polarity, modality = gold
        actors = {one.entity_id for one in event.actors}
        targets = {one.entity_id for one in event.targets}
        return (
            (event.type, event.mode or "-") == (kind, mode)
            and (actor in actors if actor != "-" else not actors)
            and (target in targets if target != "-" else not targets)
            and (event.polarity, event.modality) == (polarity, modality)
        )

    odd, even = right_of(lines(f"events-{language}.tsv"), is_right)
    assert (odd >= seen, even >= held_out) == (True, True), (odd, even)


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_sentences_of_own_texts(language):
    texts = [text for code, text in lines("splits.tsv") if code == language]
    assert len(texts) >= 20
    for text in texts:
        plain = text.replace("|", "")
        found = [plain[start:end] for start, end in split(plain, language)]
        assert found == [sentence.strip() for sentence in text.split("|")]


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_the_language_of_own_sentences_is_found(language):
    texts = [marked(row[0])[0] for row in lines(f"attributions-{language}.tsv")]
    assert sum(identify(text) == language for text in texts) / len(texts) >= 0.95


def short(figure):
    value = next(v for v in (figure.value, figure.low, figure.high) if v is not None)
    return f"{figure.kind}:{value:g}" + (f":{figure.weapon}" if figure.weapon else "")


def test_daily_claims_of_both_sides_with_their_windows():
    right = 0
    for text, figures, *window in lines("figures-claims-en.tsv"):
        reading = reading_of(text, "en")
        found = find_figures(reading, find_times(reading))
        windows = " ".join(figure.window.span.quote for figure in found if figure.window)
        wanted = "".join(window).lower()
        right += sorted(map(short, found)) == sorted(figures.split()) and wanted in windows.lower()
    assert right >= 29
