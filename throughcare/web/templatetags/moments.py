"""A moment as a page shows it: by the clock on the wall, and for machines beside it.

One tag in place of a `<time>` with two filters. A page of many moments is told by it in half the
time, as each filter finds the time zone and the format anew.
"""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def moment(at: datetime, format_name: str = "DATETIME_FORMAT") -> str:
    """The day, and with `DATETIME_FORMAT` the hour, at the place of the viewer."""
    local = timezone.localtime(at)
    return format_html(
        '<time datetime="{}">{}</time>', local.isoformat(), date_format(local, format_name)
    )
