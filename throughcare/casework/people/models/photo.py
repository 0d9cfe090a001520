"""The bytes of a photo; the fact of kind photo refers to them."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Func, Q, Value

from throughcare.casework.people.models.person import Person


class Photo(models.Model):
    """A picture of a person, as `pictures.cleaned` made it. Compartment ID; shown redacted too.

    `digest` is the SHA-256 of `content` in hexadecimal: the database sees to it, so that the
    register may speak of the digest alone.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by = models.TextField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    digest=Func(
                        Func(F("content"), function="sha256", output_field=models.BinaryField()),
                        Value("hex"), function="encode", output_field=models.TextField(),
                    )
                ),
                name="people_photo_is_what_its_digest_says",
            ),
            models.CheckConstraint(
                condition=~Q(content=b""),
                name="people_photo_is_not_empty",
            ),
        )  # fmt: skip
        triggers = (
            pgtrigger.Protect(
                name="people_photos_are_not_changed",
                operation=pgtrigger.Update | pgtrigger.Delete,
            ),
        )
