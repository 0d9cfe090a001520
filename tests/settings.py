"""The service's settings, with one room more that only tests have (`tests.room`)."""

from pathlib import Path

from throughcare.config.settings import *  # noqa: F403
from throughcare.config.settings import INSTALLED_APPS, TEMPLATES

_HERE = Path(__file__).resolve().parent

INSTALLED_APPS = [*INSTALLED_APPS, "tests.room"]
ROOT_URLCONF = "tests.urls"
TEMPLATES = [{**TEMPLATES[0], "DIRS": [*TEMPLATES[0]["DIRS"], _HERE / "room" / "templates"]}]
