"""Pages of restrictive measures: separation and its register, restrictions, restraint, discipline.

deeds   one form, and what it does: the same walk for each of them
lets    what a viewer may do here in a file
words   codes of the rulebook and of the catalogues in the officer's words
"""
