"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.custody.deeds import addresses
from throughcare.web.team import (
    agenda,
    brief_page,
    calendar,
    closing,
    doing_meeting,
    feed,
    file_doing,
    front,
    meeting,
    section,
    tasks,
)

_MEETING = "team/meetings/<uuid:meeting_id>"
_CASE = f"{_MEETING}/cases/<uuid:case_id>"

urlpatterns: list[URLPattern] = [
    path("team", front.front, name="team"),
    path("team/call", doing_meeting.call, name="team_call"),
    path(_MEETING, meeting.meeting, name="team_meeting"),
    path(f"{_MEETING}/agenda", agenda.agenda, name="team_agenda"),
    path(f"{_MEETING}/cancel", doing_meeting.cancel, name="team_cancel"),
    path(f"{_MEETING}/attendance", doing_meeting.attendance, name="team_attendance"),
    path(f"{_MEETING}/close", closing.close, name="team_close"),
    path(f"{_MEETING}/brief/<uuid:person_id>", brief_page.brief, name="team_brief"),
    path(f"{_CASE}/minutes", doing_meeting.minutes, name="team_minutes"),
    path(f"{_CASE}/off", doing_meeting.off, name="team_off"),
    path("team/tasks", tasks.tasks, name="team_tasks"),
    path("team/tasks/<uuid:task_id>", tasks.task, name="team_task"),
    path("team/calendar", calendar.calendar, name="team_calendar"),
    path("team/calendar/address", calendar.make_address, name="team_address"),
    path("team/calendar/revoke", calendar.revoke_address, name="team_revoke"),
    path("team/feed/<str:secret>.ics", feed.feed, name="team_feed"),
    path("people/<uuid:person_id>/custody/team", section.team, name="team_of_file"),
    *addresses("team", "team_case", {}, file_doing.OF_A_CASE),
]
