"""Joins the tokens of names and offices to one token each, and numbers in words to one value."""

from collections.abc import Mapping
from functools import lru_cache

from sitrep.brief.verify.evidence import Known
from sitrep.brief.verify.tokens import Token, lemma, number_key
from sitrep.brief.verify.tokens import tokens as split_tokens
from sitrep.vocabulary.gates import gate_words

_LONGEST = 6
_OWNERS = frozenset({"its", "their", "his", "her"})
_PLACING = frozenset(
    {"in", "at", "near", "from", "to", "around", "outside", "into", "over", "through", "across",
     "on", "of", "toward", "towards", "for", "between", "visit", "leave", "reach"}
)  # fmt: skip


def name_key(words: list[Token]) -> str:
    """Return the form in which names are looked up: lower case, one space, no punctuation."""
    return " ".join(word.surface.replace("’", "'") for word in words if word.kind != "mark")


@lru_cache(maxsize=20_000)
def spelling(text: str) -> str:
    """Return any written name or office in the form in which names are looked up."""
    return name_key(split_tokens(text))


def join_stand_ins(tokens: list[Token], stands_for: Mapping[str, str], known: Known) -> None:
    """Let words of a passage be the name they stand for: "he" as "Vladimir Putin"."""
    for phrase, name in sorted(stands_for.items()):
        key = known.names.get(spelling(name)) or known.descriptions.get(spelling(name))
        words = spelling(phrase).split()
        if not may_stand_for(phrase, name, known):
            continue
        for at in range(len(tokens) - len(words) + 1):
            run = tokens[at : at + len(words)]
            if [token.surface for token in run] == words and not any(t.skip for t in run):
                _join(run, "@" + key if key else spelling(name).split()[-1])


def may_stand_for(phrase: str, name: str, known: Known) -> bool:
    """Return whether `phrase` can be `name` at all.

    "Which" goes on with its clause, "the leaders" are more than one person, and "the hospital's
    director" is not whoever else is called a director.
    """
    words = spelling(phrase).split()
    key = known.names.get(spelling(name)) or known.descriptions.get(spelling(name))
    titles = known.offices.get(key or "", ())
    if not words or words[-1] in gate_words().relatives | {"that"}:
        return False
    last, theirs = words[-1], spelling(name).split()[-1:]
    if len(words) > 1 and _plural(last) and not any(map(_plural, theirs)):
        return False
    owner = next((size for size, word in enumerate(phrase.split(), 1)
                  if word in _OWNERS or word.endswith(("'s", "’s"))), 0)  # fmt: skip
    if not owner or not titles or set(theirs) & set(words):
        return True
    rest = " ".join(words[owner:])
    return any(title == rest or (" " in rest and title.endswith(f" {rest}")) for title in titles)


def _plural(word: str) -> bool:
    return word.endswith("s") and lemma(word) != word


def join_names(tokens: list[Token], known: Known) -> None:
    """Mark names in `tokens`: known ones become one token with the key "@id"."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.skip or not token.capital or token.kind not in {"word", "stop", "name"}:
            index += 1
            continue
        used = _known_name(tokens, index, known)
        if not used and not token.initial:
            token.kind = "name"
            token.key = token.surface
        index += used or 1
    _absorb_offices(tokens, known)
    _unite(tokens)


def _known_name(tokens: list[Token], at: int, known: Known) -> int:
    """Join the longest known name at `at`; return how many tokens it took, 0 for none."""
    words: list[Token] = []
    for token in tokens[at : at + _LONGEST + 2]:
        if token.skip or (token.kind == "mark" and token.surface not in "-.’'"):
            break
        words.append(token)
    for size in range(len(words), 0, -1):
        if words[size - 1].kind == "mark":
            continue
        key = name_key(words[:size])
        found = known.names.get(key)
        if found is None and key in known.descriptions:
            following = tokens[at + size] if at + size < len(tokens) else None
            open_end = following is not None and not words[size - 1].possessive
            named_otherwise = (open_end and following is not None and following.capital) or (
                size == 1 and at > 0 and tokens[at - 1].capital and not tokens[at - 1].skip
            )
            same = (
                named_otherwise
                and _names_ahead(tokens, at + size, known) == (known.descriptions[key])
            )
            found = known.descriptions[key] if not named_otherwise or same else None
        if found is None and key in known.metonyms and not _placed(tokens, at):
            found = known.metonyms[key]
        if found is not None:
            _join(tokens[at : at + size], "@" + found)
            return size
    return 0


def _names_ahead(tokens: list[Token], at: int, known: Known) -> str | None:
    words = [token for token in tokens[at : at + 4] if token.kind != "mark"]
    for size in range(len(words), 0, -1):
        found = known.names.get(name_key(words[:size]))
        if found is not None:
            return found
    return None


def _placed(tokens: list[Token], at: int) -> bool:
    """Return whether the words before make a metonym a place ("in Moscow")."""
    return at > 0 and (tokens[at - 1].surface in _PLACING or tokens[at - 1].key in _PLACING)


def _join(words: list[Token], key: str) -> None:
    first, last = words[0], words[-1]
    first.key, first.kind, first.end = key, "name", last.end
    first.possessive = last.possessive
    first.skip = False
    for word in words[1:]:
        word.skip = True


def _absorb_offices(tokens: list[Token], known: Known) -> None:
    """Let a known person's token take in an office that the person holds, before or behind it."""
    if not known.offices:
        return
    for index, token in enumerate(tokens):
        if token.skip or token.kind != "name" or not token.key.startswith("@"):
            continue
        for title in known.offices.get(token.key[1:], ()):
            office = spelling(title)
            size = len(office.split())
            plain = [place for place in range(index) if tokens[place].kind != "mark"][-size:]
            if len(plain) == size and name_key([tokens[place] for place in plain]) == office:
                for place in range(plain[0], index):
                    tokens[place].skip = True
                token.start = tokens[plain[0]].start
                break
            _absorb_behind(tokens, index, office)


