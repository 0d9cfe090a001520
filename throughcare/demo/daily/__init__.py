"""Contact, work and religion in the country: a little for everybody, more for some.

file       who writes about one person, the clock, the pen
contact    two contacts for most people, so that most are kept up and some are not
work       a fortnight of work for some
religion   what is asked of the chaplaincy, for few
"""
