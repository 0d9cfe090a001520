"""Pages of the chaplaincy: the section Religion of a file, and the chaplain's own list.

section   the page of a file: for the chaplain of the person, for the person, and to write a request
groups    the chaplain's list: services by unit and faith, requests that wait
judged    the file is judged with the act, so that no page of anybody else shows that it was written
"""
