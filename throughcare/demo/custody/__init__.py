"""Ten years of custody, invented: who came when, on which order, where they lay, when they left.

times      the stays of a person, from the number alone
course     what became of the stay that goes on: untried, tried, on which day
words      `custody.yaml` as typed values
beds       who lies in which bed of an establishment
pen        puts rows down, replaces and strikes them out as the actions of the room would
orders, places, steps, moves    the rows of one person, an idea a file
history    the whole of it, in the order in which it was written
"""
