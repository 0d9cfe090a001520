"""What a prisoner and staff want to reach together, and who does what (Mandela Rule 94).

terms, rules   the closed lists; `plan.yaml`: which part is asked of whom, and the days of review
models         a plan in versions, its goals and steps, what the person says, the release plan
holding        the file of a row, held for its next step; a draft that changes loses its signatures
groups         who the person is, as far as the plan asks for it
checks         what must be said before anything is written
"""
