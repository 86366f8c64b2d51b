"""Counts of the terms of the articles at hand, and how much each term says."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.telling import PRIOR_DOCUMENTS

Numbers = NDArray[np.int32]
Weights = NDArray[np.float32]

FIRST_ROOM = 1024


class Terms:
    """Numbers terms and counts the documents that hold each; forgets a term of no document."""

    def __init__(self) -> None:
        self._documents = 0
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []
        self._free: list[int] = []
        self._counts = np.zeros(FIRST_ROOM, dtype=np.int32)
        self._spread = np.zeros(FIRST_ROOM, dtype=np.float32)

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, terms: Mapping[str, int]) -> tuple[Numbers, Weights]:
        """Count a document; return the numbers of its terms, ascending, and 1 + log of each count.

        Source: the usual logarithmic term frequency; see `telling.tellings` for the batch.
        """
        known = self._numbers.get
        found = [known(term) for term in terms]
        if None in found:
            found = [self._number(term) for term in terms]
        numbers = np.array(found, dtype=np.int32)
        often = 1 + np.log(np.array([*terms.values()], dtype=np.float32))
        order = np.argsort(numbers)
        numbers = numbers[order]
        self._counts[numbers] += 1
        self._documents += 1
        return numbers, often[order].astype(np.float32)

    def drop(self, numbers: Numbers) -> None:
        """Take the document with the terms `numbers` out of the counts."""
        self._counts[numbers] -= 1
        self._documents -= 1
        for number in numbers[self._counts[numbers] == 0].tolist():
            del self._numbers[self._names[number]]
            self._free.append(number)

    def weights(self, numbers: Numbers) -> Weights:
        """Return by number how much a term says: the log of documents to documents with it."""
        total = self._documents + PRIOR_DOCUMENTS
        weighed: Weights = np.log(np.float32(total) / self._counts[numbers].astype(np.float32))
        return weighed

    def shared(self, numbers: Numbers, weights: Weights, others: Numbers) -> Weights:
        """Return for each of `others` its weight among `numbers`, 0 where it is not there."""
        self._spread[numbers] = weights
        found: Weights = self._spread[others]
        self._spread[numbers] = 0.0
        return found

    def _number(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is not None:
            return number
        if self._free:
            number = self._free.pop()
            self._names[number] = term
        else:
            number = len(self._names)
            self._names.append(term)
            if number == len(self._counts):
                self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
                self._spread = np.zeros(len(self._counts), dtype=np.float32)
        self._numbers[term] = number
        return number
