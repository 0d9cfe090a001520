"""Pages of observations: dynamic security on a phone, and in the file.

unit        the list of a unit: whom one writes of, whom a talk is owed
observing   the form of two taps
sent        the same entries from a device, many at once (JSON)
words       the words that warn, as the writer sees them
section     the section of a file
doing       contacts, personal officers, striking out
lets        what a viewer may do
"""
