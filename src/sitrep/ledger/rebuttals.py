"""Rebuttals: who denies, some sentences below, what somebody of another side has said.

"Hamas rejected that account" answers the sentence above it; "X denies that it did so" says itself
what it denies, and the sentence above says who claims it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sitrep.language.content import Content
from sitrep.ledger.clauses import denied_words
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import follows
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim, Span
from sitrep.vocabulary.wording import named_within

KEY = "denied|"
"""How the key of a question begins that a denial raises."""
Said: TypeAlias = dict[tuple[str, int], list[Claim]]
_ALIKE = 0.35
"""So much of the lesser sentence's matter makes two reports ones of the same statement."""
_REACH = 500
"""Who denies what was said further above than so many characters denies something else."""
_BESIDE = 2
_WORDS = 36
"""A longer clause is no question."""
_KNOWN = ("asserts", "alleges", "accuses", "reports", "confirms")
_THAT = re.compile(r"^(?:.*?\b)?that\s+", re.IGNORECASE)
_SAYING = re.compile(r"\b(?:said|says|saying|say|claimed|claims)\W*$", re.IGNORECASE)
_ARTICLES = ("A", "An")
_ACCUSING = re.compile(r"\baccus", re.IGNORECASE)
_CUT = ("clause", "appositive", "relative", "parenthetical")
_SHORT = 20
"""A longer clause can do without what adds to it."""
_PERSON, _BODY, _OWN = ("he", "she", "his", "her"), ("it", "its"), ("his", "her", "its")


def rebuttals(
    claims: Sequence[Claim], content: Content, context: Context
) -> Mapping[str, tuple[Reply, Reply]]:
    """Return by the id of a denying claim what is said to the question that it raises, and by whom.

    The first reply is of who is denied, in the same report or one that it quotes; the speakers are
    of two sides, or the one who denies, or his side, is named by the other.
    """
    found: dict[str, tuple[Reply, Reply]] = {}
    above: list[Claim] = []
    said_on = _by_speaker(claims, context)
    for claim in sorted(claims, key=lambda one: (one.article_id, one.evidence.start, one.id)):
        above = [one for one in above if follows(claim, one, _REACH)]
        if denied_words(claim, context):
            said = _quoted([claim, *reversed(above)], said_on, content, context)
            raised = _raised(claim, [said] if said else above, content, context)
            found.update({claim.id: raised} if raised is not None else {})
        above.append(claim)
    return found


def _by_speaker(claims: Sequence[Claim], context: Context) -> Said:
    """Return claims by the id of their speaker and the day of their report, as an ordinal."""
    found: Said = {}
    for claim in claims:
        who, day = context.speaker(claim), claim.published_at
        if who is not None and day is not None and claim.attribution is not None:
            found.setdefault((who, day.toordinal()), []).append(claim)
    return found


def _quoted(
    near: Sequence[Claim], said_on: Said, content: Content, context: Context
) -> Claim | None:
    """Return what another report has somebody say whose statement is quoted to be denied.

    "Asked about a statement by the ministry that …, an official denied it" is of what the ministry
    says in a report of that day or the day before; `near` are the denial and what stands above it,
    nearest first.
    """
    quoting = ((one, context.quoting.search(one.evidence.quote)) for one in near)
    claim, found = next(((one, it) for one, it in quoting if it is not None), (near[0], None))
    who = context.bodies.named(found["who"]) if found else None
    if who is None or claim.published_at is None:
        return None
    day = claim.published_at.toordinal()
    theirs = [one for on in (day - 1, day) for one in said_on.get((who, on), ())]
    alike = [
        (content.alike(one.id, claim.id), one.id, one)
        for one in theirs
        if one is not claim and _as_said(one, context)
    ]
    best = max(alike, default=None, key=lambda one: one[:2])
    return best[2] if best is not None and best[0] >= _ALIKE else None


def _raised(
    claim: Claim, above: Sequence[Claim], content: Content, context: Context
) -> tuple[Reply, Reply] | None:
    """Return the replies of who is denied and of who denies, None where that is not sure."""
    denied = denied_words(claim, context)
    opposed = [one for one in above if _opposed(one, claim, context)]
    if context.rebutted.search(denied.casefold()):
        said = _answered(claim, opposed, context)
        text = _as_said(said, context) if said else ""
    else:
        said = next((one for one in reversed(opposed) if _on(one, claim, content)), None)
        text = _as_denied(denied, claim, context) if said else ""
    if said is None or not text:
        return None
    return _reply(said, text, context), _reply(claim, text, context, affirms=False)


def _reply(claim: Claim, text: str, context: Context, *, affirms: bool = True) -> Reply:
    return Reply(
        claim=claim,
        kind="event",
        key=f"{KEY}{text.casefold()}",
        text=text,
        answer="yes",
        window=window_of(None, claim.published_at),
        weight=context.words.weights["statement"],
        affirms=affirms,
        actors=(claim.speaker_id,) if claim.speaker_id else (),
    )


