"""Words that every room uses: places, names in several scripts, dates with precision, languages."""
