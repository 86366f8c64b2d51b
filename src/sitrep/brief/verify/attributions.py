"""Finds who is said to have said what in one sentence, from reporting verbs and their places."""

from dataclasses import dataclass, field

from sitrep.brief.verify.phrases import DETERMINERS, joins_sources, source_phrase
from sitrep.brief.verify.tokens import Token, is_body
from sitrep.vocabulary.gates import cue_classes, gate_words, link_classes, operator_classes

_NOUN_BEFORE = frozenset({"the", "a", "an", "his", "her", "their", "this", "its", "to", "no",
                          "any", "new", "of", "that", "these", "those", "in", "for",
                          "on", "over", "with", "by", "about", "from"})  # fmt: skip
_BREAKS = frozenset({"that", "but", "while", "because", "if", "which", "who", "although", "when"})
_ALWAYS_VERBS = frozenset({"say", "says", "tell", "tells", "deny", "denies", "warns", "argues",
                           "insists", "announces", "declares", "confirms", "believes"})  # fmt: skip
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_MODAL = frozenset(
    {"not", "never", "will", "would", "can", "could", "may", "might", "should", "must"}
)
_UNSAID = _BE | _MODAL
"""Before a reporting verb these show that nothing was said, or not by whom."""
_NEGATIVE = frozenset({"no", "not", "neither", "nobody", "none", "nor", "never"})
_SUBJECTS = _BE | {"he", "she", "it", "they", "we", "i", "one", "there", "has", "have", "had",
                   "do", "does", "did"}  # fmt: skip
_BEHIND_NAME = frozenset({"of", "in", "on", "at", "from", "who", "and", "as", "during", "after",
                          "a", "the"})  # fmt: skip
_TAIL_OPENERS = frozenset(
    {"in", "on", "at", "to", "by", "via", "during", "from", "for", "with", "of"}
)
_INVERTED = frozenset({"say", "add", "note", "write", "explain", "warn", "stress", "report"})
"""Verbs before "the ministry" that have it as their subject; "announced the launch" has not."""
_OPENERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "it", "they", "he", "she", "no", "more"}
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "him", "her", "them"})
_QUOTES = frozenset('“”"«»')


_CLAUSE, _PLACING = 5, 16
"""Words that a clause before a source has at least, and a phrase of place behind it at most."""


@dataclass(slots=True)
class Attribution:
    """Who (`names`, `words`) is said with which class of cue to have said [content).

    All ranges are token positions. `region` is what belongs to the attribution itself. `names`
    are keys of names, `words` other content words of the source, `pronoun` says that it is one.
    """

    cue: int
    cls: str
    region: tuple[int, int]
    names: frozenset[str]
    words: frozenset[str]
    content: list[tuple[int, int]] = field(default_factory=list)
    pronoun: bool = False

    def covers(self, position: int) -> bool:
        """Return whether the token at `position` stands in the content."""
        return any(start <= position < end for start, end in self.content)


def find_attributions(live: list[Token]) -> list[Attribution]:
    """Return the attributions in the tokens of a sentence, in order of their cues."""
    found: list[Attribution] = []
    for at, token in enumerate(live):
        if token.quoted or token.kind == "mark":
            continue
        phrase = source_phrase(live, at)
        if phrase:
            found.append(_by_phrase(live, at, phrase))
        elif token.kind == "word" and token.key in cue_classes() and _is_verb(live, at):
            attribution = _by_verb(live, at)
            if attribution is not None:
                found.append(attribution)
    return found


def _is_verb(live: list[Token], at: int) -> bool:
    """Return whether the cue at `at` is a finite verb or "saying", not a noun or infinitive."""
    token = live[at]
    before = live[at - 1] if at else None
    near = [other.surface for other in live[max(0, at - 2) : at]]
    if token.possessive or (near and (near[-1] in _UNSAID or near[0] in _MODAL)):
        return False
    if before is not None and before.kind != "name" and before.surface in _NOUN_BEFORE:
        return before.surface == "that" and token.surface.endswith("ed")
    if before is not None and before.possessive:
        return False
    plain = token.surface in _ALWAYS_VERBS or token.key not in gate_words().cue_nouns
    return plain or token.surface.endswith(("ed", "ing")) or _reports(live, at)


