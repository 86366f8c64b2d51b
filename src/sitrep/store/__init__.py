"""The Store protocol and what stands behind it."""
