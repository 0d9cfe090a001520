"""The matrix read from its YAML, not through the policy, and the words of a page."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

import throughcare.access

TREE: Final = yaml.safe_load(
    Path(throughcare.access.__file__).with_name("matrix.yaml").read_text(encoding="utf-8")
)
ROLES: Final[Mapping[str, Mapping[str, str]]] = TREE["roles"]
# What a letter means is said here once more: redacted, read, append, write.
LETS: Final = {"-": "", "x": "x", "r": "xr", "a": "a", "w": "xraw"}


def shown(answer: Any) -> str:
    """The words of the page between header and footer."""
    body = answer.content.decode()
    found = re.search(r"<main[^>]*>(.*)</main>", body, re.S)
    return html.unescape(found[1] if found else body)
