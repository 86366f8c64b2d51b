"""Tracker states and base rates → the open question and two scenarios."""
