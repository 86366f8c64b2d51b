"""Article → extraction → claims: all extractors in their order over one parse."""

from collections.abc import Sequence
from typing import Any

import msgspec

from sitrep.extract.attributions import find_attributions
from sitrep.extract.claims import ClaimMaker
from sitrep.extract.events import find_events
from sitrep.extract.figures import find_figures
from sitrep.extract.gazetteer import Gazetteer
from sitrep.extract.names import NameFinder
from sitrep.extract.places import PlaceFinder
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.select import select, select_near
from sitrep.extract.slavic_attributions import find_slavic_attributions
from sitrep.extract.slavic_events import find_slavic_events
from sitrep.extract.slavic_names import SlavicNames
from sitrep.extract.theatres import TheatreFinder
from sitrep.extract.times import find_times
from sitrep.language.engines import Engines
from sitrep.model.documents import Article
from sitrep.model.extraction import Attribution, Claim, Extraction, Figure, Mention
from sitrep.vocabulary.slavic import is_slavic
from sitrep.vocabulary.tracks import track_words
from sitrep.vocabulary.types import Vocabulary


class Extractor:
    """Finds what an article says. A `Map` stage: one article at a time, no state between them.

    What it builds from the vocabulary is built at first use and left behind when it is pickled to
    a worker.
    """

    def __init__(self, engines: Engines, vocabulary: Vocabulary) -> None:
        self._engines = engines
        self._vocabulary = vocabulary
        self._finders: _Finders | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs to build the same extractor."""
        return {"_engines": self._engines, "_vocabulary": self._vocabulary, "_finders": None}

    def run(self, article: Article) -> tuple[Extraction, tuple[Claim, ...]]:
        """Return what was found in `article` for its claims, and the claims, over one parse.

        Only the sentences that concern a theatre, and those beside them, are parsed; `extract`
        reads all that carries a cue, and takes about three times as long. In an article on no
        theatre nothing is looked for.
        """
        with self._engines.parser.article():
            relevance = self._relevance(article)
            if not any(relevance):
                return Extraction(article_id=article.id), ()
            reading = self._read(article, select_near(article, [bool(of) for of in relevance]))
            extraction = self._extract(reading)
            return extraction, self._claims(reading, extraction, relevance)

    def extract(self, article: Article) -> Extraction:
        """Return all that was found in `article`; the tuples are in text order."""
        with self._engines.parser.article():
            return self._extract(self._read(article, select(article)))

    def claims(self, article: Article, extraction: Extraction) -> tuple[Claim, ...]:
        """Return the claims of `article`, in text order, from its `extraction`.

        It parses sentences again; `run` does both over one parse.
        """
        with self._engines.parser.article():
            relevance = self._relevance(article)
            reading = self._read(article, select_near(article, [bool(of) for of in relevance]))
            return self._claims(reading, extraction, relevance)

    def _relevance(self, article: Article) -> list[dict[str, float]]:
        """Return the theatres of each sentence of `article`, furniture included, before a parse."""
        finders = self._built()
        reading = self._read(article, [False] * len(article.sentences))
        if is_slavic(article.language):
            titled = finders.slavic.listed(article.title, article.language)
        else:
            titled = finders.names.listed(article.title, article.published_at)
        found = iter(finders.theatres.relevance(reading, self._mentions(reading), titled))
        return [next(found) if s.kind == "body" else {} for s in article.sentences]

    def _read(self, article: Article, chosen: Sequence[bool]) -> Reading:
        bodies = [
            (sentence, parsed)
            for sentence, parsed in zip(article.sentences, chosen, strict=True)
            if sentence.kind == "body"
        ]
        texts = [article.text[s.start : s.end] for s, parsed in bodies if parsed]
        names, published = self._built().names, article.published_at
        named = [names.leaves_names(text, published) for text in texts]
        docs = iter(self._engines.parser.parse(texts, named) if texts else ())
        return Reading(
            article=article,
            sentences=tuple(
                ReadSentence(
                    start=sentence.start,
                    end=sentence.end,
                    text=article.text[sentence.start : sentence.end],
                    doc=next(docs) if parsed else None,
                )
                for sentence, parsed in bodies
            ),
        )

    def _mentions(self, reading: Reading) -> tuple[Mention, ...]:
        finders = self._built()
        if is_slavic(reading.article.language):
            return finders.slavic.find(reading)
        return finders.names.find(reading)

    def _extract(self, reading: Reading) -> Extraction:
        finders = self._built()
        mentions = self._mentions(reading)
        places = finders.places.find(reading, mentions)
        times = find_times(reading)
        slavic = is_slavic(reading.article.language)
        attribute = find_slavic_attributions if slavic else find_attributions
        attributions = attribute(reading, mentions, self._vocabulary)
        happen = find_slavic_events if slavic else find_events
        figures = find_figures(reading, times)
        return Extraction(
            article_id=reading.article.id,
            mentions=mentions,
            places=places,
            times=times,
            figures=tuple(_claimed(figure, attributions) for figure in figures),
            attributions=attributions,
            events=happen(reading, mentions, places, times, attributions),
        )

    def _claims(
        self, reading: Reading, extraction: Extraction, relevance: list[dict[str, float]]
    ) -> tuple[Claim, ...]:
        maker = ClaimMaker(
            reading=reading,
            extraction=extraction,
            vocabulary=self._vocabulary,
            words=track_words(),
        )
        kinds = [sentence.kind for sentence in reading.article.sentences]
        return maker.claims(
            [of for of, kind in zip(relevance, kinds, strict=True) if kind == "body"]
        )

    def _built(self) -> "_Finders":
        if self._finders is None:
            self._finders = _Finders(self._vocabulary)
        return self._finders


class _Finders:
    """What is compiled from the vocabulary, once a process."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.names = NameFinder(vocabulary)
        self.slavic = SlavicNames(vocabulary)
        self.places = PlaceFinder(vocabulary, Gazetteer.load())
        self.theatres = TheatreFinder(vocabulary, track_words())


def _claimed(figure: Figure, attributions: tuple[Attribution, ...]) -> Figure:
    """Return `figure` with the speaker of the innermost attribution that holds it.

    Where that speaker is not known, nobody is its claimant: an outer one did not count.
    """
    holding = [
        (sum(span.end - span.start for span in attribution.content), number)
        for number, attribution in enumerate(attributions)
        if (attribution.speaker is not None or attribution.source is not None)
        and any(
            s.start <= figure.span.start and figure.span.end <= s.end for s in attribution.content
        )
    ]
    if not holding:
        return figure
    attribution = attributions[min(holding)[1]]
    return msgspec.structs.replace(
        figure, claimant=attribution.speaker, claimant_id=attribution.speaker_id
    )
