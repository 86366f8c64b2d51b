"""Finds again what a decision was about: claims by their words, findings by question and claims.

Ids of claims and findings change when a newer version reads or groups a report otherwise; the words
of the report do not.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.review import Anchor, Target

LEAST_OVERLAP = 0.5
"""An anchored stretch and a claim are one when they share this much of the shorter: a newer version
may cut sentences otherwise."""
COPIED_WORDS = 6
"""From so many words on, the same sentence in another report is taken for a copy."""


class Anchors:
    """The claims and articles of one view, and which of them an anchor points to."""

    def __init__(self, claims: Iterable[Claim], articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._of_article: dict[str, list[Claim]] = defaultdict(list)
        self._of_words: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            self._of_article[claim.article_id].append(claim)
            self._of_words[_folded(claim.evidence.quote)].append(claim.id)
        self._of_url: dict[str, list[str]] = defaultdict(list)
        for article in articles.values():
            if article.url:
                self._of_url[article.url].append(article.id)

    def in_view(self, target: Target) -> bool:
        """Tell whether a report that the target rests on is in view."""
        return any(True for anchor in target.anchors for _ in self._texts(anchor))

    def claim(self, anchor: Anchor) -> str | None:
        """Return the id of the claim that the anchor points to, None where there is none.

        It stands in the same article, or in another text under the same address; it covers the
        anchored words, or most of them.
        """
        for article in self._texts(anchor):
            found = _place(anchor, article)
            if found is None:
                continue
            shared = [(_overlap(found, claim), claim) for claim in self._of_article[article.id]]
            near = [pair for pair in shared if pair[0] >= LEAST_OVERLAP]
            if near:
                return min(near, key=lambda pair: (-pair[0], pair[1].evidence.start))[1].id
        return None

    def claims(self, target: Target, *, copies: bool = False) -> tuple[str, ...]:
        """Return the ids of the claims that the target's anchors point to, in their order.

        With `copies` also of those that say the same in as many words in other reports.
        """
        found: list[str] = []
        for anchor in target.anchors:
            claim = self.claim(anchor)
            found += [claim] if claim is not None else []
            if copies and len(anchor.exact.split()) >= COPIED_WORDS:
                found += self._of_words.get(_folded(anchor.exact), [])
        return tuple(dict.fromkeys(found))

    def _texts(self, anchor: Anchor) -> Iterator[Article]:
        own = self._articles.get(anchor.article_id)
        if own is not None:
            yield own
        for other in sorted(self._of_url.get(anchor.url or "", ())):
            if other != anchor.article_id:
                yield self._articles[other]


def which(
    target: Target, candidates: Sequence[tuple[str, Collection[str]]], claims: Collection[str]
) -> int | None:
    """Return the position of the candidate that `target` means, None where there is none.

    A candidate is a question's key with the ids of its claims; `claims` are those that the target's
    anchors point to. The same question comes first; else the one of its kind that holds most of the
    claims, for a newer version may word the question otherwise.
    """
    wanted = target.question or ""
    shared = [len(set(claims).intersection(held)) for _, held in candidates]
    same = [at for at, (key, _) in enumerate(candidates) if key == wanted]
    kind = wanted.split("|", 1)[0]
    near = [
        at for at, (key, _) in enumerate(candidates) if shared[at] and key.split("|", 1)[0] == kind
    ]
    return min(same or near, key=lambda at: (-shared[at], at), default=None)


def _place(anchor: Anchor, article: Article) -> tuple[int, int] | None:
    """Return where the anchored words stand in an article, by position, else by the words around.

    Among equal places the one whose neighbourhood is most alike, then the nearest to the old one.
    """
    text = article.text
    if article.id == anchor.article_id and text[anchor.start : anchor.end] == anchor.exact:
        return anchor.start, anchor.end
    starts = []
    at = text.find(anchor.exact) if anchor.exact else -1
    while at >= 0:
        starts.append(at)
        at = text.find(anchor.exact, at + 1)
    if not starts:
        return None
    size = len(anchor.exact)
    best = max(
        starts,
        key=lambda start: (
            _alike(anchor.prefix, text[max(0, start - len(anchor.prefix)) : start])
            + _alike(anchor.suffix, text[start + size : start + size + len(anchor.suffix)]),
            -abs(start - anchor.start),
        ),
    )
    return best, best + size


def _alike(left: str, right: str) -> int:
    return sum((Counter(left.split()) & Counter(right.split())).values())


def _overlap(place: tuple[int, int], claim: Claim) -> float:
    start, end = place
    shared = min(end, claim.evidence.end) - max(start, claim.evidence.start)
    shorter = min(end - start, claim.evidence.end - claim.evidence.start)
    return shared / max(1, shorter)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
