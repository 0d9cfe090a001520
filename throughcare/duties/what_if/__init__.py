"""What if: a plan laid over the facts, in memory alone.

plans       a regime for a place, or a unit that is closed, as records that nobody keeps
alike       people to whom a plan does the same, judged once
foreseeing  which rules break under a plan that do not break without it
avoiding    the least change of a regime under which nothing breaks
"""
