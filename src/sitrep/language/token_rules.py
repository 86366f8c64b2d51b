"""spaCy's attribute rules from a table: the same annotations at a tenth of the time.

All but a few of the English model's rules look at one token alone: its tag, its letters, its
dependency. What they give is kept for each such triple; a sentence with a word that a rule over two
tokens begins with goes through spaCy's own matcher.
"""

from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.pipeline.attributeruler import (  # type: ignore[attr-defined]
    set_token_attrs,
)
from spacy.tokens import Doc

NAME = "sitrep_token_rules"
_MOST_REMEMBERED = 100_000
_Key = tuple[int, int, int]


class TokenRules:
    """Gives each token part of speech, morphology and lemma as `ruler` would."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._known: dict[_Key, dict[int, int]] = {}
        openings: list[dict[str, object]] = [
            pattern[0]
            for rule in cast("list[dict[str, Any]]", ruler.patterns)
            for pattern in rule["patterns"]
            if len(pattern) > 1 or rule["index"]
        ]
        self._plain = all(set(opening) <= {"LOWER", "TAG", "DEP"} for opening in openings)
        self._first_words = _words(openings)
        self._expletive = "expl" if any(o.get("DEP") == "expl" for o in openings) else ""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` and return it."""
        if not self._plain or any(
            token.lower_ in self._first_words or token.dep_ == self._expletive for token in doc
        ):
            return self._ruler(doc)
        for token in doc:
            key = (token.tag, token.lower, token.dep)
            given = self._known.get(key)
            if given is None:
                given = self._given(token.text, token.tag_, token.dep_, doc)
                if len(self._known) >= _MOST_REMEMBERED:
                    self._known.clear()
                self._known[key] = given
            if given:
                set_token_attrs(token, given)
        return doc

    def _given(self, text: str, tag: str, dep: str, doc: Doc) -> dict[int, int]:
        """Return what the rules give a token by itself, later rules over earlier ones."""
        alone = Doc(doc.vocab, words=[text], tags=[tag], deps=[dep])
        given: dict[int, int] = {}
        for rule, *_ in self._ruler.match(alone):
            given.update(self._ruler.attrs[rule])
        return given


def _words(openings: list[dict[str, object]]) -> frozenset[str]:
    """Return the words with which the rules over several tokens begin; `y'?` is spelt out."""
    found: set[str] = set()
    for opening in openings:
        lower = opening.get("LOWER")
        if isinstance(lower, str):
            found.add(lower)
        elif isinstance(lower, dict):
            found |= {"y", "y'"} if "REGEX" in lower else set(lower.get("IN", ()))
    return frozenset(found)


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> "_Slot":  # noqa: ARG001 - spaCy passes both by name
    return _Slot()


class _Slot:
    """The place of the rules in a pipeline, filled after the swap."""

    rules: TokenRules

    def __call__(self, doc: Doc) -> Doc:
        return self.rules(doc)


def swap_in(pipeline: Language) -> None:
    """Put the table in the place of the pipeline's attribute ruler."""
    ruler = cast("AttributeRuler", pipeline.get_pipe("attribute_ruler"))
    pipeline.replace_pipe("attribute_ruler", NAME)
    cast("_Slot", pipeline.get_pipe("attribute_ruler")).rules = TokenRules(ruler)
