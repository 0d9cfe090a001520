"""What must be done for whom, by when and under which rule: findings of the engine, kept.

Rooms say what is so; this package asks the engine what follows and keeps the answer, so that a page
reads it and does not compute it. It looks with eyes of its own (`eyes`), and what it shows passes
the walls again (`queries`).

kinds      where each kind of record is kept, and on which page it is cured
rules      the rulebook in force, and which of its rules these records can answer
judging    records in, findings out, with the moment at which to look again
keeping    the rows: what was judged, when and by which rules; nothing is judged twice
actions    judge some, judge everybody; answer for a breach
queries    what a viewer may see of it
"""
