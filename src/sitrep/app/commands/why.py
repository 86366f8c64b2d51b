"""`sitrep why`: what a finding, or a sentence of a brief, rests on."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import counted, write, write_json
from sitrep.app.opened import brief_file, reading
from sitrep.ledger.explain import AnswerWhy, Told, Why, explain
from sitrep.model.brief import Brief, BriefSentence
from sitrep.model.errors import UsageError
from sitrep.model.findings import Finding
from sitrep.model.lineage import Origin
from sitrep.store.protocol import Store
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre
from sitrep.vocabulary.types import Vocabulary

_SENTENCE = re.compile(r"(headline|key points?|lead|analysis|contested)\D*(\d+)?", re.IGNORECASE)
_NAMED = {
    "headline": ("headline", None),
    "key point": ("key point", None),
    "lead": ("sentence in its lead", "sentences in its lead"),
    "analysi": ("sentence in its analysis", "sentences in its analysis"),
    "contested": ("contested question", None),
}
"""What an entry of each part of a brief is called, one and many."""
_ALL = 1_000_000
_QUOTE = 160
"""Characters of evidence shown for each claim."""


def why(
    what: Annotated[
        str, typer.Argument(help='A finding\'s id, or its beginning; or "key point 2" of a brief.')
    ],
    brief: Annotated[
        Path | None,
        typer.Option(help="The brief's JSON [default: the newest brief in the store]."),
    ] = None,
    theatre: options.Theatre = "ukraine",
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    json: options.Json = False,
) -> None:
    """Show what a finding rests on: answers, independent origins, sides, grade, importance.

    A sentence of a brief is named by its part and number: headline, key point 2, lead 1,
    analysis 4, contested 1.

    Examples:

      sitrep why fnd-3f2a

      sitrep why "key point 2" --brief brief.json
    """
    words = load(vocabulary)
    with reading(options.store_path(store)) as kept:
        found = _sentence_findings(kept, what, brief, theatre) or _by_id(kept, what)
        told = [(_explained(kept, finding, words), _place(kept, finding)) for finding in found]
    if json:
        write_json([one for one, _ in told])
        return
    write("\n\n".join(_text(one, place, words) for one, place in told))


def _by_id(kept: Store, prefix: str) -> list[Finding]:
    found = [one for one in kept.find(prefix) if isinstance(one.record, Finding)]
    exact = [one for one in found if one.id == prefix] or found
    if len(exact) != 1:
        more = f"is the beginning of {len(exact)} findings" if exact else "is no finding's id"
        raise UsageError(
            f'{prefix}: {more}; `sitrep findings` lists ids, "key point 2" names a sentence'
        )
    return [one.record for one in exact if isinstance(one.record, Finding)]


def _sentence_findings(kept: Store, what: str, path: Path | None, theatre: str) -> list[Finding]:
    """Return the findings behind the sentence that `what` names, none where it names none."""
    named = _SENTENCE.fullmatch(what.strip())
    if named is None:
        return []
    written = _brief(kept, path, theatre)
    part, number = named[1].lower().rstrip("s"), int(named[2] or 1)
    ids = _ids(written, part)
    if not 1 <= number <= len(ids):
        raise UsageError(f"{what}: the brief has {counted(len(ids), *_NAMED[part])}")
    found = [record for id_ in ids[number - 1] if (record := _finding(kept, id_)) is not None]
    if not found:
        raise UsageError(f"{what}: the store holds no finding behind it; name its --store")
    return found


def _brief(kept: Store, path: Path | None, theatre: str) -> Brief:
    if path is None:
        briefs = kept.runs.briefs(theatre)
        if not briefs:
            raise UsageError(f"no brief on {theatre} in the store; name one with --brief")
        return briefs[-1]
    return brief_file(path)


def _ids(brief: Brief, part: str) -> list[tuple[str, ...]]:
    """Return the finding ids behind each entry of a part of a brief, in order."""
    sentences: dict[str, Sequence[BriefSentence]] = {
        "headline": [brief.headline],
        "key point": brief.key_points,
        "lead": [one for paragraph in brief.lead for one in paragraph.sentences],
        "analysi": [one for paragraph in brief.analysis for one in paragraph.sentences],
    }
    if part == "contested":
        return [(row.finding,) for row in brief.contested]
    return [sentence.findings for sentence in sentences[part]]


def _finding(kept: Store, id_: str) -> Finding | None:
    records = (one.record for one in kept.find(id_) if one.id == id_)
    return next((record for record in records if isinstance(record, Finding)), None)


def _explained(kept: Store, finding: Finding, words: Vocabulary) -> Why:
    claims = [claim for id_ in finding.claims if (claim := kept.claims.claim(id_)) is not None]
    ids = {claim.article_id for claim in claims}
    origins = [
        one.record
        for one in kept.find("org-", limit=_ALL)
        if isinstance(one.record, Origin) and ids & set(one.record.articles)
    ]
    roots = {id_ for origin in origins for id_ in (origin.root, *origin.articles)}
    return explain(
        finding,
        claims,
        articles={one.id: one for one in kept.reports.select(ids | roots)},
        origins=origins,
        theatre=find_theatre(words, finding.theatre),
        vocabulary=words,
    )


def _place(kept: Store, finding: Finding) -> str:
    """Return where a finding stands by importance among those of the theatre's last run."""
    latest = kept.runs.latest(finding.theatre)
    every = kept.runs.findings(latest.run_id) if latest else ()
    if finding.id not in {one.id for one in every}:
        return "not among the findings of the last run"
    ahead = [one for one in every if one.importance > finding.importance]
    track = [one for one in ahead if one.track == finding.track]
    of_track = sum(one.track == finding.track for one in every)
    return (
        f"{len(ahead) + 1} of {len(every)} findings of the last run, "
        f"{len(track) + 1} of {of_track} on {finding.track}"
    )


