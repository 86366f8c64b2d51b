"""Merge: from copies and credits to origins, the independent roots of what is reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sitrep.lineage.components import components
from sitrep.lineage.copies import MOST
from sitrep.lineage.outlets import Root
from sitrep.lineage.scan import Scan
from sitrep.model.ids import make_id
from sitrep.model.lineage import Link, Origin

OWN_SHARE = 0.3
"""Share of a text that stands in no earlier one from which it is a report of its own beside it."""

UNDATED = datetime.max.replace(tzinfo=UTC)

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What origins are judged on, by article id.

    `credited` holds the roots of the outlets that any article credits, by id; `stories` is the
    story of each article.
    """

    scans: Mapping[str, Scan]
    credited: Mapping[str, Root]
    copies: Sequence[Link]
    stories: Mapping[str, str]

    def rank(self, article_id: str) -> tuple[datetime, bool, str, str]:
        """Return the sort key by which the likeliest original of one text comes first."""
        root = self.scans[article_id].publisher
        return self.time(article_id), root.agency is None, root.reliability, article_id

    def publisher(self, article_id: str) -> str:
        """Return the key of the article's publisher."""
        return self.scans[article_id].publisher.key

    def time(self, article_id: str) -> datetime:
        """Return when the article was published; without a date, after all others."""
        return self.scans[article_id].article.published_at or UNDATED

    def size(self, article_id: str) -> int:
        """Return the number of the article's shingles."""
        return len(self.scans[article_id].signature.shingles)

    def credited_by(self, article_id: str, origin: Origin) -> tuple[str, ...]:
        """Return the words with which the article credits the outlet of `origin`."""
        found = self.scans[article_id].carried.credits
        reasons = (reason for c in found if c.agency == origin.agency for reason in c.reasons)
        return tuple(dict.fromkeys(reasons))


def origins(evidence: Evidence) -> tuple[Origin, ...]:
    """Return the origins, by id; each article is in at least one.

    Copies of one text, reports that carry one agency, and several reports of one outlet within one
    story go back to one origin: none of them confirms another.
    """
    own = {group: _roots(group, evidence) for group in _copy_groups(evidence)}
    found: dict[tuple[str, str], set[str]] = {}
    roots: dict[str, Root] = {}
    for group, texts in _sources(evidence, tuple(own)).items():
        for text in texts:
            for root in own[text]:
                roots[root.key] = root
                found.setdefault((root.key, evidence.stories[text[0]]), set()).update(group)
    linked: dict[str, list[Link]] = {}
    for link in evidence.copies:
        linked.setdefault(link.left, []).append(link)
    made = [
        _origin(roots[key], tuple(sorted(articles)), evidence, linked)
        for (key, _), articles in found.items()
    ]
    return tuple(sorted(made, key=lambda origin: origin.id))


def wire_links(found: Sequence[Origin], evidence: Evidence) -> tuple[Link, ...]:
    """Return a link from an origin's original to each article that carries it by credit, sorted."""
    made = [
        Link(
            left=origin.root,
            right=id_,
            relation="wire_copy",
            score=1.0,
            reasons=reasons,
        )
        for origin in found
        for id_ in origin.articles
        if evidence.publisher(id_) != evidence.publisher(origin.root)
        and not evidence.scans[id_].carried.own
        and (reasons := evidence.credited_by(id_, origin))
    ]
    return tuple(sorted(made, key=lambda link: (link.left, link.right)))


def _copy_groups(evidence: Evidence) -> list[Group]:
    edges = [(c.left, c.right) for c in evidence.copies if c.relation != "contains"]
    return components(evidence.scans, edges)


def _roots(group: Group, evidence: Evidence) -> tuple[Root, ...]:
    """Return who answers for one text: the outlets credited with it, else its first publisher.

    One copy's credit explains the others; a text of one publisher may have both.
    """
    scans = [evidence.scans[member] for member in group]
    credited = {credit.agency for item in scans for credit in item.carried.credits}
    roots = {agency: evidence.credited[agency] for agency in credited}
    shared = len({item.publisher.key for item in scans}) > 1
    if not roots or (not shared and all(item.carried.own for item in scans)):
        first = evidence.scans[min(group, key=evidence.rank)].publisher
        roots[first.key] = first
    return tuple(roots[key] for key in sorted(roots))


def _sources(evidence: Evidence, groups: Sequence[Group]) -> dict[Group, tuple[Group, ...]]:
    """Return for each text the texts it goes back to: itself, and those of which it has a part.

    A text with a part of a longer one goes back to it, an excerpt to it alone, unless it was there
    first and came from another publisher: then the longer text took it up, and has reporting of its
    own if enough is left.
    """
    group_of = {member: group for group in groups for member in group}
    above: dict[Group, set[Group]] = {group: set() for group in groups}
    derived: set[Group] = set()
    for link in evidence.copies:
        longer, shorter = group_of[link.left], group_of[link.right]
        if link.relation != "contains" or longer == shorter:
            continue
        if not _taken_up(link, evidence):
            above[shorter].add(longer)
            derived |= {shorter} if link.score >= MOST else set()
        else:
            above[longer].add(shorter)
            derived |= {longer} if _share_taken(link, evidence) > 1 - OWN_SHARE else set()
    return {group: _reach(group, above, derived) for group in groups}


def _taken_up(link: Link, evidence: Evidence) -> bool:
    """Return whether the shorter text was there first, with another publisher."""
    another = evidence.publisher(link.left) != evidence.publisher(link.right)
    return another and evidence.time(link.right) < evidence.time(link.left)


def _share_taken(link: Link, evidence: Evidence) -> float:
    return link.score * evidence.size(link.right) / max(1, evidence.size(link.left))


def _reach(
    group: Group, above: Mapping[Group, set[Group]], derived: set[Group]
) -> tuple[Group, ...]:
    """Return the independent texts behind `group`; the least of a ring where there are none.

    What a text took up goes further back only if that text has nothing of its own: else two outlets
    with parts of different wires would pass them on to each other.
    """
    seen: set[Group] = set()
    pending, found = [group], set()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        if current not in derived:
            found.add(current)
        if current == group or current in derived:
            pending.extend(above[current])
    return tuple(sorted(found)) or (min(seen),)


def _origin(
    root: Root, articles: Group, evidence: Evidence, linked: Mapping[str, Sequence[Link]]
) -> Origin:
    """Return the origin of `articles`; `linked` are the links of an article to what it holds."""
    first = min(
        articles,
        key=lambda id_: (evidence.publisher(id_) != root.key, evidence.rank(id_)),
    )
    return Origin(
        id=make_id("org", root.key, first),
        name=root.name,
        root=first,
        articles=articles,
        agency=root.key if root.key in evidence.credited else root.agency,
        side=root.side,
        reasons=_reasons(root, articles, evidence, linked),
    )


def _reasons(
    root: Root, articles: Group, evidence: Evidence, linked: Mapping[str, Sequence[Link]]
) -> tuple[str, ...]:
    inside = set(articles)
    reasons = {
        f"{credit.reasons[0]} ({evidence.scans[id_].publisher.name})"
        for id_ in articles
        for credit in evidence.scans[id_].carried.credits
        if credit.agency == root.key
    }
    reasons.update(
        f"{link.relation.replace('_', ' ')}: {link.reasons[0]}"
        for id_ in articles
        for link in linked.get(id_, ())
        if link.right in inside
    )
    own = sum(evidence.publisher(id_) == root.key for id_ in articles)
    if own:
        reasons.add(f"{own} published by {root.name}")
    return tuple(sorted(reasons))
