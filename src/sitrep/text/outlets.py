"""Which outlet a report is from, as readers know it."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from sitrep.model.documents import RawItem
from sitrep.text.disguise import disguised
from sitrep.vocabulary.types import Outlet, Vocabulary

_SMALL = frozenset({"the", "of", "and", "de", "la"})
NAMELESS = "an outlet without a plain name"
LONGEST = 6
"""Words of a name; "The New York Review of Books" has as many."""
_SENTENCE = re.compile(r"[,;:!?<>\[\]{}|`*\"“”\n]|\. ")


def outlet_of(
    item: RawItem, url: str | None, site: str | None, vocabulary: Vocabulary
) -> tuple[str, str]:
    """Return (source id, name): the vocabulary's outlet, else site name, feed's name, domain or id.

    An outlet is known by a feed name or domain among its `ids`; a subdomain counts as its domain. A
    feed's name comes before the domain only where it reads as a name: "CTV News", not "ctv-top".
    A name that could be read as a sentence or as another's is passed over (`_plain`).
    """
    source = item.document.source_id
    domain = domain_of(url)
    known = _known(tuple(vocabulary.outlets.values()))
    keys = (item.outlet, source, site, *_domains(domain))
    for key in keys:
        outlet = known.get(key.casefold()) if key else None
        if outlet:
            return outlet.id, outlet.name
    given = (item.outlet or "").strip(" *_")
    names = (site, given if _reads_as_name(given) else None, domain, given, source)
    return source, next((name for name in names if name and _plain(name)), NAMELESS)


def _reads_as_name(given: str) -> bool:
    """Return whether every word begins with a capital, and none holds a dot, dash or bar."""
    words = given.split()
    plain = [word for word in words if word not in _SMALL]
    return bool(plain) and all(
        word[0].isupper() and word.replace("'", "").replace("’", "").replace("&", "").isalnum()
        for word in plain
    )


def _plain(name: str) -> bool:
    """Return whether an unknown outlet's name may stand in a sentence: it names and says nothing.

    "Officials confirmed it, Reuters" or a name in look-alike letters would speak for others.
    """
    return not _SENTENCE.search(name) and not disguised(name, "en") and len(name.split()) <= LONGEST


def domain_of(url: str | None) -> str | None:
    """Return the host of `url` without "www.", None without one."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _domains(domain: str | None) -> list[str]:
    """Return `domain` and the domains above it that still have a dot: en.x.org, x.org."""
    parts = (domain or "").split(".")
    return [".".join(parts[start:]) for start in range(max(0, len(parts) - 1))]


@lru_cache(maxsize=4)
def _known(outlets: tuple[Outlet, ...]) -> dict[str, Outlet]:
    """Index outlets by feed name, domain and name."""
    known: dict[str, Outlet] = {}
    for outlet in outlets:
        for key in (*outlet.ids, outlet.name):
            known.setdefault(key.casefold(), outlet)
    return known
