"""The plan of a person: one page to read together, its forms, its paper, and what is due.

section     the page of a file; in short for roles that read so; versions side by side
shown       a plan in words
acting      one form of the page: shown, judged, sent once
forms, doing, finding   the forms, what each does, and what stands beside it
review      the form of a review: one row for each goal
sheet, printed   the plan on one page of paper, in five languages
desk        /plans: reviews and steps that are due, and steps that nobody does
"""
