"""Sitrep turns many reports about a conflict into one situation brief that can be checked."""

__version__ = "0.1.0"
