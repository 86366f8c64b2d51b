"""The name to put where a sentence calls its speaker "he" or "the minister"."""

from sitrep.brief.write.names import Names
from sitrep.model.extraction import Claim, Span

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "he", "she", "it", "they", "its", "his"}
)

NAMELESS = frozenset({"as-written", "several"})
"""Why the extraction takes a speaker for what the report calls him."""


def resolved(claim: Claim, names: Names) -> str | None:
    """Return the name to put for the speaker, None where the evidence names whom it must."""
    attribution = claim.attribution
    if attribution is None or attribution.source is None or attribution.speaker is None:
        return None
    if not names_source(claim):
        return None
    source = attribution.source
    named = any(
        m.span.start < source.end and source.start < m.span.end and m.kind != "office"
        for m in claim.mentions
    )
    definite = source.quote.lower().split()[0] in DEFINITE
    if not definite and not NAMELESS.isdisjoint(attribution.reasons):
        return None  # "officials said", "her father and a doctor said": nobody need be named
    capital = any(word[:1].isupper() for word in _after_first(source, claim.evidence))
    if named or (capital and "office" not in attribution.reasons):  # "The Prime Minister declared"
        return None
    return _name(claim, names)


def names_source(claim: Claim) -> bool:
    """Return whether the words that say who speaks stand in the evidence itself."""
    source = claim.attribution.source if claim.attribution else None
    evidence = claim.evidence
    return source is not None and evidence.start <= source.start < source.end <= evidence.end


def _name(claim: Claim, names: Names) -> str | None:
    """Return the name to put for a speaker, None where the evidence's own words do better."""
    attribution = claim.attribution
    if attribution is None:
        return None
    actor = names.whose(claim)
    if actor is None:
        return attribution.speaker
    # "The government's website" is not the country; a body named already keeps its name.
    # Nor is "he" a name twice: "Ushakov gave his answer when Ushakov said …".
    if actor.kind == "country" or _named(claim, actor.id):
        return None
    return names.speaker(actor)


def _after_first(source: Span, evidence: Span) -> list[str]:
    """Return the words of a source whose capital letter is not owed to the sentence's start."""
    found = source.quote.split()
    return found[1:] if source.start <= evidence.start + 1 else found


def _named(claim: Claim, actor_id: str) -> bool:
    """Return whether the evidence names the body outside the words taken for the speaker."""
    source = claim.attribution.source if claim.attribution else None
    return source is not None and any(
        m.entity_id == actor_id and not source.start <= m.span.start < source.end
        for m in claim.mentions
    )
