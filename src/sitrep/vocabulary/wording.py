"""How actors and proposals are called within a sentence for readers."""

import re
from collections import Counter

from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Actor, Theatre

CONDITIONS = "the other side's conditions"
"""What a party decides on where it names no proposal."""
_BODIES = ("government", "force", "ministry", "agency", "organisation", "group")
_HEADS = frozenset(
    {
        "army", "forces", "force", "front", "brigades", "movement", "party", "guard", "guards",
        "council", "corps", "military", "police", "militia",
    }
)  # fmt: skip
"""Last words of names of bodies that take an article, beside those of `titles.yaml`."""
_WITH_ARTICLE = ("united-", "european-union", "holy-see", "netherlands", "african-union")
"""Beginnings of ids whose names take "the" within a sentence."""

_PLACE_WITH_ARTICLE = re.compile(
    r"\b(in|at|on|over|enter|entered|controls|for|of|from|to) "
    r"(?=(?:[A-Z][\w’'-]* ){1,2}(?:Strip|Bank|Heights|Peninsula|Islands)\b)"
)
"""What stands before a place without its article: "in Gaza Strip"."""


def with_articles(text: str) -> str:
    """Return `text` with the articles that names of strips, banks and heights take."""
    return _PLACE_WITH_ARTICLE.sub(r"\1 the ", text)


def actor_name(actor_id: str, theatre: Theatre) -> str:
    """Return an actor's name with its article: "Russia", "the United States".

    The name is the theatre's, else the id as a title ("united-states").
    """
    named = next((actor.name for actor in theatre.actors if actor.id == actor_id), None)
    name = named or actor_id.replace("-", " ").title()
    return f"the {name}" if actor_id.startswith(_WITH_ARTICLE) else name


def named_within(actor: Actor) -> str:
    """Return an actor's name with the article it takes within a sentence: "the Houthis"."""
    listed = f"the {actor.name}".lower() in {alias.lower() for alias in actor.aliases}
    words = actor.name.split()
    headed = words[-1].lower() in titles().bodies | _HEADS or " of " in actor.name
    body = actor.kind in _BODIES and len(words) > 1 and headed
    owned = "'s " in actor.name or "’s " in actor.name
    first = actor.id.startswith(_WITH_ARTICLE) or " of the " in actor.name
    return f"the {actor.name}" if (listed or first or body) and not owned else actor.name


def party_country(party: str, theatre: Theatre) -> str:
    """Return the state of a party, as its bodies and officials have it (ISO 3166-1 alpha-2).

    "" where the theatre file names none.
    """
    codes = Counter(
        actor.country
        for actor in theatre.actors
        if actor.country and party in (actor.id, actor.speaks_for)
    )
    return max(sorted(codes), key=codes.__getitem__, default="")


def proposal_name(proposal_id: str, theatre: Theatre) -> str:
    """Return a proposal with its article: "the 30-day ceasefire", "a ceasefire".

    An id that begins with "the" is a name already.
    """
    named = next((one.name for one in theatre.proposals if one.id == proposal_id), None)
    if named is not None:
        return named if named.startswith("the ") else f"the {named}"
    if proposal_id.startswith("the "):
        return proposal_id
    return f"{'an' if proposal_id[0] in 'aeiou' else 'a'} {proposal_id}"
