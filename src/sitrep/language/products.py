"""The parser's matrix products by NumPy's BLAS, which takes a third of the time of spaCy's own.

Measured on one core of an AMD EPYC at the model's sizes (300 × 288 by 288 × 288 and the like);
the products are over half of a parse.
"""

from typing import Any, cast

import numpy as np
from spacy.language import Language
from thinc.backends.numpy_ops import NumpyOps
from thinc.types import Floats2d


class Products(NumpyOps):  # type: ignore[misc]  # thinc's class is untyped Cython
    """thinc's operations with `gemm` by NumPy; sums are rounded in another order, at 1e-6."""

    def gemm(
        self,
        x: Floats2d,
        y: Floats2d,
        out: Any = None,
        trans1: bool = False,  # noqa: FBT001, FBT002 - thinc's signature
        trans2: bool = False,  # noqa: FBT001, FBT002
    ) -> Floats2d:
        """Return x @ y, each transposed first where asked for; into `out` if it is given."""
        left: Any = x.T if trans1 else x
        right: Any = y.T if trans2 else y
        product = np.matmul(left, right, out=out)
        return cast("Floats2d", product)


def use_numpy(pipeline: Language) -> None:
    """Let every layer of the pipeline's networks multiply by NumPy."""
    ops = Products()
    for _, part in pipeline.components:
        model = getattr(part, "model", None)
        if model is not None:
            for layer in model.walk():
                layer.ops = ops
