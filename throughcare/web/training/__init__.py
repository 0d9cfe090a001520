"""The pages of training: who of the staff is certified for what, and posted where; one's own.

words     what courses and states are called
tools     the tools that assessors are certified for
forms     what is typed
listing   the list of a prison, and one's own
doing     write down a certificate or a booster, and withdraw one
posts     who is posted where, and what the rules say of it
posting   post somebody, end that or strike it out; write down a supervision
"""
