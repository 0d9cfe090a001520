"""Rows about a person that are written once: what the rooms above have in common.

record          the columns of every such row, and how long it stood
writing, anew   how a row is put down, replaced or struck out, with its entry in the register
entry_kind      where a kind of entry is kept, and how it may be struck out
standing        which rows of a whole file stood at a moment
held_row, own   the file of a row, held for a change; a row of a file that is held
seen            whether somebody signs the words that were shown
refusing        what the database refuses, in the room's words
"""
