"""Claims and findings to sentences: edits of evidence words, never free invention."""
