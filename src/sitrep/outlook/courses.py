"""How a dispute on a proposal may go, in words: settled or stalled, and the signs of either."""

from sitrep.outlook.evidence import Evidence
from sitrep.outlook.proposals import Dispute
from sitrep.outlook.stands import ANNOUNCED, BLAMED, BOUND

_YES = "an acceptance without new conditions, and a date for the start"


def settled(found: Dispute, evidence: Evidence) -> tuple[str, str]:
    """Return the course to a settlement and its signs, as clauses."""
    party, other = _both(found, evidence)
    if found.value in BOUND:
        return (
            f"the conditions of {party} are ones that {other} accepts",
            f"the conditions in writing and an answer of {other} to them",
        )
    if found.value == "open" and found.others is not None and found.others.value == "open":
        return f"{party} and {other} settle the terms", "an agreed text and a date for the start"
    if found.value == BLAMED:
        return f"{party} and {other} agree on terms", "another round of talks and an agreed text"
    if found.value == "refused":
        return f"{party} gives up its refusal", "talks on terms and a date for the start"
    return "the answer is yes and the terms are settled", _YES


def stalled(found: Dispute, evidence: Evidence, own_terms: str) -> tuple[str, str]:
    """Return the course without one and its signs; `own_terms` are what the party says it wants."""
    party, other = _both(found, evidence)
    if found.value in BOUND:
        return (
            f"the conditions of {party} go beyond what {other} accepts",
            "demands that have been refused before and further attacks",
        )
    if found.value == BLAMED:
        return "each side keeps to its account", "new conditions and further attacks"
    if found.value == "refused":
        return f"{party} keeps to its refusal", "another refusal and further attacks"
    if found.value == "open":
        return f"{party} ties its consent to conditions", "new demands and further attacks"
    if own_terms:
        return (
            f"{party} keeps to terms of its own ({own_terms})",
            "the same terms again and further attacks",
        )
    return "the answer is no, or none comes,", "new conditions and further attacks"


def _both(found: Dispute, evidence: Evidence) -> tuple[str, str]:
    """Return the names of the party asked and of the one across."""
    other = evidence.name(found.other) if found.other else "the other side"
    return evidence.name(found.party), other


def titles(found: Dispute, evidence: Evidence) -> tuple[str, str]:
    """Return the names of the course to a settlement and of the one without."""
    party, other = _both(found, evidence)
    name = other if found.value == "proposed" else party
    accepts, refuses = f"{name} accepts", f"{name} does not accept"
    words = {
        "conditions set": ("The conditions are met", "The conditions stand in the way"),
        ANNOUNCED: ("The conditions leave room", "The conditions stand in the way"),
        BLAMED: ("The sides agree after all", "Each side blames the other"),
        "refused": (f"{party} gives way", f"{party} keeps to its refusal"),
    }
    settled_as, stalled_as = words.get(found.value, (accepts, refuses))
    if found.value == "open" and found.others is not None and found.others.value == "open":
        settled_as, stalled_as = "The sides agree on terms", "The terms keep them apart"
    first, second = map(evidence.agreeing, (settled_as, stalled_as))
    return f"{first[:1].upper()}{first[1:]}", f"{second[:1].upper()}{second[1:]}"
