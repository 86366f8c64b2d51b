"""Which outlet published an article, by the vocabulary or by its own name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from sitrep.model.documents import Article
from sitrep.vocabulary.types import Outlet, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Who answers for a report: an outlet of the vocabulary, or an unknown one by its name.

    `key` is equal for feeds of one publisher. `reliability` is the Admiralty letter.
    """

    key: str
    name: str
    agency: str | None = None
    side: str | None = None
    reliability: str = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The outlets of a vocabulary by every key under which their reports come."""

    by_key: Mapping[str, Outlet]
    by_id: Mapping[str, Outlet]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Self:
        """Return the outlets of `vocabulary`; of two that claim a key the lesser id has it."""
        by_key: dict[str, Outlet] = {}
        for outlet in sorted(vocabulary.outlets.values(), key=lambda outlet: outlet.id):
            for key in (outlet.id, outlet.name, *outlet.ids):
                by_key.setdefault(key.casefold(), outlet)
        return cls(by_key=by_key, by_id=vocabulary.outlets)

    def root_of(self, article: Article) -> Root:
        """Return who published `article`: by feed, by host, by name; else the host or the name."""
        host = _host(article.url)
        keys = [article.source_id.casefold(), *_domains(host), article.outlet.casefold()]
        for key in keys:
            if outlet := self.by_key.get(key):
                return _root(outlet)
        name = article.outlet or host or article.source_id
        return Root(key=host or name.casefold(), name=name)

    def root(self, outlet_id: str) -> Root:
        """Return the root for an outlet of the vocabulary, by its id."""
        return _root(self.by_id[outlet_id])


def _root(outlet: Outlet) -> Root:
    return Root(
        key=outlet.id,
        name=outlet.name,
        agency=outlet.id if outlet.agency else None,
        side=outlet.side,
        reliability=outlet.reliability,
    )


def _host(url: str | None) -> str:
    if not url:
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").casefold()


def _domains(host: str) -> list[str]:
    """Return the host and the domains above it: "en.example.org", "example.org"."""
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]
