"""The person engine: the reference, plain Python over one person's records.

One file a pattern, each a function from a check and a file to findings. Where the population
engine and this one differ, this one is right.
"""
