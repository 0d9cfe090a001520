"""Emergency access on the page: to take it, to see what it opened, to confirm and review it.

offers     what the viewer's posts may open in an emergency, and on which ground
form       what is typed
taking     the page on which it is taken
opened     what it shows, until when, and who was told
waiting    what waits for a second person, the viewer's own, and notices
"""
