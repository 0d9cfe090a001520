"""Pages of contact: the section of a file, the list of a prison, the list of the visiting room.

section   the contacts of one person
doing     the forms on the file
house     who has had no contact for long
day       many people of a prison on one page, written at once
"""
