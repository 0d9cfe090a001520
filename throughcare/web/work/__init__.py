"""The section Work of a file: fitness, offers, work, hours, wages, injuries.

section   the page
forms     the forms on the file
doing     one deed for each form
"""
