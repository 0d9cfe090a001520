"""Restrictive measures: whoever is kept apart from the others, why, for how long, and who looks.

Separation and solitary confinement (Nelson Mandela Rules 43 to 46, Bangkok 22, Havana 67). What
is ordered stands in compartment DIS; what health says of a person in HLT.

terms      the closed lists: grounds, kinds of separation, what a review or a director decides
models     one idea a file; an order ends by itself, the spell it rests on does not
limits     what the rulebook and the country allow, read and never repeated
barred     who may not be separated at all
actions    every change; queries every reading; facts what the engine is told
"""
