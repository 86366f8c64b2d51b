"""Who speaks where a source names a body, or stands as it is written."""

from collections.abc import Sequence

from sitrep.extract.cast import is_person
from sitrep.extract.pronouns import UNRESOLVED
from sitrep.extract.quotes import Extent
from sitrep.extract.speaker import Speaker, spelt
from sitrep.model.extraction import Mention
from sitrep.vocabulary.reporting import Reporting

NOBODY_NAMED = frozenset(
    {
        "who",
        "that",
        "which",
        "whom",
        "what",
        "this",
        "these",
        "those",
        "there",
        "they",
        "one",
        "it",
        "he",
    }
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
_BODY_KINDS = frozenset({"organisation", "force", "group", "country"})
_NAMED_KINDS = _BODY_KINDS - {"country"}
_SMALL = frozenset({"of", "the", "for", "and"})
_LONGEST_NAME = 90
_UNSURE = 0.3


class Bodies:
    """The sources of one article by the names of bodies and persons in them."""

    def __init__(self, text: str, mentions: Sequence[Mention], words: Reporting) -> None:
        """Take the text of the article, the names in it, and the words that report."""
        self._text = text
        self._mentions = mentions
        self._words = words

    def beside(self, extent: Extent, within: Sequence[Mention]) -> Mention | None:
        """Return the listed body whose name ends a source: "the agency for refugees, UNRWA"."""
        for mention in within:
            start, end = mention.span.start, mention.span.end
            ends = not self._text[end : extent[1]].strip(" ,")
            set_off = start > extent[0] and self._text[:start].endswith(", ")
            if mention.entity_id and mention.kind in _NAMED_KINDS and ends and set_off:
                return mention
        return None

    def named(self, mention: Mention) -> Speaker:
        """Return who a name is, in full where it is short for one named before."""
        person = is_person(mention)
        if mention.entity_id is None and not person:
            return self._whole_name(mention) or self.body(mention, 0.6, "name")
        if "shared-surname" in mention.reasons:
            return Speaker(name=mention.name, score=_UNSURE, reasons=("shared-surname",))
        return Speaker(
            name=mention.name,
            entity_id=mention.entity_id,
            reasons=("surname" if "surname" in mention.reasons else "name",),
            person=person,
        )

    def body(self, mention: Mention, score: float, reason: str) -> Speaker:
        """Return the body of a name, how sure (0 to 1), and why."""
        return Speaker(
            name=_clean(mention.name), entity_id=mention.entity_id, score=score, reasons=(reason,)
        )

    def _whole_name(self, mention: Mention) -> Speaker | None:
        """Return the only body named in full whose name holds all words of a shorter one."""
        words = {spelt(word) for word in mention.name.split()} - _ARTICLES - _SMALL
        found: dict[str, str] = {}
        for other in self._mentions:
            if other.span.start >= mention.span.start or other.entity_id is None:
                continue
            named = {spelt(word) for word in f"{other.name} {other.span.quote}".split()}
            if len(words) > 1 and words <= named and other.kind in _BODY_KINDS:
                found[other.entity_id] = other.name
        if len(found) != 1:
            return None
        entity, name = next(iter(found.items()))
        return Speaker(name=name, entity_id=entity, score=0.8, reasons=("shortened-name",))

    def for_body(self, lemma: str, bodies: Sequence[Mention], extent: Extent) -> Speaker:
        """Return the body that "Ukrainian officials" or "the ministry's spokesman" speak for."""
        if len({m.country or m.entity_id for m in bodies}) > 1:
            released = next((m for m in bodies if self._releases(m, extent)), None)
            if released is None:
                return self.as_written(extent, "several-bodies")
            return self.body(released, 0.8, "released-by")
        body = bodies[0]
        known = lemma in self._words.spokespeople or lemma in self._words.bodies
        medium = lemma in self._words.media
        if not (known or medium or body.kind != "demonym"):
            return self.as_written(extent, "as-written")
        name = body.name if medium and body.kind != "demonym" else self.written(extent)
        reason = "speaks-for" if known else "source-names-body"
        score = 0.8 if known else 0.6
        return Speaker(name=name, entity_id=body.entity_id, score=score, reasons=(reason,))

    def _releases(self, body: Mention, extent: Extent) -> bool:
        """Return whether the source is what a body gave out: "data released by the ministry"."""
        before = self._text[extent[0] : body.span.start].lower().split()
        given, by = (["", "", *before[:-1]] if before[-1:] == ["the"] else ["", "", *before])[-2:]
        return by == "by" and given in self._words.giving_out

    def written(self, extent: Extent) -> str:
        """Return the words of a source without articles, cut where they are many."""
        words = self._text[extent[0] : extent[1]].split()
        while len(words) > 1 and words[0].lower() in _ARTICLES:
            words.pop(0)
        name = " ".join(words)
        name = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rsplit(" ", 1)[0]
        return _clean(name)

    def as_written(self, extent: Extent, reason: str) -> Speaker:
        """Return a speaker by the words alone, nobody where they are a mere pronoun."""
        name = self.written(extent)
        if name.lower() in NOBODY_NAMED or not any(letter.isalpha() for letter in name):
            return UNRESOLVED
        score = _UNSURE if len(name.split()) == 1 or reason != "as-written" else 0.6
        return Speaker(name=name, score=score, reasons=(reason,))


def _clean(name: str) -> str:
    """Return a name without the halves of brackets and marks that a cut left in it."""
    for left, right in ("()", "[]", "“”"):
        if name.count(left) != name.count(right):
            name = name.replace(left, "").replace(right, "")
    return name.strip(" ,;:—–-\"'").removesuffix("’s").removesuffix("'s") or name
