"""For templates of programmes: `{{ told|of:key }}`, what stands under a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(told: Mapping[Any, Any], key: Any) -> Any:
    """What stands there; empty where nothing does."""
    return told.get(key, "")
