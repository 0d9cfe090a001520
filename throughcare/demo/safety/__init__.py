"""Restrictive measures of the country: who is kept apart, restricted, restrained or accused.

words       `safety.yaml` as typed values
hands       who orders, writes, visits and reviews at a prison
pen         rows of the register of safety, as its actions would have written them
spells      a separation with its orders, reviews and plan
days        what is written of each day of it
restricting, restraining, accusing   the other measures, one each
lots        who of everybody has what, drawn from the person's number
chain       what custody and safety agree on: the cells and the transfer of one story
told        the stories
visited     what an inspector found that nobody could have ordered
"""
