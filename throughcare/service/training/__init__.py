"""Training: who of the staff is certified for what, and until when.

It is about members of staff, so posts say who may do and see what, and no compartment does
(ADR 0037). A certificate says that somebody passed a course. Nobody is scored, ranked or counted.

courses     in what staff are certified and for how long that holds: a file
validity    the day on which a certificate lapses
office      who may write down certificates, and who is staff of a prison
actions, queries, models, errors, proofs
"""
