"""Django's settings. What differs between installations comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path

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
    "throughcare.web",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "throughcare.casework.people",
    "throughcare.web.drafts",
]
AUTH_USER_MODEL = "access.Account"
DATABASES = {"default": database_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

# The strongest first: what it makes is stored, the others are only read.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
# Length and no composition rules: NIST SP 800-63B, 5.1.1.2; 12 is our own choice within it.
_CHECKS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_CHECKS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_CHECKS}.CommonPasswordValidator"},
    {
        "NAME": f"{_CHECKS}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name",)},
    },
]
# Our own choice, far under the 100 failures in a row that NIST SP 800-63B, 5.2.2 allows. An
# address may stand for a whole office, so it may fail more often than a name.
LOCK_AFTER_FOR_NAME, LOCK_AFTER_FOR_ADDRESS, LOCK_MINUTES = 5, 50, 15

# NIST SP 800-63B, 4.2.3: 30 minutes without activity, 12 hours in all.
SESSION_COOKIE_AGE, SESSION_LONGEST_SECONDS = 30 * 60, 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
# Plain HTTP only where the service is reached on the machine itself.
_ON_THIS_MACHINE = set(ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not _ON_THIS_MACHINE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "throughcare.web.pages.form_too_old"
LOGIN_URL = "/sign-in"

# Our own choice: long enough for days off, short enough that no second file grows in drafts.
DRAFT_DAYS = 7

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "throughcare.web.headers.permissions",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "throughcare.web.sign_in.expiry.session_length",
    "throughcare.web.viewer.viewer",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "throughcare.web.refusals.Refusals",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # the arrows that Bootstrap draws in its style sheet
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

ROOT_URLCONF = "throughcare.config.urls"
WSGI_APPLICATION = "throughcare.config.wsgi.application"
_PACKAGE = Path(__file__).resolve().parent.parent
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_PACKAGE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "throughcare.web.pages.chosen",
            ]
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [_PACKAGE / "static"]
WHITENOISE_USE_FINDERS = True
LANGUAGES = [
    ("en", "English"),
    ("fr", "Français"),
    ("ar", "العربية"),
    ("ru", "Русский"),
    ("kk", "Қазақша"),
]
LOCALE_PATHS = [_PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["throughcare.web.formats"]
SILENCED_SYSTEM_CHECKS: list[str] = []