def _text(told: Why, place: str, words: Vocabulary) -> str:
    finding = told.finding
    grade = finding.grade
    lines = [
        finding.question.text,
        f"{finding.id} · {finding.status} · {finding.question.kind} · {finding.track}",
        "",
    ]
    for answer in told.answers:
        lines += [*_answer(answer, words), ""]
    lines.append(f"Grade {grade.reliability}{grade.credibility}")
    lines += [f"  {reason}" for reason in grade.reasons]
    lines += ["", f"Importance {finding.importance:.2f}: {place}"]
    lines += [f"  {reason}" for reason in finding.reasons]
    if finding.supersedes:
        lines += ["", f"It replaces {finding.supersedes}."]
    return "\n".join(lines)


_QUOTED = " (adds none: the same report quotes an origin above)"
_UNKNOWN = " (adds none: no outlet carries it that a theatre file knows)"
_ALL_UNKNOWN = " (no theatre file knows the outlet: all such are one)"


def _answer(answer: AnswerWhy, words: Vocabulary) -> Iterator[str]:
    counted = answer.counted
    sides = ", ".join(_side(side, words) for side in answer.sides)
    noun = "origin" if counted == 1 else "origins"
    yield f"“{answer.text}”: {counted} independent {noun} ({sides})"
    for origin in answer.origins:
        note = "" if origin.counts else _QUOTED
        if origin.counts and not origin.known:
            note = _UNKNOWN if any(one.known for one in answer.origins) else _ALL_UNKNOWN
        yield f"  {origin.name}{note}"
        for told in origin.told:
            yield f"    {_line(told)}"
        for reason in origin.reasons:
            yield f"    because: {reason}"
    for told in answer.against:
        yield f"  against: {_line(told)}"


def _side(side: str, words: Vocabulary) -> str:
    actor = words.actors.get(side)
    return actor.name if actor else "third parties" if side == "third" else side


def _line(told: Told) -> str:
    at = f", {told.published_at:%d %b %H:%M}" if told.published_at else ""
    quote = " ".join(told.quote.split())
    cut = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE].rstrip()}…"
    return f"{' ← '.join(told.chain)}{at}: {cut} [{told.claim_id[:12]}]"
