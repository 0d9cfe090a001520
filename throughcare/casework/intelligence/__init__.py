"""Prison intelligence: a world of its own, imported by no other room (roles.md, section 4)."""
