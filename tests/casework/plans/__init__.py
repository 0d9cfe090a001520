"""Plans: in the prisoner's own words, signed by two, and looked at again in time."""
