"""Claims → findings: corroborated, contested, single-origin, superseded."""
