"""Names and sources in the words that readers see."""

from sitrep.model.findings import Finding
from sitrep.vocabulary.types import Theatre


def actor_name(actor_id: str, theatre: Theatre) -> str:
    """Return an actor's name: the theatre's, else its id as a title ("united-states")."""
    named = next((actor.name for actor in theatre.actors if actor.id == actor_id), None)
    return named or actor_id.replace("-", " ").title()


def proposal_name(proposal_id: str, theatre: Theatre) -> str:
    """Return a proposal with its article: "the 30-day ceasefire", "a ceasefire"."""
    named = next((one.name for one in theatre.proposals if one.id == proposal_id), None)
    if named is not None:
        return named if named.startswith("the ") else f"the {named}"
    return f"{'an' if proposal_id[0] in 'aeiou' else 'a'} {proposal_id}"


def according_to(finding: Finding) -> str:
    """Return ", according to …" for what is not corroborated, "" for what is."""
    claimants = finding.answers[0].claimants
    if finding.status == "corroborated" or not claimants:
        return ""
    return f", according to {claimants[0]}"
