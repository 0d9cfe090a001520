"""Made-up people and labelled pairs of names, for measuring the search of names."""
