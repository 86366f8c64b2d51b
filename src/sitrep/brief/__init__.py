"""Findings and evidence → plan → write → verify → Brief."""
