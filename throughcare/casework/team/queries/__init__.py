"""What may be read of the team, each question behind the wall."""

from throughcare.casework.team.models import (
    Attendance,
    Case,
    Contest,
    Contribution,
    Correction,
    Decision,
    Meeting,
    Outcome,
    Telling,
)
from throughcare.casework.team.own_tasks import Task
from throughcare.casework.team.queries.feeds import feed_since, feed_viewer
from throughcare.casework.team.queries.meetings import (
    Item,
    ListedMeeting,
    Met,
    has_team,
    invites_me,
    meeting_of,
    meetings_for,
    seats_of,
    writes_in_team,
)
from throughcare.casework.team.queries.of_file import (
    SeenCase,
    SeenDecision,
    TeamFile,
    team_of_file,
)
from throughcare.casework.team.queries.spoken import last_spoken_about
from throughcare.casework.team.queries.tasks import open_tasks_at, tasks_of, tasks_of_file

__all__ = [
    "Attendance",
    "Case",
    "Contest",
    "Contribution",
    "Correction",
    "Decision",
    "Item",
    "ListedMeeting",
    "Meeting",
    "Met",
    "Outcome",
    "SeenCase",
    "SeenDecision",
    "Task",
    "TeamFile",
    "Telling",
    "feed_since",
    "feed_viewer",
    "has_team",
    "invites_me",
    "last_spoken_about",
    "meeting_of",
    "meetings_for",
    "open_tasks_at",
    "seats_of",
    "tasks_of",
    "tasks_of_file",
    "team_of_file",
    "writes_in_team",
]
