"""Articles → origins and stories: who copied whom, and what belongs together."""
