"""Has a sentence that takes the place of another kept who says so?

The gates check a sentence against its evidence; this checks it against the one it replaces.
"""

from collections.abc import Iterator

from sitrep.brief.verify.attributions import Attribution
from sitrep.brief.verify.evidence import Known
from sitrep.brief.verify.fault import Fault, spans, words
from sitrep.brief.verify.reading import Reading, read
from sitrep.vocabulary.gates import gate_words


def rewritten(sentence: str, replaced: str, known: Known) -> tuple[Fault, ...]:
    """Return what `sentence` lost of who says so against `replaced`; empty when nothing.

    Whoever is named as the source of words in `replaced`, an outlet too, must be named as theirs
    in `sentence`, with a verb that says no more; a source that answers for all of `replaced` must
    answer for all of `sentence`. Words that nobody is said to have said must stand in `replaced`
    as such: there the brief speaks in its own voice, and only on what is corroborated.
    """
    mine, theirs = read(sentence, known), read(replaced, known)
    return (*_sources(mine, theirs), *_strangers(mine, theirs), *_own_voice(mine, theirs))


def _sources(mine: Reading, theirs: Reading) -> Iterator[Fault]:
    """Yield sources that are gone, or that no longer answer for what they answered for."""
    body = _body(theirs)
    for source in theirs.attributions:
        kept = [one for one in mine.attributions if _same_source(one, source)]
        if not kept:
            yield Fault("attribution", f"{_named(theirs, source)} is gone")
            continue
        said = {theirs.tokens[at].key for at in body if source.covers(at)}
        other = {theirs.tokens[at].key for at in body if not source.covers(at)}
        bare = [
            at
            for at in _body(mine)
            if (not other or mine.tokens[at].key in said - other)
            and not any(one.covers(at) for one in kept)
        ]
        if bare:
            reason = f"{_named(theirs, source)} no longer answers for {words(mine, bare[:3])}"
            yield Fault("attribution", reason, spans(mine, bare))


def _strangers(mine: Reading, theirs: Reading) -> Iterator[Fault]:
    """Yield sources that `theirs` does not name at all, whatever they are said to have said."""
    there = {key for token in theirs.tokens for key in (token.key, token.surface)}
    for source in mine.attributions:
        if not (source.names | source.words) - gate_words().may_add <= there:
            yield Fault("speaker", f"{_named(mine, source)} is a source of its own")


def _same_source(mine: Attribution, theirs: Attribution) -> bool:
    """Return whether `mine` names all that `theirs` names, with no stronger verb."""
    free = gate_words().may_add
    # A name that opens a sentence is read as plain words: the two are not told apart.
    named = (theirs.names | theirs.words) - free <= mine.names | mine.words
    return named and theirs.pronoun == mine.pronoun and _no_stronger(mine.cls, theirs.cls)


def _no_stronger(mine: str, theirs: str) -> bool:
    return mine in gate_words().cue_may_become[theirs]


def _own_voice(mine: Reading, theirs: Reading) -> Iterator[Fault]:
    """Yield words said in the brief's own voice that `theirs` does not say in it."""
    free = {theirs.tokens[at].key for at in _body(theirs) if not _covered(theirs, at)}
    new = [at for at in _body(mine) if not _covered(mine, at) and mine.tokens[at].key not in free]
    if new:
        reason = f"nobody is said to have said {words(mine, new[:3])}"
        yield Fault("attribution", reason, spans(mine, new))


def _body(reading: Reading) -> list[int]:
    """Return the content words that are no part of an attribution's own words."""
    return [at for at in reading.body if reading.region_of(at) is None]


def _covered(reading: Reading, at: int) -> bool:
    return any(one.covers(at) for one in reading.attributions)


def _named(reading: Reading, source: Attribution) -> str:
    start, end = source.region
    first, last = reading.tokens[start], reading.tokens[max(start, end - 1)]
    return f"“{reading.text[first.start : last.end]}”"
