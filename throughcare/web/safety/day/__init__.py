"""The day of a whole unit in separation: typed on one page, with a line or without one.

    slots       the fields of a row, and what they become
    rows        who stands on the page, with what is written already
    results     what became of each entry, in words, and what stays typed
    unit        the page itself: works without script
    sent        the same entries from a device, many at once (JSON)
    conflicts   two entries side by side, for who may settle them
    worker      the script that opens the page without a line (static/day)

Every entry has a key that comes from its form or its device, so that it is written once however
often it is sent. Hours are those of the clock on the wall of the prison.
"""
