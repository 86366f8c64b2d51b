"""Merge: from copies and credits to origins, the independent roots of what is reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sitrep.lineage.components import components
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

    def rank(self, article_id: str) -> tuple[bool, datetime, str, str]:
        """Return the sort key by which the likeliest original of one text comes first."""
        root = self.scans[article_id].publisher
        return root.agency is None, self.time(article_id), root.reliability, article_id

    def time(self, article_id: str) -> datetime:
        """Return when the article was published; without a date, after all others."""
        return self.scans[article_id].article.published_at or UNDATED

    def size(self, article_id: str) -> int:
        """Return the number of the article's shingles."""
        return len(self.scans[article_id].signature.shingles)


def origins(evidence: Evidence) -> tuple[Origin, ...]:
    """Return the origins, by id; each article is in at least one.

    Copies of one text, reports that carry one agency, and several reports of one outlet within one
    story go back to one origin: none of them confirms another.
    """
    own = {group: _roots(group, evidence) for group in _copy_groups(evidence)}
    found: dict[tuple[str, str], set[str]] = {}
    roots: dict[str, Root] = {}
    for group, sources in _sources(evidence, tuple(own)).items():
        story = evidence.stories[group[0]]
        for root in (root for source in sources for root in own[source]):
            roots[root.key] = root
            found.setdefault((root.key, story), set()).update(group)
    made = [
        _origin(roots[key], tuple(sorted(articles)), evidence)
        for (key, _), articles in found.items()
    ]
    return tuple(sorted(made, key=lambda origin: origin.id))


def _copy_groups(evidence: Evidence) -> list[Group]:
    edges = [(c.left, c.right) for c in evidence.copies if c.relation != "contains"]
    return components(evidence.scans, edges)


def _roots(group: Group, evidence: Evidence) -> tuple[Root, ...]:
    """Return who answers for one text: the outlets credited with it, else its first publisher."""
    credited = {agency for member in group for agency in evidence.scans[member].carried.agencies}
    roots = {agency: evidence.credited[agency] for agency in credited}
    if all(evidence.scans[member].carried.own for member in group):
        first = evidence.scans[min(group, key=evidence.rank)].publisher
        roots[first.key] = first
    return tuple(roots[key] for key in sorted(roots))


def _sources(evidence: Evidence, groups: Sequence[Group]) -> dict[Group, tuple[Group, ...]]:
    """Return for each text the texts it goes back to: itself, and those of which it has a part.

    An excerpt goes back to the longer text, unless it was there first and came from another
    publisher: then the longer text took it up, and has reporting of its own if enough is left.
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
            derived.add(shorter)
            continue
        above[longer].add(shorter)
        if _share_taken(link, evidence) > 1 - OWN_SHARE:
            derived.add(longer)
    return {group: _reach(group, above, derived) for group in groups}


def _taken_up(link: Link, evidence: Evidence) -> bool:
    """Return whether the shorter text was there first, with another publisher."""
    longer, shorter = evidence.scans[link.left].publisher, evidence.scans[link.right].publisher
    return longer.key != shorter.key and evidence.time(link.right) < evidence.time(link.left)


def _share_taken(link: Link, evidence: Evidence) -> float:
    return link.score * evidence.size(link.right) / max(1, evidence.size(link.left))


def _reach(
    group: Group, above: Mapping[Group, set[Group]], derived: set[Group]
) -> tuple[Group, ...]:
    """Return the independent texts behind `group`; the group itself where a ring leaves none."""
    seen: set[Group] = set()
    pending, found = [group], set()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        if current not in derived:
            found.add(current)
        pending.extend(sorted(above[current]))
    return tuple(sorted(found)) or (min(seen),)


def _origin(root: Root, articles: Group, evidence: Evidence) -> Origin:
    first = min(
        articles,
        key=lambda id_: (evidence.scans[id_].publisher.key != root.key, evidence.rank(id_)),
    )
    return Origin(
        id=make_id("org", root.key, first),
        name=root.name,
        root=first,
        articles=articles,
        agency=root.agency,
        side=root.side,
        reasons=_reasons(root, articles, evidence),
    )


def _reasons(root: Root, articles: Group, evidence: Evidence) -> tuple[str, ...]:
    inside = set(articles)
    reasons = {
        f"{reason} ({evidence.scans[id_].publisher.name})"
        for id_ in articles
        if root.key in evidence.scans[id_].carried.agencies
        for reason in evidence.scans[id_].carried.reasons
    }
    reasons.update(
        f"{link.relation.replace('_', ' ')}: {link.reasons[0]}"
        for link in evidence.copies
        if link.left in inside and link.right in inside
    )
    own = sum(evidence.scans[id_].publisher.key == root.key for id_ in articles)
    if own:
        reasons.add(f"{own} published by {root.name}")
    return tuple(sorted(reasons))
