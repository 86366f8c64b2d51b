"""The engines a process shares, each loaded when first asked for.

Their modules are imported only then: spaCy alone takes most of a second, which a brief made from
what the store holds need not spend.
"""
# ruff: noqa: PLC0415 - the reason stands above

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sitrep.model.base import Record

if TYPE_CHECKING:
    from sitrep.language.encode import Encoder
    from sitrep.language.parse import Parser


@cache
def _parser() -> Parser:
    from sitrep.language.parse import Parser

    return Parser.load()


@cache
def _encoder() -> Encoder:
    from sitrep.language.encode import Encoder

    return Encoder.load()


class Engines(Record, frozen=True, kw_only=True):
    """Hands out the parser and the encoder, one of each in a process.

    It carries no engine itself, so it can be pickled to a worker, which loads its own.
    """

    @property
    def parser(self) -> Parser:
        """The English parser."""
        return _parser()

    @property
    def encoder(self) -> Encoder:
        """The sentence encoder."""
        return _encoder()
