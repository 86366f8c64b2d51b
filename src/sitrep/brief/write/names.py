"""Names of people and bodies: full name and office at first mention, then short."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sitrep.brief.write.edits import Edit
from sitrep.model.extraction import Claim, Mention
from sitrep.vocabulary.actors import family_name, office_at
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Actor, Vocabulary

QUALIFIERS = ("acting", "former", "interim", "deputy", "then")
"""Words of a title that say that its holder does not quite hold the office."""
LONGEST_TITLE = 10
"""Words that a description set off before a name may have."""
POSSESSIVE = ("'s", "’s", "'", "’")


@dataclass(slots=True)
class Names:
    """Remembers whom a part of the brief has named; `day` is the day for which offices hold."""

    vocabulary: Vocabulary
    day: date | None
    named: set[str] = field(default_factory=set)
    _shared: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Find the names that tell nobody apart."""
        self._shared = shared_names(self.vocabulary)

    def edits(
        self, claim: Claim, skip: Sequence[tuple[int, int]] = (), *, offices: bool = True
    ) -> Iterator[Edit]:
        """Yield edits that give each person of the claim the right form of name.

        `skip` are stretches that stay as they are: quotations, and words already replaced. Without
        `offices` a first mention is the full name alone.
        """
        seen = set(self.named)
        for mention in claim.mentions:
            actor = self.vocabulary.actors.get(mention.entity_id or "")
            if actor is None or actor.kind != "person" or mention.kind != "person":
                continue
            start, end = mention.span.start, mention.span.end
            if not claim.evidence.start <= start < end <= claim.evidence.end:
                continue
            if any(start < b and a < end for a, b in skip):
                continue
            edit = self._edit(claim, mention, actor, first=actor.id not in seen, offices=offices)
            seen.add(actor.id)
            if edit is not None:
                yield edit

    def note(self, claim: Claim, printed: str) -> None:
        """Remember everyone whom the `printed` words of `claim` name.

        Who is named without the office, for want of room, is introduced again the next time.
        """
        ids = (*(mention.entity_id for mention in claim.mentions), claim.speaker_id)
        for entity_id in filter(None, ids):  # the words of a quotation do not name their speaker
            actor = self.vocabulary.actors.get(entity_id)
            if actor is None or actor.kind != "person":
                self.named.add(entity_id)
            elif actor.name.split()[-1] in printed and self._introduced(actor, printed):
                self.named.add(actor.id)

    def _introduced(self, actor: Actor, printed: str) -> bool:
        """Return whether the words give the person's office, or there is none to give."""
        full = self.full(actor)
        at = printed.find(actor.name)
        return full in printed or full == actor.name or title_before(printed[: max(at, 0)]) > 0

    def speaker(self, actor: Actor) -> str:
        """Return how to name `actor` as a speaker here: with office if not yet named."""
        if actor.kind != "person":
            takes_article = (
                actor.name.split()[-1].lower() in titles().bodies or " of " in actor.name
            )
            return f"the {actor.name}" if takes_article else actor.name
        return self.short(actor) if actor.id in self.named else self.full(actor)

    def short(self, actor: Actor) -> str:
        """Return how to name a person who has been introduced: by office where two bear the name.

        Without an office known for the day it is the full name.
        """
        name = short_name(actor)
        if name not in self._shared:
            return name
        office = office_at(actor, self.day) if self.day else None
        return f"the {office.short}" if office and office.short else actor.name

    def full(self, actor: Actor) -> str:
        """Return "Kremlin spokesman Dmitry Peskov": the office held on the day, then the name."""
        office = office_at(actor, self.day) if self.day else None
        if not office or not office.short or actor.name.startswith(office.short):
            return actor.name
        return f"{office.short} {actor.name}"

    def _dated(self, actor: Actor) -> bool:
        office = office_at(actor, self.day) if self.day else None
        return office is not None and (office.since is not None or office.until is not None)

    def _edit(
        self, claim: Claim, mention: Mention, actor: Actor, *, first: bool, offices: bool
    ) -> Edit | None:
        evidence = claim.evidence
        start, end = mention.span.start - evidence.start, mention.span.end - evidence.start
        before, written = evidence.quote[:start], mention.span.quote
        tail = next((mark for mark in POSSESSIVE if written.endswith(mark)), "")
        if actor.short is None and " " not in written:
            return None  # a surname that two people bear: the words around it must do
        led = title_before(before, _office_words(actor))
        explained = _appositive_after(evidence.quote[end:]) or _title_and_comma(before)
        if first:
            full = actor.name if explained or not offices else self.full(actor)
            titled = led > len_address(before)
            held = before[len(before) - led :].lower()
            qualified = any(w in held.split() and w not in full.lower() for w in QUALIFIERS)
            if titled and offices and (qualified or not self._dated(actor)):
                full = actor.name  # the evidence's title: ours may hold on another day
            kept = titled and full == actor.name and offices
            text, cut = full, len_address(before) if kept else led
        elif explained:
            return None
        else:
            text, cut = self.short(actor), led
        if cut > len_address(before):
            cut += _possessive(before[: len(before) - cut])
        of = _of_country(claim, mention, actor)
        if text + tail == written and not cut and not of:
            return None
        return Edit(start=mention.span.start - cut, end=mention.span.end + of, text=text + tail)


