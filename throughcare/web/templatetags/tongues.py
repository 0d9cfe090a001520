"""In which language words of a tool are, so that a page can say so of each (WCAG 3.1.2)."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from throughcare.web.assessment.tongues import attributes
from throughcare.web.assessment.tongues import tongue as tongue_of
from throughcare.web.training.tools import language_of

register = template.Library()


@register.simple_tag
def tongue(language: str) -> SafeString:
    """The attributes `lang` and `dir` of an element that holds words of this language."""
    return attributes(tongue_of(language))


@register.simple_tag
def tongue_of_certificate(tool: str) -> SafeString:
    """The same for the name of a tool as it stands on certificates."""
    return attributes(tongue_of(language_of(tool)))
