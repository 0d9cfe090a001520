"""The people of several posts who decide together on a file: meetings, decisions, tasks."""
