"""The standards engine: rulebooks and nine temporal patterns, checked against prison records.

Pure Python: no framework, no database driver, no clock. Its own licence is Apache-2.0.

    rulebook/    the law as data: entries, values by date, profiles, lint
    checks       the nine patterns' parameters, typed
    records      what a prison wrote down
    person/      the reference: one person's records, plain and explained
    population/  the same patterns over columns, for everybody at once
    findings     met, due, breached, lapsed, unknown
"""