def _reports(live: list[Token], at: int) -> bool:
    """Return whether "report", "claims" and the like at `at` open what somebody says."""
    following = live[at + 1] if at + 1 < len(live) else None
    if following is None:
        return False
    named = at > 0 and live[at - 1].kind == "name"
    opens = following.kind in {"name", "number"} or following.surface in _OPENERS
    return following.surface == "that" or following.surface in _QUOTES or (named and opens)


def _sentence_end(live: list[Token], at: int) -> int:
    """Return the position of the ";" or the end that closes the clause at `at`."""
    for place in range(at, len(live)):
        if live[place].surface == ";" and not live[place].quoted:
            return place
    return len(live)


def _clause_start(live: list[Token], at: int) -> int:
    for place in range(at - 1, -1, -1):
        if live[place].surface == ";" and not live[place].quoted:
            return place + 1
    return 0


def _source(live: list[Token], start: int, end: int) -> tuple[frozenset[str], frozenset[str], bool]:
    words = live[start:end]
    names = frozenset(token.key for token in words if token.kind == "name")
    plain = frozenset(token.key for token in words if token.kind == "word")
    plain |= {token.surface for token in words if token.initial and token.kind == "word"}
    pronoun = not names and any(token.surface in _PRONOUNS for token in words)
    return names, plain, pronoun


def _by_phrase(live: list[Token], at: int, size: int) -> Attribution:
    """Read "according to SOURCE": the rest of the clause is the content."""
    start, end = _clause_start(live, at), _sentence_end(live, at)
    stop = at + size
    while stop < end and live[stop].surface not in ",.(—–" and not live[stop].quoted:
        if live[stop].surface in _BREAKS:
            break
        stop += 1
    names, words, pronoun = _source(live, at + size, stop)
    content = [(start, at), (stop, end)]
    return Attribution(at, "say", (at, stop), names, words, content, pronoun)


def _by_verb(live: list[Token], at: int) -> Attribution | None:
    """Read "SOURCE said (that) …", "…, SOURCE said" and "…, said SOURCE"."""
    if live[at].surface.endswith("ing"):
        return _participle(live, at)
    before = live[at - 1] if at else None
    inverted = before is not None and before.surface in {",", *_QUOTES} and _names_follow(live, at)
    if inverted:
        start, end = at, _source_end(live, at + 1)
        names, words, pronoun = _source(live, at + 1, end)
    else:
        if before is not None and before.surface == "and":
            # "met X and said that": the subject stands further off, as with "saying that".
            return _participle(live, at)
        start = _source_start(live, at)
        names, words, pronoun = _source(live, start, at)
        end = at + 1
    silent = any(token.surface in _NEGATIVE for token in live[start:end])
    if silent or not (names or words or pronoun):
        return None
    cls = cue_classes()[live[at].key]
    return _with_content(live, at, (start, end), (cls, names, words, pronoun))


def _with_content(
    live: list[Token],
    at: int,
    core: tuple[int, int],
    source: tuple[str, frozenset[str], frozenset[str], bool],
) -> Attribution:
    """Decide whether the content stands before the attribution, behind it, or both."""
    start, end = core
    cls, names, words, pronoun = source
    tail = _tail_end(live, end)
    stop = _sentence_end(live, tail)
    after = any(is_body(token) for token in live[tail:stop])
    content = []
    first = _clause_start(live, start)
    boundary = start and live[start - 1].surface in {",", *_QUOTES, "—", "–"}
    if boundary and start - first >= _CLAUSE and _only_places(live[tail:stop]):
        after = False  # "…, Rubio said during a hearing at the committee."
    quoted_before = any(token.quoted for token in live[first:start])
    inserted = tail < len(live) and live[tail].surface == ","
    aside = after and not inserted and live[start].surface == "as"
    if boundary and not aside and (not after or quoted_before or inserted):
        content.append((first, start))
    if after:
        content.append((tail, stop))
    return Attribution(at, cls, (start, tail), names, words, content, pronoun)


