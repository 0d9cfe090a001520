"""How far raters agree: proven on published examples, and on what must not be said."""
