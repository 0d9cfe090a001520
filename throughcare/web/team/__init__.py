"""Pages of the team: meetings, agenda, minutes, tasks, calendar, and the brief of each role.

front       /team: what comes, what is mine to do
calling     a meeting is called, cancelled
meeting     one meeting, and who is on its agenda
agenda      whom the agenda proposes, and why: a human being picks
attendance  who was there; minutes: about one person; closing: another member signs
tasks       tasks of the viewer; sources: everything that is due, joined
calendar    month as a list, for the eyes and for paper; feed: the secret address
brief       one page for each role, from sections that name what they need
section     the section Team of a file; doing and finding: its forms
"""