def _opposed(said: Claim, claim: Claim, context: Context) -> bool:
    """Tell whether a claim is somebody's word that the speaker of another may deny."""
    if said.attribution is None or said.stance not in _KNOWN or said.speaker == claim.speaker:
        return False
    if said.side in context.parties and claim.side in context.parties:
        return said.side != claim.side
    named = {mention.entity_id for mention in said.mentions if mention.entity_id}
    sided = claim.side in context.parties and claim.side in map(context.side, named)
    return sided or claim.speaker_id in named


def _answered(claim: Claim, opposed: Sequence[Claim], context: Context) -> Claim | None:
    """Return what "denied it" answers: the first word of the last paragraph that somebody else has.

    "Likewise" says that others have denied it too, and that it may stand further above.
    """
    likewise = context.likewise.search(claim.evidence.quote.casefold()) is not None
    if not opposed or (likewise and opposed[-1].article_id == claim.article_id):
        return None
    last = opposed[-1]
    if last.article_id != claim.article_id:
        return last
    article = context.articles.get(claim.article_id)
    text = article.text if article else ""
    if "\n" not in text[last.evidence.end : claim.evidence.start]:
        return last
    start = text.rfind("\n", 0, last.evidence.start) + 1
    return next(
        one for one in opposed if one.evidence.start >= start and one.speaker == last.speaker
    )


def _on(said: Claim, claim: Claim, content: Content) -> bool:
    """Tell whether a claim is on what the denial below it is on, of whoever denies."""
    spoken_of = (one.entity_id for one in said.mentions if one.kind != "demonym")
    if claim.speaker_id is None or claim.speaker_id not in spoken_of:
        return False
    named = {word.casefold() for mention in said.mentions for word in mention.span.quote.split()}
    shared = content.terms(said.id) & content.terms(claim.id)
    beside = 0 <= claim.evidence.start - said.evidence.end <= _BESIDE
    return beside or any(word not in named for word in shared)


def _as_said(said: Claim, context: Context) -> str:
    """Return "Is it true that …?" with the words of who is denied, "" where none are a clause.

    "X accused Y of …" is asked as "Is X right to accuse Y of …?".
    """
    told = said.attribution
    if told is None or told.form == "direct" or not told.content:
        return ""
    first, actor = told.content[0], context.actor(said.speaker_id)
    if told.cue and _ACCUSING.search(told.cue.quote) and actor and " of " in first.quote:
        right = f"Is {named_within(actor)} right to accuse {first.quote}?"
        return right if _whole(first.quote, context) else ""
    before = said.evidence.quote[: first.start - said.evidence.start]
    that = first.quote.startswith("that ")
    plain = _lean(first, said).removeprefix("that ")
    opening, _, rest = plain.partition(" ")
    if not before and (opening in _ARTICLES or opening.casefold() in context.stop_words):
        plain = f"{opening.lower()} {rest}"
    leads = that or not before or _SAYING.search(before)
    return _question(plain, said, context) if leads else ""


def _as_denied(denied: str, claim: Claim, context: Context) -> str:
    """Return "Is it true that …?" with what a speaker denies, "" where it is no clause."""
    found = _THAT.match(denied)
    return _question(denied[found.end() :], claim, context) if found else ""


def _lean(part: Span, said: Claim) -> str:
    """Return words of a claim without clauses and appositions that a question can do without."""
    words = part.quote
    if len(words.split()) <= _SHORT:
        return words
    inside = [
        one
        for one in said.trims
        if one.kind in _CUT and part.start < one.start < one.end <= part.end
    ]
    start = part.end
    for one in sorted(inside, key=lambda one: (-one.end, one.start)):
        if one.end <= start:
            start = one.start
            words = words[: one.start - part.start] + words[one.end - part.start :]
    return words


def _question(clause: str, claim: Claim, context: Context) -> str:
    """Return the question whether a clause is true, "" where it leans on other sentences.

    A leading pronoun is the speaker, where it fits them.
    """
    actor = context.actor(claim.speaker_id)
    opening, _, rest = clause.partition(" ")
    if actor is not None and opening in (_PERSON if actor.kind == "person" else _BODY):
        name = named_within(actor)
        owned = "’" if name.endswith("s") else "’s"
        clause = f"{name}{owned if opening in _OWN else ''} {rest}"
    return f"Is it true that {clause}?" if _whole(clause, context) else ""


def _whole(clause: str, context: Context) -> bool:
    """Tell whether words can be read without the sentences around them."""
    few = 2 < len(clause.split()) <= _WORDS
    return few and context.leaning.search(clause.casefold()) is None
