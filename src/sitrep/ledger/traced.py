"""What lineage traced, by article: the origin that stands for it, and its stories."""

from collections.abc import Iterable

from sitrep.model.lineage import Origin, Story


def roots(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Return for each article the origin that stands for all origins it is linked with.

    Origins that share an article are one: what a report took from two roots adds no third.
    """
    standing: dict[str, Origin] = {}
    held: dict[str, list[str]] = {}
    ordered = sorted(origins, key=lambda origin: (-len(origin.articles), origin.id))
    for origin in ordered:
        known = {one.id: one for a in origin.articles if (one := standing.get(a)) is not None}
        chosen = min([origin, *known.values()], key=lambda one: (one.agency is None, one.id))
        joined = [article for article in origin.articles if article not in standing]
        for id_ in known.keys() - {chosen.id}:
            joined += held.pop(id_)
        held.setdefault(chosen.id, []).extend(joined)
        standing.update(dict.fromkeys(joined, chosen))
    return standing


def stories(told: Iterable[Story]) -> dict[str, tuple[Story, ...]]:
    """Return the stories of each article, by id."""
    found: dict[str, tuple[Story, ...]] = {}
    for story in sorted(told, key=lambda story: story.id):
        for article in story.articles:
            found[article] = (*found.get(article, ()), story)
    return found
