"""A room that only tests have: one text for a person in each of the fourteen compartments.

Most compartments have no room of their own yet. This one is built as every room is (gate, wall,
register, page, interface, search, export, count), so that their doors are proved now.
"""
