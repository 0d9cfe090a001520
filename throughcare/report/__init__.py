"""Reports: what was found, counted and said in words, as text, JSON, CSV or a page."""
