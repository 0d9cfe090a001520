"""Pages of intelligence. No draft is kept of what is typed here: it would lie outside the own key.

words       grades, kinds of source, occasions and what was done, in words
forms       what is typed
office      the desk and the queue of the office; receipts of whoever only writes
person      the reports about a person, for the office; statements, for those who read in short
doing       to report, review, delete, share, withdraw, answer
officers    the director names who answers for sharing, and sees a number
"""
