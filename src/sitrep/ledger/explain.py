"""Why a finding says what it says: its origins, and how each report leads back to one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sitrep.ledger.build import replies
from sitrep.ledger.context import Context
from sitrep.ledger.voices import Voices
from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Answer, Finding
from sitrep.model.lineage import Lineage, Origin
from sitrep.vocabulary.questions import load_questions
from sitrep.vocabulary.types import Theatre, Vocabulary

SPEAKER, OUTLET = "speaker:", "outlet:"


class Told(Record, frozen=True, kw_only=True):
    """One claim on its way: `chain` names the outlet that printed it and who it says said it."""

    claim_id: str
    article_id: str
    outlet: str
    title: str
    published_at: datetime | None
    quote: str
    chain: tuple[str, ...]


class OriginWhy(Record, frozen=True, kw_only=True):
    """An origin of an answer; `reasons` are the evidence on which its reports were traced to it.

    `counts`: it is no quotation of another; `known`: an outlet carries it that somebody has judged.
    """

    key: str
    name: str
    counts: bool
    known: bool
    reasons: tuple[str, ...]
    told: tuple[Told, ...]


class AnswerWhy(Record, frozen=True, kw_only=True):
    """An answer with its sides and origins; `counted` is the number of independent ones."""

    text: str
    counted: int
    sides: tuple[str, ...]
    origins: tuple[OriginWhy, ...]
    against: tuple[Told, ...]


class Why(Record, frozen=True, kw_only=True):
    """A finding explained: its answers, its grade and importance with their reasons."""

    finding: Finding
    answers: tuple[AnswerWhy, ...]


def explain(  # noqa: PLR0913 - what the ledger read, each named at the call
    finding: Finding,
    claims: Iterable[Claim],
    *,
    articles: Mapping[str, Article],
    origins: Sequence[Origin],
    theatre: Theatre,
    vocabulary: Vocabulary,
) -> Why:
    """Return the reasons of `finding` from its claims, their articles and lineage's origins."""
    context = Context(
        articles=articles,
        lineage=Lineage(origins=tuple(origins), stories=()),
        theatre=theatre,
        vocabulary=vocabulary,
        words=load_questions(),
    )
    known = {claim.id: claim for claim in claims}
    voices = Voices(context)
    return Why(
        finding=finding,
        answers=tuple(_answer(one, finding, known, context, voices) for one in finding.answers),
    )


def _answer(
    answer: Answer,
    finding: Finding,
    claims: Mapping[str, Claim],
    context: Context,
    voices: Voices,
) -> AnswerWhy:
    by: dict[str, list[Claim]] = {}
    for claim in (claims[one] for one in answer.claims_for if one in claims):
        by.setdefault(_origin(claim, finding, answer, context, voices), []).append(claim)
    return AnswerWhy(
        text=answer.text,
        counted=answer.counted,
        sides=answer.sides,
        origins=tuple(
            OriginWhy(
                key=key,
                name=_name(key, context),
                counts=key in answer.origins,
                known=key not in answer.unvouched,
                reasons=_reasons(by[key], context),
                told=tuple(_told(claim, context) for claim in by[key]),
            )
            for key in sorted(by, key=lambda key: _order(key, answer))
        ),
        against=tuple(
            _told(claims[one], context) for one in answer.claims_against if one in claims
        ),
    )


def _origin(
    claim: Claim, finding: Finding, answer: Answer, context: Context, voices: Voices
) -> str:
    """Return the origin that a claim's reply to the finding's question has."""
    settled = voices.settled(claim)
    same = [r for r in replies(settled, context) if r.kind == finding.question.kind]
    found = [reply.origin for reply in same] or [context.origin(settled)]
    return next((one for one in found if one in answer.origins), found[0])


def _order(key: str, answer: Answer) -> tuple[bool, bool, str]:
    return key not in answer.origins, key in answer.unvouched, key


def _name(key: str, context: Context) -> str:
    plain = key.removeprefix(SPEAKER).removeprefix(OUTLET)
    return context.name(plain)


def _reasons(claims: Iterable[Claim], context: Context) -> tuple[str, ...]:
    roots = {root.id: root for claim in claims if (root := context.root(claim.article_id))}
    many = (root for _, root in sorted(roots.items()) if len(root.articles) > 1)
    return tuple(dict.fromkeys(reason for root in many for reason in root.reasons))


def _told(claim: Claim, context: Context) -> Told:
    article = context.articles.get(claim.article_id)
    spoken = [one.speaker for one in (claim.attribution, *claim.nested) if one and one.speaker]
    outlet = context.outlet_name(claim)
    return Told(
        claim_id=claim.id,
        article_id=claim.article_id,
        outlet=outlet,
        title=article.title if article else "",
        published_at=claim.published_at,
        quote=claim.evidence.quote,
        chain=tuple(dict.fromkeys((outlet, *spoken))),
    )
