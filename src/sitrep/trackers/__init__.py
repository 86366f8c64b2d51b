"""Findings → states of the ceasefire, strikes, control and diplomacy trackers."""
