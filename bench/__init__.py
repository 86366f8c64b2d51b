"""Benchmarks on outside data, with pinned floors."""
