"""How the weights that come with the package were made; nothing here runs with it."""
