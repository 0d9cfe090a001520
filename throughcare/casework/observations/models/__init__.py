"""The tables of the room."""

from __future__ import annotations

from typing import Final

from django.db import models

EVERY: Final[tuple[type[models.Model], ...]] = ()
