"""The population engine: the nine patterns over columns, for everybody at once.

Written as Ibis expressions only, so that DuckDB runs them by default and another engine can
(ADR 0007). One query a pattern, over a table of its rules' parameters. The person engine is
the reference: where they differ, this one is wrong.

    columns    records as columns of whole numbers, and how they get there
    calendar   civil time without a database's own date functions
    stretches  joining and cutting, over columns
    facts      what counts, states, custody, groups
    <pattern>  one file each
    engine     the door
"""
