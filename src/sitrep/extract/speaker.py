"""Who speaks, as far as the article tells."""

from dataclasses import dataclass

from sitrep.model.extraction import Reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: the name for readers, the vocabulary id, how sure (0 to 1) and why."""

    name: str | None
    entity_id: str | None = None
    score: float = 1.0
    reasons: Reasons = ()
    person: bool = False


NOBODY = Speaker(name=None, score=0.5, reasons=("no-source",))


def spelt(word: str) -> str:
    """Return a word for comparison, British and American spellings alike, without "'s"."""
    bare = word.lower().strip(".,;:()'’“”\"").removesuffix("'s").removesuffix("’s")
    return bare.replace("defence", "defense").replace("centre", "center")
