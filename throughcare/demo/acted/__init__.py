"""What the demo does not write as rows but lets happen: each act through the action of its room.

A judgement goes from hand to hand, and the database looks at every step of it. So these few are not
copied into the tables like the rest of the country: they are done, by accounts of the country, one
after the other at moments that lie back. Only at home, and only where enough people are held.
"""

from throughcare.demo.acted.run import act

__all__ = ["act"]
