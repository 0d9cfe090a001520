"""The key of the demo's intelligence: invented, known to everybody, and never for a real prison."""

from __future__ import annotations

from typing import Final

SETTING: Final = "THROUGHCARE_INTELLIGENCE_KEY"
DEMO_KEY: Final = "aW52ZW50ZWQga2V5IG9mIHRoZSBkZW1vLCBub3RoaW4="
