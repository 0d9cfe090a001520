"""The door for a web server."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughcare.config.settings")

# What stays as long as the process is loaded before the first request, and not looked through for
# garbage, now or later: that took a quarter of a second out of every thirtieth page.
gc.disable()
application = get_wsgi_application()
_ = get_resolver().url_patterns
gc.freeze()
gc.enable()
