"""What the program knows, as YAML with its typed loaders. Holds no logic of any stage."""
