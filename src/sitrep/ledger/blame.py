"""Blame: two sides each of which accuses the other of the same."""

import re
from itertools import permutations

from sitrep.ledger.context import Context
from sitrep.ledger.rebuttals import KEY
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import deciding
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim

BLAME = f"{KEY}blame|"
"""How the key of a question begins who did what each says the other did."""
_IT = re.compile(r"\bit\b")
_SUBJECT = re.compile(
    r"The (?P<words>(?:[\w-]+ ){0,3}?(?P<noun>[a-z]+))(?=,| (?:has|have|had|is|are|was|were)\b)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCES = re.compile(r"[.!?][”\"]? +[A-Z]")
_WORDS = range(3, 17)
"""Shorter accusations do not say of what, longer ones are no question."""


def blame(claim: Claim, context: Context) -> list[Reply]:
    """Return what each of two sides says that a sentence has accuse "each other" of something.

    None where the accusation leans on other sentences, or where it is not sure who the two are.
    """
    text = claim.evidence.quote
    found = context.mutual.search(text)
    if found is None:
        return []
    what = _IT.sub(_named_above(claim, context), found["what"].strip())
    sides = _sides(claim, found.start(), context)
    if found["who"] is not None:  # "both sides"
        sides = context.parties if _of_parties(claim, sides, context) else ()
    leans = context.leaning.search(what.casefold())
    if len(sides) != 2 or len(what.split()) not in _WORDS or leans is not None:
        return []
    return [_reply(claim, what, who, other, context) for who, other in permutations(sides)]


def _named_above(claim: Claim, context: Context) -> str:
    """Return what "it" is: what the sentence before, first of its paragraph, begins with.

    "The plant" is called by its full name where the report has that; "it" where nothing is sure.
    """
    article = context.articles.get(claim.article_id)
    text = article.text if article else ""
    above = text[: claim.evidence.start].rpartition("\n")[2].strip()
    found = _SUBJECT.match(above)
    if found is None or _SENTENCES.search(above):
        return "it"
    full = re.search(rf"\b(?:[A-Z][\w’'-]+ )+(?:[a-z-]+ ){{0,2}}{re.escape(found['noun'])}\b", text)
    words = full[0].removeprefix("The ") if full else found["words"]
    return f"the {words}" if " " in words else "it"


def _sides(claim: Claim, end: int, context: Context) -> tuple[str, ...]:
    """Return the states and parties named before the accusation, each once."""
    named = (
        deciding(mention.entity_id, context)
        for mention in claim.mentions
        if mention.span.start < claim.evidence.start + end
    )
    return tuple(dict.fromkeys(one for one in named if one is not None))


def _of_parties(claim: Claim, named: tuple[str, ...], context: Context) -> bool:
    """Return whether "both sides" are the parties: the report names them before, and nobody else.

    Another war has two sides as well.
    """
    article = context.articles.get(claim.article_id)
    before = f"{article.title} {article.text[: claim.evidence.start]}" if article else ""
    words = {word.casefold() for word in _WORD.findall(before)}
    known = {**context.demonyms, **context.metonyms}
    told = {party for word, party in known.items() if word in words}
    told |= {one for one in context.parties if context.name(one).casefold() in words}
    return set(named) <= set(context.parties) <= told


def _reply(claim: Claim, what: str, who: str, other: str, context: Context) -> Reply:
    text = f"Who is to blame for {what}?"
    return Reply(
        claim=claim,
        kind="event",
        key=f"{BLAME}{text.casefold()}",
        text=text,
        answer=context.name(other),
        window=window_of(None, claim.published_at),
        weight=context.words.weights["statement"],
        claimant=context.name(who),
        claimant_id=who,
        actors=(who,),
    )
