"""Django's settings. What differs between installations comes from the environment."""

from __future__ import annotations

import os

from throughcare.config.database import database_settings

SECRET_KEY = os.environ.get("THROUGHCARE_SECRET", "")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("THROUGHCARE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "pgtrigger",
    "throughcare.kernel",
    "throughcare.register",
    "throughcare.access",
    "throughcare.casework.people",
]
AUTH_USER_MODEL = "access.Account"
DATABASES = {"default": database_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

# The strongest first: what it makes is stored, the others are only read.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
SILENCED_SYSTEM_CHECKS: list[str] = []
