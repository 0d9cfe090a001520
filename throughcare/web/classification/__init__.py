"""The section Classification of a file: the level that holds, boards, minutes, appeals.

section     the page
shown       a classification in words; the day of its time that it is
doing       one deed for each form
finding     what stands now, beside a form
minutes     the long form of a board's minutes; its rows are seats and factors
members     who may sit on a board of a prison, by office
"""
