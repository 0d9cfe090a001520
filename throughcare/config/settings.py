"""Django's settings. What differs between installations comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from throughcare.config.database import database_settings

SECRET_KEY = os.environ.get("THROUGHCARE_SECRET", "")
# Secrets that were in use before: what was encrypted under them can still be read.
SECRET_KEY_FALLBACKS = os.environ.get("THROUGHCARE_OLD_SECRETS", "").split()
DEBUG = False
# The own key of the room of intelligence, the newest first; older ones after it can still read.
INTELLIGENCE_KEYS = os.environ.get("THROUGHCARE_INTELLIGENCE_KEY", "").replace(",", " ").split()
# Whose law is laid over the rules: a profile of rulebooks/country, or a file of one's own.
COUNTRY = os.environ.get("THROUGHCARE_COUNTRY", "")
# A folder with the house's own instruments of assessment, which stay there: nothing copies them.
INSTRUMENTS = (
    Path(os.environ["THROUGHCARE_INSTRUMENTS"])
    if os.environ.get("THROUGHCARE_INSTRUMENTS")
    else None
)
# Set by `throughcare demo`: each page says that all data are invented.
DEMO = os.environ.get("THROUGHCARE_DEMO") == "1"
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
    "throughcare.service.training",
    "throughcare.casework.people",
    "throughcare.casework.custody",
    "throughcare.casework.safety",
    "throughcare.casework.assessment",
    "throughcare.casework.plans",
    "throughcare.casework.team",
    "throughcare.casework.programmes",
    "throughcare.casework.observations",
    "throughcare.casework.contact",
    "throughcare.casework.chaplaincy",
    "throughcare.casework.work",
    "throughcare.casework.intelligence",
    "throughcare.duties",
    "throughcare.imports",
    "throughcare.web.drafts",
    "throughcare.api",
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

# Posts that may not be used without a second factor: the first can change who sees what, the second
# goes in and out of every establishment, the third holds what may cost lives. Our own choice; empty
# where none is wanted, as in a demonstration.
SECOND_FACTOR_FOR = frozenset(
    os.environ.get(
        "THROUGHCARE_SECOND_FACTOR_FOR", "system_administrator,npm_inspector,intelligence_officer"
    )
    .replace(",", " ")
    .split()
)
# How long the second step may take, and how old a proof may be before a sensitive act: our choice.
SECOND_FACTOR_MINUTES, FRESH_MINUTES = 5, 10
# How long and how much is kept of a form that met a closed door: our own choice.
KEPT_FORM_MINUTES, KEPT_FORM_BYTES = 30, 1_000_000
# Another house that says who somebody is (OpenID Connect); none where the first is empty.
OIDC_ISSUER = os.environ.get("THROUGHCARE_OIDC_ISSUER", "")
OIDC_CLIENT_ID = os.environ.get("THROUGHCARE_OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = os.environ.get("THROUGHCARE_OIDC_CLIENT_SECRET", "")
# The interface for machines. Our own choices: a token is looked at again at least once a year; an
# answer is kept for a day, so that a night's failed transfer can be sent again in the morning; a
# body is many times what the longest file needs.
TOKEN_LONGEST_DAYS, IDEMPOTENCY_HOURS, API_MOST_BYTES = 366, 24, 1024 * 1024

# NIST SP 800-63B, 4.2.3: 30 minutes without activity, 12 hours in all.
SESSION_COOKIE_AGE, SESSION_LONGEST_SECONDS = 30 * 60, 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
# Plain HTTP only where the service is reached on the machine itself.
_ON_THIS_MACHINE = set(ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"}
BEHIND_A_WEB_SERVER = not _ON_THIS_MACHINE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_A_WEB_SERVER
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if BEHIND_A_WEB_SERVER else 0
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "throughcare.web.sign_in.closed.form_too_old"
LOGIN_URL = "/sign-in"

# Our own choice: long enough for days off, short enough that no second file grows in drafts.
DRAFT_DAYS = 7

MIDDLEWARE = [
    "throughcare.web.front.address_before",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "throughcare.web.headers.permissions",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "throughcare.web.sign_in.expiry.session_length",
    "throughcare.web.sign_in.sessions.open_only",
    "throughcare.web.viewer.viewer",
    "throughcare.web.judged.judged",
    "throughcare.web.sign_in.closed.sent_again",
    "throughcare.web.sign_in.closed.ClosedDoor",
    "throughcare.web.sign_in.enrolling.Enrolling",
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
