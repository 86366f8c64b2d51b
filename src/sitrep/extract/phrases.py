"""Reporting words that are several: "according to", "in the words of", "turned down"."""

from spacy.tokens import Token

from sitrep.vocabulary.reporting import Reporting, ReportingWord


def phrase_at(token: Token, words: Reporting) -> tuple[list[Token], ReportingWord] | None:
    """Return the tokens of a reporting phrase that begins at `token`, with its entry."""
    doc = token.doc
    for phrase in words.openings.get(token.lower_, ()):
        parts = phrase.split()
        tokens = list(doc[token.i : token.i + len(parts)])
        if [piece.lower_ for piece in tokens] == parts:
            return tokens, words.phrases[phrase]
    return None


def phrasal_verb(verb: Token, words: Reporting) -> ReportingWord | None:
    """Return the reading of `verb` whose particle or object hangs on it: "turned down"."""
    readings = words.phrasal.get(verb.lemma_.lower(), ())
    if not readings:
        return None
    hung = {child.lemma_.lower() for child in verb.children if child.i > verb.i}
    return next((one for one in readings if one.needs & hung), None)


def infinitive(verb: Token) -> bool:
    """Tell whether `verb` opens with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
