"""RawItem → Article: clean text, language, sentences, publication time and its basis."""
