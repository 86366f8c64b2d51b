"""Sources in the words that readers see."""

from sitrep.model.findings import Answer, Finding


def according_to(finding: Finding, answer: Answer | None = None) -> str:
    """Return ", according to …" for what is not corroborated, "" for what is.

    Without an `answer` the finding's leading one is meant.
    """
    claimants = (answer or finding.answers[0]).claimants
    if finding.status == "corroborated" or not claimants:
        return ""
    return f", according to {claimants[0]}"


def opened(text: str) -> str:
    """Return `text` with its first letter as a capital."""
    return f"{text[:1].upper()}{text[1:]}"
