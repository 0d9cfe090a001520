"""Who the person is: one file for each person (Nelson Mandela Rules 6 to 10).

Each thing known of somebody's identity is a dated row of its own, stated or verified. Nothing is
overwritten: a correction supersedes, a mistake is struck out and stays readable. No number is the
key of a person, and two files of one person are merged by a named act that can be undone, because
it moves no row.

Compartment ID (identity); the emergency contact lies in CON (roles and redactions: `access`).

    kinds      what can be known of a person, its compartment, and what a redacted reading shows
    values     the form of each kind's value
    models     tables, constraints, triggers
    actions    every change
    queries    every reading
    facts      birth date and sex for the engine
    doors      the rooms below, as this room uses them
"""
