"""The tense of a headline: what was done as it is done, reported speech as it was spoken."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

import simplemma

from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.headlines import headline_words


def passive(text: str) -> frozenset[str]:
    """Return the words that stand behind a form of "be": no simple past in any shorter form."""
    return frozenset(re.findall(r"\b(?:was|were|been|being|is|are|be) (?:\w+ly )?(\w+)", text))


def present(text: str, verbs: frozenset[str], done: frozenset[str] = frozenset()) -> str:
    """Return `text` with its first simple past in the present, where it is one of `verbs`.

    Left as it is where another verb or an auxiliary could be the main one, and where it is one of
    the participles `done`.
    """
    tokens = text.split(" ")
    past = [at for at, word in enumerate(tokens) if at and is_past(word)]
    helped = [at for at, word in enumerate(tokens) if word.lower() in helping()]
    if not past or (helped and helped[0] < past[0]) or _goes_on(tokens[past[0] + 1 :]):
        return text
    named = all(word[:1].isupper() or word == "and" for word in tokens[: past[0]])
    if tokens[past[0]] in done or (tokens[past[0]] not in verbs and not named):
        return text
    at = past[0]
    after = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    if after in gate_words().prepositions | {"overnight"} and _verb_behind(tokens[at + 1 :]):
        return text
    base = base_of(tokens[at])
    tokens[at] = base if plural(" ".join(tokens[:at])) else _third(base)
    before, cue, said = " ".join(tokens).partition(" said that ")
    return f"{before} says {forward(said)}" if cue else before


def forward(text: str) -> str:
    """Return reported speech in the tense in which it was spoken: "had taken" is "has taken"."""
    lists = headline_words()
    wishing = "|".join(map(re.escape, lists.wishing))
    standing = "|".join(map(re.escape, lists.standing))
    if not re.search(r"\bif\b", text):
        text = re.sub(rf"\bwould (?!(?:{wishing})\b)", "will ", text, count=1)
    had = re.search(rf"\bhad (?=(?:not )?(?:\w+ed|\w+en|been|{_participles()})\b)", text)
    if had:
        subject = text[: had.start()].strip()
        text = f"{text[: had.start()]}{'have' if plural(subject) else 'has'} {text[had.end() :]}"
    was = re.search(rf"\b(was|were) (?=(?:not )?(?:\w+ing|{standing})\b)", text)
    if was:
        now = "is" if was[1] == "was" else "are"
        text = f"{text[: was.start()]}{now} {text[was.end() :]}"
    return text


def plural(subject: str) -> bool:
    """Return whether a subject takes its verb in the plural, by its last word before any phrase."""
    head = re.split(r" (?:of|in|at|from|with|for|on|to|by|near|under|over) |,? who |, ", subject)[0]
    last = head.split()[-1] if head.split() else ""
    low = last.lower()
    if (
        " and " in subject
        or re.match(r"(?:a |large |a large )number of\b", subject.lower())
        or re.search(rf"\b(?:{'|'.join(sorted(headline_words().plural))})$", head.lower())
        or low in {"they", "we"}
    ):
        return True
    lemma = simplemma.lemmatize(low, "en")
    noun = last.islower() or (last == head and lemma.islower())
    return last.endswith("s") and noun and lemma != low


def _verb_behind(tokens: Sequence[str]) -> bool:
    """Return whether the clause goes on to another verb: "appointed to the board has resigned"."""
    clause = takewhile(lambda word: word.lower() not in headline_words().subordinate, tokens)
    return any(is_past(word) or word.lower() in helping() - {"to"} for word in clause)


def _goes_on(tokens: Sequence[str]) -> bool:
    """Return whether another past is joined to the verb: "froze the talks and sanctioned"."""
    return any(one in {"and", "but"} and is_past(two) for one, two in pairwise(tokens))


def is_past(word: str) -> bool:
    """Return whether a word may be a verb in the simple past or its participle."""
    irregular = gate_words().irregular.get(word)
    return (irregular is not None and irregular != word) or (
        word.endswith("ed") and word.islower() and simplemma.lemmatize(word, "en") != word
    )


def base_of(word: str) -> str:
    """Return the form of a verb that stands in the dictionary."""
    return gate_words().irregular.get(word) or simplemma.lemmatize(word, "en").lower()


def is_present(word: str) -> bool:
    """Return whether a word may be a verb in the present: "visits"."""
    return word.islower() and word.endswith("s") and simplemma.lemmatize(word, "en") != word


@cache
def helping() -> frozenset[str]:
    """Return the auxiliaries."""
    return headline_words().auxiliaries - {"to", "not", "never"}


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2:-1] not in "aeiou" else f"{base}s"


@cache
def _participles() -> str:
    return "|".join(sorted(gate_words().irregular, key=len, reverse=True))
