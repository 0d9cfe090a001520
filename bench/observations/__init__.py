"""How long the words of an observation are looked for."""
