"""An invented country: establishments, staff and people who never lived, to try the service with.

What is made follows from a seed, a size and a moment, and from nothing else: the same three give
the same country, row by row. Given and family names are drawn apart from one another out of lists
of common ones, and the country's code (XT) is one that ISO 3166 never gives away.

    country.yaml   the sizes, the places, the shares and the words, all invented
    names.csv      common given and family names of five languages, in their scripts
    kept_out.csv   pairs of them that somebody known bears: never drawn
    plan           these files as typed values
    chance         one source of chance for each thing, so that no draw moves another
    names, places, staff, people    what is invented, as plain values
    custody        ten years of it: stays, orders, places, steps (the rows of one person at a time)
    stories        which people tell something of their own; `stories.yaml` says what
    country        the whole: `country(seed, size, on=...)`. No database is asked so far
    rooms          a file for each room: values to rows, all with the same door
    entries        what the register is told of the rows
    loading        the rows into an empty database, whole or not at all
    accounts       whom you can sign in as
"""