def _only_places(rest: list[Token]) -> bool:
    """Return whether what follows a cue only says where or when somebody spoke."""
    opener = rest[0].surface if rest else ""
    short = len(rest) <= _PLACING and not any(token.surface == "that" for token in rest)
    return short and opener in gate_words().prepositions


def _participle(live: list[Token], at: int) -> Attribution:
    """Read "…, adding that …": the source is whoever the clause before is about."""
    tail = _tail_end(live, at + 1)
    content = [(tail, _sentence_end(live, tail))]
    cls = cue_classes()[live[at].key]
    return Attribution(at, cls, (at, tail), frozenset(), frozenset(), content, pronoun=True)


def _names_follow(live: list[Token], at: int) -> bool:
    """Return whether a source stands behind the cue at `at` ("said Peskov", "said the army")."""
    if at + 1 >= len(live):
        return False
    following = live[at + 1]
    if following.kind == "name":
        beyond = live[at + 2] if at + 2 < len(live) else None
        return (
            beyond is None
            or beyond.kind in {"mark", "name", "date"}
            or beyond.surface in _BEHIND_NAME
        )
    plain = live[at].key in _INVERTED or live[at - 1].surface in _QUOTES
    if plain and following.surface in {"the", "a", "an", "its", "their"}:
        end = _source_end(live, at + 1)
        return end >= len(live) or live[end].kind == "mark" or live[end].kind == "date"
    return False


def _source_end(live: list[Token], at: int) -> int:
    """Return where a source behind its cue ends."""
    place = at
    while place < len(live) and place - at < 12:
        token = live[place]
        if _breaks(token) or token.kind == "date":
            break
        if token.kind == "mark" and token.surface not in "-’'":
            break
        place += 1
    return place


def _source_start(live: list[Token], at: int) -> int:
    """Return where the source before the cue at `at` starts."""
    place = at
    if place and live[place - 1].surface == ",":
        # "Peskov, the spokesman, said": the source goes on before the apposition.
        opening = place - 2
        while opening >= 0 and live[opening].surface != ",":
            opening -= 1
        if opening > 0:
            place = opening
    while place > 0:
        token = live[place - 1]
        if _breaks(token):
            break
        if token.kind == "mark" and token.surface not in "-’'.()":
            break
        if token.surface == "and" and not joins_sources(live, place - 1):
            break
        place -= 1
    return place


def _breaks(token: Token) -> bool:
    """Return whether a source cannot reach over this token; "WHO" is no pronoun."""
    pointing = token.surface in _BREAKS and token.kind == "stop"
    return pointing or token.key in link_classes() or token.quoted


def _tail_end(live: list[Token], at: int) -> int:
    """Return where "(told) reporters in Moscow that" ends: behind "that", or behind the tail."""
    limit = min(len(live), at + 14)
    for place in range(at, limit):
        token = live[place]
        if token.surface == "that":
            return place + 1
        if token.kind == "mark" or token.quoted or token.surface in _SUBJECTS:
            break
        if token.key in operator_classes():
            break
    words = gate_words()
    place = at
    placing = False
    while place < limit:
        token = live[place]
        if token.kind == "date" or token.key in words.cue_tail or token.surface in words.cue_tail:
            placing = False
        elif token.kind == "stop" and token.surface in _TAIL_OPENERS:
            placing = True
        elif not (token.surface in DETERMINERS or
                  (token.kind == "name" and placing)):  # fmt: skip
            break
        place += 1
    ended = place >= len(live) or live[place].kind == "mark"
    return place if ended else at
