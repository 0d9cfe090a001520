"""What pages that work without a line share: a day in separation, a register, observations.

    batch    entries from a device, many at once (JSON), and the fate of each
    clock    what the clock of a device has to do with what is typed on it
    shown    what such a page says of the session, and the key of an entry

The scripts beside them lie in static/day, the words of the scripts in safety/day/device.html.
"""
