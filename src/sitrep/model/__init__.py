"""The nouns of Sitrep: frozen types, ids and one error tree. Imports nothing of ours."""
