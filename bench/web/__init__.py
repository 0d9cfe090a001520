"""How long the pages take over a whole country."""