def _absorb_behind(tokens: list[Token], index: int, office: str) -> None:
    """Take in ", the Kremlin spokesman" after a name."""
    at = index + 1
    while at < len(tokens) and tokens[at].skip:
        at += 1
    if at >= len(tokens) or tokens[at].surface != ",":
        return
    at += 1
    if at < len(tokens) and tokens[at].surface == "the":
        at += 1
    size = len(office.split())
    if name_key(tokens[at : at + size]) == office:
        for place in range(at, at + size):
            tokens[place].skip = True


def _unite(tokens: list[Token]) -> None:
    """Make two neighbouring tokens of one id ("Russian President" "Vladimir Putin") one."""
    before: Token | None = None
    for token in tokens:
        if token.skip:
            continue
        same = before is not None and before.key == token.key and before.key.startswith("@")
        if same and before is not None:
            before.skip = True
            token.start = before.start
        before = token if token.kind == "name" else None


def join_numbers(tokens: list[Token]) -> None:
    """Make "1.5 million", "twenty-one" and "two hundred" one number token each."""
    index = 0
    while index < len(tokens):
        size, value = _number_run(tokens, index)
        if size:
            first = tokens[index]
            first.key, first.kind, first.end = (
                number_key(value),
                "number",
                tokens[index + size - 1].end,
            )
            for token in tokens[index + 1 : index + size]:
                token.skip = True
        index += size or 1


def _number_run(tokens: list[Token], at: int) -> tuple[int, float]:
    """Return how many tokens from `at` make a number, and its value."""
    words = gate_words()
    total = current = 0.0
    size = 0
    place = at
    while place < len(tokens) and not tokens[place].skip and tokens[place].kind != "date":
        token = tokens[place]
        if token.surface in words.numbers and _is_number(tokens, place):
            current += words.numbers[token.surface]
        elif token.kind == "number" and size == 0 and ":" not in token.key:
            current = float(token.key)
        elif token.surface in words.scales and size:
            scale = words.scales[token.surface]
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0.0
        elif token.surface in {"-", "and"} and _goes_on(tokens, place, size, current):
            place += 1
            continue
        else:
            break
        place += 1
        size = place - at
    return size, total + current


def _is_number(tokens: list[Token], at: int) -> bool:
    """Return whether "one" counts something here, and is not a pronoun."""
    if tokens[at].surface != "one":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.kind == "word"


def _goes_on(tokens: list[Token], at: int, size: int, current: float) -> bool:
    """Return whether the number goes on after this hyphen ("twenty-one") or "and" (after 100s)."""
    words = gate_words()
    following = tokens[at + 1].surface if at + 1 < len(tokens) else ""
    if not size or following not in words.numbers:
        return False
    if tokens[at].surface == "-":
        return 20 <= current < 100 and words.numbers[following] < 10
    return current >= 100 and tokens[at - 1].surface in words.scales
