"""The engines a process shares, each loaded when first asked for."""

from functools import cache

from sitrep.language.encode import Encoder
from sitrep.language.parse import Parser
from sitrep.model.base import Record


@cache
def _parser() -> Parser:
    return Parser.load()


@cache
def _encoder() -> Encoder:
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
