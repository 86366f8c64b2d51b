"""The engines under every stage that reads text; loaded once, passed in."""
