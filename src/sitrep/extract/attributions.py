"""Who says what in an article: direct, indirect and mixed, with the speaker resolved.

Method: a small network marks cues, and for each its source and what is said (`tagger`); reporting
words over a dependency parse give the statements within statements and what it missed (`frames`,
`combined`); quotation marks give the extents of direct speech, across sentences (`quotes`); each
quotation goes to the frame around it or goes on with the one before. Metrics: PolNeAR (Newell,
Margolin and Ruths, 2018), see docs/extract-attributions-events.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sitrep.extract.closing import with_closing
from sitrep.extract.combined import combined
from sitrep.extract.frames import Frame, find_frames
from sitrep.extract.learned import learned_frames
from sitrep.extract.lost_sources import with_name_before
from sitrep.extract.quotes import Extent, find_quotes
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import Speaker
from sitrep.extract.speakers import Speakers
from sitrep.extract.stance import hedge_of, stance_of
from sitrep.model.extraction import Attribution, Mention
from sitrep.vocabulary.reporting import Reporting, reporting
from sitrep.vocabulary.types import Vocabulary

NEAR = 90
"""Characters between a quotation and the cue beside it; longer ways are chance."""
_GENERIC = frozenset({"you", "we", "one", "us", "everyone", "nobody", "people"})
SCARE_WORDS = 3
"""A quoted stretch of fewer words that no cue takes up is a title or a scare quote."""


@dataclass(slots=True)
class _Draft:
    frame: Frame
    content: list[Extent]
    quotes: list[Extent] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def find_attributions(
    reading: Reading, mentions: Sequence[Mention], vocabulary: Vocabulary
) -> tuple[Attribution, ...]:
    """Return the attributions of an article in text order (by cue).

    `mentions` are those of the same article in text order. Sentences without a parse give no cue,
    but a quotation that runs on through them keeps its speaker.
    """
    words = reporting()
    text = reading.article.text
    quotes = find_quotes(text, reading.sentences)
    ruled = [
        with_name_before(frame, sentence, mentions)
        for number, sentence in enumerate(reading.sentences)
        for frame in find_frames(number, sentence, words)
    ]
    joined = combined(learned_frames(reading, quotes, words), ruled, quotes, words)
    frames = with_closing(joined, reading.sentences, words)
    drafts = [_Draft(frame, list(frame.content)) for frame in frames]
    _attach_quotes(reading, drafts, quotes)
    kept = [draft for draft in drafts if draft.content and not _idle(draft, quotes)]
    kept.sort(key=lambda draft: draft.frame.cue)
    parents = _parents(kept)
    speakers = Speakers(reading, mentions, quotes, (vocabulary, words))
    resolved: list[Speaker] = []
    for draft, parent in zip(kept, parents, strict=True):
        speaker = speakers.resolve(draft.frame, draft.content, outer=parent is None)
        if "first-person" in speaker.reasons and parent is not None and parent < len(resolved):
            speaker = resolved[parent]
        resolved.append(speaker)
    return tuple(
        _attribution(reading, draft, speaker, parent, words)
        for draft, speaker, parent in zip(kept, resolved, parents, strict=True)
    )


def _idle(draft: _Draft, quotes: Sequence[Extent]) -> bool:
    """Tell whether the words report nothing: "I think" in a quotation, a thought without thinker.

    Generic "you" and "we" never name a source; "I" does outside quotation marks (an author).
    """
    frame = draft.frame
    head = frame.source_head.lower_ if frame.source_head is not None else ""
    if frame.source is not None and frame.source[1] - frame.source[0] > len(head):
        return False
    quoted = _inside_any(frame.cue, quotes)
    if head in _GENERIC or (quoted and head in {"i", "my"}):
        return True
    if frame.word.manner == "attitude":
        return not head or quoted
    return quoted and not head


def _attach_quotes(reading: Reading, drafts: list[_Draft], quotes: list[Extent]) -> None:
    """Give every quotation to the draft that holds, introduces or precedes it."""
    text = reading.article.text
    free = [draft for draft in drafts if not _inside_any(draft.frame.cue, quotes)]
    last: tuple[Extent, _Draft] | None = None
    for quote in quotes:
        sentences = _touched(reading, quote)
        near = [draft for draft in free if draft.frame.sentence in sentences]
        owner = _holder(near, quote) or _beside(text, near, quote)
        if owner is None:
            owner = _introducer(reading, free, quote, sentences)
        if owner is None and last is not None and _runs_on(text, reading, last, quote):
            owner = last[1]
            owner.reasons.append("quotation-runs-on")
        if owner is None:
            continue
        owner.content = _united([*owner.content, quote])
        owner.quotes.append(quote)
        last = (quote, owner)


def _touched(reading: Reading, quote: Extent) -> range:
    numbers = [
        number
        for number, sentence in enumerate(reading.sentences)
        if sentence.start < quote[1] and quote[0] < sentence.end
    ]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def _inside_any(extent: Extent, quotes: Sequence[Extent]) -> bool:
    return any(quote[0] <= extent[0] and extent[1] <= quote[1] for quote in quotes)


def _holder(drafts: Sequence[_Draft], quote: Extent) -> _Draft | None:
    """Return the innermost draft whose content already overlaps the quotation."""
    holding = [
        draft
        for draft in drafts
        if any(start < quote[1] and quote[0] < end for start, end in draft.content)
    ]
    return min(holding, key=lambda d: sum(end - start for start, end in d.content), default=None)


def _beside(text: str, drafts: Sequence[_Draft], quote: Extent) -> _Draft | None:
    """Return the nearest draft that can take a quotation and stands close to this one."""
    best: tuple[int, _Draft] | None = None
    for draft in drafts:
        if "quote" not in draft.frame.word.takes:
            continue
        pieces = [draft.frame.cue, *([draft.frame.source] if draft.frame.source else [])]
        start, end = min(p[0] for p in pieces), max(p[1] for p in pieces)
        gap = max(start - quote[1], quote[0] - end, 0)
        between = text[quote[1] : start] if start >= quote[1] else text[end : quote[0]]
        if gap <= NEAR and (best is None or gap < best[0]) and not _broken(between):
            best = (gap, draft)
    if best is None:
        return None
    whole = len(text[quote[0] : quote[1]].split()) >= SCARE_WORDS
    return best[1] if whole or not best[1].content else None


def _broken(between: str) -> bool:
    return ". " in between or "? " in between


def _introducer(
    reading: Reading, drafts: Sequence[_Draft], quote: Extent, sentences: range
) -> _Draft | None:
    """Return the draft of a sentence before that ends in a colon: `He said: "…"`."""
    if not sentences or sentences[0] == 0:
        return None
    before = reading.sentences[sentences[0] - 1]
    if not before.text.endswith(":") or quote[0] > reading.sentences[sentences[0]].start + 2:
        return None
    return next((d for d in reversed(drafts) if d.frame.sentence == sentences[0] - 1), None)


def _runs_on(text: str, reading: Reading, last: tuple[Extent, _Draft], quote: Extent) -> bool:
    """Tell whether the quotation goes on after the one before it and the words that report that."""
    previous, draft = last
    if len(text[quote[0] : quote[1]].split()) < SCARE_WORDS:
        return False
    opening = next((s for s in reading.sentences if s.start <= quote[0] < s.end), None)
    if opening is None:
        return False
    between = text[previous[1] : quote[0]]
    cue = draft.frame.cue
    reported = previous[1] <= cue[0] < quote[0]
    starts_sentence = quote[0] - opening.start <= 1
    if not between.strip(" \n,.—–-"):
        return True
    if starts_sentence and reported:
        return between.count(". ") <= 1 and len(between) < 4 * NEAR
    return reported and len(text[cue[1] : quote[0]]) <= NEAR and not _broken(between)


def _united(extents: list[Extent]) -> list[Extent]:
    """Return the extents in order, those that overlap or touch made one."""
    united: list[Extent] = []
    for start, end in sorted(extents):
        if united and start <= united[-1][1] + 1:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _parents(drafts: Sequence[_Draft]) -> list[int | None]:
    """Return for each draft the position of the smallest other whose content holds its cue."""
    parents: list[int | None] = []
    for draft in drafts:
        cue = draft.frame.cue
        holding = [
            (sum(end - start for start, end in other.content), position)
            for position, other in enumerate(drafts)
            if other is not draft
            and any(start <= cue[0] and cue[1] <= end for start, end in other.content)
            and other.frame.cue != cue
        ]
        parents.append(min(holding)[1] if holding else None)
    return parents


def _attribution(
    reading: Reading, draft: _Draft, speaker: Speaker, parent: int | None, words: Reporting
) -> Attribution:
    frame = draft.frame
    content = _united(draft.content)
    stance = stance_of(frame, words)
    return Attribution(
        source=reading.span(*frame.source) if frame.source else None,
        cue=reading.span(*frame.cue),
        content=tuple(reading.span(*extent) for extent in content),
        speaker=speaker.name,
        speaker_id=speaker.entity_id,
        form=_form(content, draft.quotes),
        stance=stance,
        hedge=hedge_of(frame, stance, words),
        parent=parent,
        score=speaker.score,
        reasons=(f"{frame.word.manner}:{frame.verb.lemma_}", *speaker.reasons, *draft.reasons),
    )


def _form(
    content: Sequence[Extent], quotes: Sequence[Extent]
) -> Literal["direct", "indirect", "mixed"]:
    total = sum(end - start for start, end in content)
    quoted = sum(
        max(0, min(end, quote[1]) - max(start, quote[0]))
        for start, end in content
        for quote in quotes
    )
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= 0.9 * total else "mixed"
