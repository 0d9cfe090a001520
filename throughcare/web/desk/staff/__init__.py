"""The pages of a director: who holds which post, and to whom cases are given, in the own prison.

forms     what is typed
posts     posts: appoint, end
cases     cases: assign, end
"""
