"""The service's settings, with one room more that only tests have (`tests.room`)."""

from pathlib import Path

from throughcare.config.settings import *  # noqa: F403
from throughcare.config.settings import INSTALLED_APPS, PASSWORD_HASHERS, TEMPLATES

_HERE = Path(__file__).resolve().parent

INSTALLED_APPS = [*INSTALLED_APPS, "tests.room"]
ROOT_URLCONF = "tests.urls"
# The same digests in the same order; the first, which the tests make, with little work.
PASSWORD_HASHERS = ["tests.hasher.QuickArgon2", *PASSWORD_HASHERS[1:]]
TEMPLATES = [{**TEMPLATES[0], "DIRS": [*TEMPLATES[0]["DIRS"], _HERE / "room" / "templates"]}]
INTELLIGENCE_KEYS = ["b25seSBmb3IgdGVzdHMsIG5ldmVyIGEgcmVhbCBrZXk="]
