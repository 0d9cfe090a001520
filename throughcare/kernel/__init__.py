"""Words that every room uses: names in several scripts, dates with precision, languages, places.

    names            a person's name: parts in the order in which the person gives them
    matching         finding a name again in another spelling or another script
    partial_dates    a date known to the day, the month, the year, or not at all
    sounds           what is left of a name when its spelling is taken away
    languages        the closed list of languages, and what a person can do in each
    places           arithmetic of the paths of places
    models           the tree of places: establishment, premises, unit, cell
    identifiers      ids that sort by time; numbers typed in any digits
    folding          a text as words that can be compared
    endings          the forms of a word, and no other word that begins so
    parts            one word of a phrase, and what it may stand for
    phrases          phrases of a list, and where a text has one
    word_groups      phrases that name one thing, and those that only look so
    errors           what can go wrong, in words

This room imports no other room.
"""