def _possessive(before: str) -> int:
    """Return the length of "his " and the like in front of a title that is written anew."""
    last = before.rstrip(" ").rsplit(" ", 1)[-1]
    return len(last) + 1 if last.lower() in {"his", "her", "its", "their"} else 0


def _of_country(claim: Claim, mention: Mention, actor: Actor) -> int:
    """Return the length of " of Ukraine" after the name: the office says it, or needs it not."""
    for other in claim.mentions:
        gap = claim.evidence.quote[
            mention.span.end - claim.evidence.start : other.span.start - claim.evidence.start
        ]
        if other.kind == "country" and gap == " of " and other.entity_id == actor.speaks_for:
            return other.span.end - mention.span.end
    return 0


def shared_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the short names that more than one person of the vocabulary bears."""
    people = (actor for actor in vocabulary.actors.values() if actor.kind == "person")
    borne = Counter(map(short_name, people))
    return frozenset(name for name, bearers in borne.items() if bearers > 1)


def short_name(actor: Actor) -> str:
    """Return the short form of a name: the file's, else the family name, "Leo XIV" whole."""
    family = family_name(actor.name)
    return actor.short or (actor.name if set(family) <= set("IVX") else family)


def _office_words(actor: Actor) -> frozenset[str]:
    """Return the lower-case words of every office the person has held."""
    told = " ".join(f"{office.title} {office.short or ''}" for office in actor.offices)
    return frozenset(told.lower().split())


def title_before(before: str, own: frozenset[str] = frozenset()) -> int:
    """Return how many characters at the end of `before` are a title that leads a name.

    `own` are further words that the person's titles may hold ("policy").
    """
    words, known = before.split(" "), titles()
    if len(words) < 2 or words[-1] != "":
        return 0
    taken: list[str] = []
    for word in reversed(words[:-1]):
        bare = word.lower()
        head = word in known.address or bare in known.heads
        named = word[:1].isupper() and bare not in stopwords()
        owner = bare.endswith(("'s", "’s")) or ("-" in word and any(map(str.isupper, word)))
        inner = bool(taken) and (bare in known.inside or bare in own or named or owner)
        if not (head or inner) or word.endswith((",", ":", ";", "”", '"')):
            break
        taken.append(word)
    while taken and taken[-1].lower() in {"of", "for"}:
        taken.pop()
    if not any(w.lower() in known.heads or w in known.address for w in taken):
        return 0
    return sum(len(word) + 1 for word in taken)


def len_address(before: str) -> int:
    """Return the length of "Mr. " and the like at the end of `before`."""
    last = before.rstrip(" ").rsplit(" ", 1)[-1]
    return len(last) + 1 if last in titles().address and before.endswith(" ") else 0


def _title_and_comma(before: str) -> bool:
    """Return whether "EU foreign policy chief, " or "a spokesman for the army, " leads the name."""
    title = before.rstrip(" ")
    chunk = title[:-1].rsplit(",", 1)[-1].lower().split()
    return title.endswith(",") and len(chunk) <= LONGEST_TITLE and _has_head(chunk)


def _has_head(chunk: Sequence[str]) -> bool:
    """Return whether a word of a description names an office ("the commander-in-chief")."""
    heads = titles().heads
    return any(word in heads or heads.intersection(word.split("-")) for word in chunk)


def _appositive_after(after: str) -> bool:
    """Return whether ", the foreign minister," follows a name."""
    chunk = after[:60].lower()
    return chunk.startswith((", the ", ", a ", ", who ", ", ")) and any(
        f"{head}" in chunk.split(",")[1] for head in titles().heads if len(head) > 4
    )


def window_day(until: datetime | None, since: datetime | None) -> date | None:
    """Return the day whose offices hold in a brief: that of the end of its window."""
    moment = until or since
    return moment.date() if moment else None
