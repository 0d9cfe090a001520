"""Pages of programmes.

section       the section of a file: what was offered, and what came of it
doing, forms, finding   one deed for each form of a file
house         the catalogue of a prison and its forms
waiting       who waits, in order
register      the register of a group: works without script, and without a line
sent          the same entries from a device (JSON)
conflicts     two entries side by side
certificate   the paper that says nothing of where it was earned
"""
