"""What the demo does not write as rows but lets happen: each act through the action of its room.

A judgement goes from hand to hand, so does a plan that two sign and a meeting that another closes,
and the database looks at every step of it. So these few are not copied into the tables like the
rest of the country: they are done, by accounts of the country, one after the other at moments that
lie back. Only at home, and only where enough people are held.

    run                the order of all; `cast`: who acts; `people`: about whom it may be
    marked, boards     judgement; `staff`: courses, postings, supervision
    together           plans and meetings, and about whom each is
    plans, plan_words  plans that both signed; `release`: before somebody leaves
    team, team_words   meetings that were held, and one that is called
"""

from throughcare.demo.acted.run import act

__all__ = ["act"]
