"""Phrases that name a source: "according to", "in the words of"."""

from spacy.tokens import Token

from sitrep.vocabulary.reporting import Reporting, ReportingWord


def phrase_at(token: Token, words: Reporting) -> tuple[list[Token], ReportingWord] | None:
    """Return the tokens of a reporting phrase that begins at `token`, with its entry."""
    doc = token.doc
    if token.lower_ not in _first_words(words):
        return None
    for phrase, entry in words.phrases.items():
        parts = phrase.split()
        tokens = list(doc[token.i : token.i + len(parts)])
        if [piece.lower_ for piece in tokens] == parts:
            return tokens, entry
    return None


def _first_words(words: Reporting) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in words.phrases)
