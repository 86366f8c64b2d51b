"""Command line: parse, call, print; nothing else prints."""
