"""The law as data: entries, their dated values, country profiles, lint and coverage.

    load.py         a folder of rulebooks becomes one Rulebook, or a list of what is wrong with it
    entry.py        one rule as a lawyer wrote it, and its check on a given day
    profile.py      a country's values laid over the instruments: stricter only
    coverage.py     which rules a data set can answer at all
    lint.py         every problem of a folder, with file, line and remedy

`vocabulary`, `derivations`, `chapters`, `located` and `fields` read the files.
"""
