"""All bad instruments."""

from __future__ import annotations

from tests.casework.assessment.instruments.refused_end import JUDGEMENTS, YAML
from tests.casework.assessment.instruments.refused_head import HEAD, LICENCE, SCALES, USE
from tests.casework.assessment.instruments.refused_items import ITEMS, NUMBERS, PROTECTED

ALL = [*HEAD, *LICENCE, *USE, *SCALES, *ITEMS, *PROTECTED, *NUMBERS, *JUDGEMENTS, *YAML]
