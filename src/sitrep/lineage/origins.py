"""Merge: from copies and credits to origins, the independent roots of what is reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sitrep.lineage.carried import Carried
from sitrep.lineage.components import components
from sitrep.lineage.outlets import Root
from sitrep.model.documents import Article
from sitrep.model.ids import make_id
from sitrep.model.lineage import Link, Origin

OWN_SHARE = 0.3
"""Share of a text that stands in no earlier one from which it is a report of its own beside it."""

UNDATED = datetime.max.replace(tzinfo=UTC)

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What origins are judged on, by article id.

    `publishers` says who published each article, `credited` holds the roots of the outlets that
    any article credits, `stories` each article's story, `sizes` its number of shingles.
    """

    articles: Mapping[str, Article]
    publishers: Mapping[str, Root]
    carried: Mapping[str, Carried]
    credited: Mapping[str, Root]
    copies: Sequence[Link]
    stories: Mapping[str, str]
    sizes: Mapping[str, int]

    def rank(self, article_id: str) -> tuple[bool, datetime, str, str]:
        """Return the sort key by which the likeliest original of one text comes first."""
        article, root = self.articles[article_id], self.publishers[article_id]
        return root.agency is None, article.published_at or UNDATED, root.reliability, article_id


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
    return components(evidence.articles, edges)


def _roots(group: Group, evidence: Evidence) -> tuple[Root, ...]:
    """Return who answers for one text: the outlets credited with it, else its first publisher."""
    credited = {agency for member in group for agency in evidence.carried[member].agencies}
    roots = {agency: evidence.credited[agency] for agency in credited}
    if all(evidence.carried[member].own for member in group):
        first = evidence.publishers[min(group, key=evidence.rank)]
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
    longer, shorter = evidence.articles[link.left], evidence.articles[link.right]
    if evidence.publishers[longer.id].key == evidence.publishers[shorter.id].key:
        return False
    return (shorter.published_at or UNDATED) < (longer.published_at or UNDATED)


def _share_taken(link: Link, evidence: Evidence) -> float:
    return link.score * evidence.sizes[link.right] / max(1, evidence.sizes[link.left])


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
        articles, key=lambda id_: (evidence.publishers[id_].key != root.key, evidence.rank(id_))
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
        f"{reason} ({evidence.publishers[id_].name})"
        for id_ in articles
        if root.key in evidence.carried[id_].agencies
        for reason in evidence.carried[id_].reasons
    }
    reasons.update(
        f"{link.relation.replace('_', ' ')}: {link.reasons[0]}"
        for link in evidence.copies
        if link.left in inside and link.right in inside
    )
    own = sum(evidence.publishers[id_].key == root.key for id_ in articles)
    if own:
        reasons.add(f"{own} published by {root.name}")
    return tuple(sorted(reasons))
