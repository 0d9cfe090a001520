"""The settings of a later release, for tests of updates."""

from throughcare.config.settings import *  # noqa: F403
from throughcare.config.settings import INSTALLED_APPS as BEFORE

INSTALLED_APPS = [*BEFORE, "tests.cluster.later"]
