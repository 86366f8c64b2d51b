"""A brief in Markdown, HTML and JSON."""
