"""How far raters agree on the items of a tool, as it was counted in a night. About no person."""

from __future__ import annotations

import uuid

from django.db import models


class KeptAgreement(models.Model):
    """One tool in one version. `figures`: what may be shown; no case, rater or small count in it.

    `left_out`: some were rated with a file of the tool that the house has no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tool = models.TextField()
    tool_version = models.TextField()
    counted_at = models.DateTimeField()
    left_out = models.BooleanField(default=False)
    figures = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("tool", "tool_version"), name="assessment_agreement_kept_once_of_a_tool"
            ),
        )
