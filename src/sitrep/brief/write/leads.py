"""What the day's reports lead with: how many outlets' headlines tell what a sentence tells."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import simplemma

from sitrep.brief.material import Material
from sitrep.brief.write.sameness import content_words, one_name
from sitrep.model.documents import Article
from sitrep.vocabulary.standing import standing_words
from sitrep.vocabulary.stopwords import stopwords

_WORD = re.compile(r"[^\W_]+")

_LEAST = 0.35
"""Share of a headline's matter below which a sentence tells something else (set by reading the
headlines that the sentences of ten days met)."""
_OWN = 0.3
"""What a report's own headline says of its words beside others' headlines."""
_WORDS = 3
"""A headline with fewer telling words says too little to be told by anything."""


class Leads:
    """The headlines of the reports that the findings rest on, each once, by outlet."""

    def __init__(self, material: Material) -> None:
        self._articles = material.articles
        self._names = {**_alike(), **one_name(material.vocabulary)}
        claims = (material.claims.get(one) for f in material.findings for one in f.claims)
        reports = {claim.article_id for claim in claims if claim is not None}
        titles: dict[frozenset[str], Article] = {}
        for id_ in sorted(reports):
            article = material.articles[id_]
            words = self._words(article.title)
            if len(words) >= _WORDS:
                titles.setdefault(words, article)
        held = Counter(word for words in titles for word in words)
        self._rarity = {word: math.log1p(len(titles) / count) for word, count in held.items()}
        self._titles = [(words, one, self._mass(words)) for words, one in titles.items()]
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, (words, _, mass) in enumerate(self._titles):
            for word in self._rarest(words, (1 - _LEAST) * mass):
                self._by_word[word].append(number)

    def of(self, text: str, article_id: str = "") -> float:
        """Return how many outlets lead with what `text` tells: 0 for none, each one's share added.

        A headline that is told whole adds 1, a third of that where it stands over the report
        `article_id` from which the words are; one told by a third or less adds nothing.
        """
        told = self._words(text) & self._rarity.keys()
        best: defaultdict[str, float] = defaultdict(float)
        for number in sorted({one for word in told for one in self._by_word.get(word, ())}):
            words, article, mass = self._titles[number]
            shared = told & words
            if shared:
                share = max(0.0, self._mass(shared) / mass - _LEAST) / (1 - _LEAST)
                share *= _OWN if article.id == article_id else 1.0
                best[article.outlet] = max(best[article.outlet], share)
        return sum(best.values())

    def _rarest(self, words: frozenset[str], mass: float) -> Iterator[str]:
        """Yield the rarest words that together weigh `mass`: who has none of them has too little.

        So headlines are looked up by few words, however many there are.
        """
        for word in sorted(words, key=lambda one: (-self._rarity[one], one)):
            yield word
            mass -= self._rarity[word]
            if mass < 0:
                return

    def words(self, article_ids: Iterable[str]) -> frozenset[str]:
        """Return the content words of the headlines of these reports."""
        titles = (self._articles[one].title for one in article_ids)
        return frozenset().union(*map(content_words, titles))

    def _words(self, text: str) -> frozenset[str]:
        """Return the telling words of `text` by their lemmas, one word for each name of a state."""
        found = (match.group().lower() for match in _WORD.finditer(text.replace("’", "'")))
        telling = (word for word in found if word not in stopwords() and len(word) > 1)
        return frozenset(
            self._names.get(word) or simplemma.lemmatize(word, "en").lower() for word in telling
        )

    def _mass(self, words: frozenset[str]) -> float:
        return sum(self._rarity[word] for word in sorted(words))


def _alike() -> dict[str, str]:
    """Return the first word of each row of words for one thing by every other of the row."""
    return {word: row[0] for row in standing_words().alike for word in row}
