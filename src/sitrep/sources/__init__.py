"""Files and feeds → RawItem: adapters for each form of input."""
