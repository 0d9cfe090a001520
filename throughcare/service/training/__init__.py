"""Training: who of the staff is certified for what and until when, posted where, supervised when.

It is about members of staff, so posts say who may do and see what, and no compartment does
(ADR 0037). A certificate says that somebody passed a course. Nobody is scored, ranked or counted.

courses     in what staff are certified and for how long that holds: a file
validity    the day on which a certificate lapses
units       the kinds of units to which staff are posted, and the course each asks for
office      who may write down certificates and postings, and who is staff of a prison
facts       what the rules are told of the staff of a prison (ADR 0041)
actions, queries, models, errors, proofs
"""
