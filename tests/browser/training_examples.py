"""Certificates, postings and a debriefing of the demo's staff: some hold, some lapse, some lack."""

from __future__ import annotations

from datetime import datetime, timedelta

DAY = timedelta(days=1)
OF = "psychologist"  # whose certificate the pages of an act are looked at with


def training_examples(now: datetime) -> None:
    """By the director of the demo, in a process of its own."""
    from throughcare.access.models import Account
    from throughcare.access.queries import viewer_of
    from throughcare.service.training.actions import record_booster, record_certificate

    director = Account.objects.get(name="prison director")
    said = {"by": viewer_of(director.pk, at=now), "at": now, "issued_by": "School of the service"}
    today = now.date()
    for name, topic, ago in ((OF, "vep_unit", 100), ("security officer", "restraint", 330)):
        held = Account.objects.get(name=name)
        row = record_certificate(account=held, topic=topic, passed_on=today - ago * DAY, **said)
        if name == OF:
            record_booster(certificate_id=row.id, passed_on=today - DAY, **said)
    _posts(director.pk, now)


def _posts(director: int, now: datetime) -> None:
    from throughcare.access.models import Account, Post
    from throughcare.access.queries import viewer_of
    from throughcare.service.training.actions import post_to_unit, record_supervision

    house = Post.objects.get(account_id=director).establishment
    said = {"by": viewer_of(director, at=now), "at": now, "establishment": house}
    staff = {name: Account.objects.get(name=name) for name in (OF, "security officer")}
    for name, kind in ((OF, "vep"), ("security officer", "women")):
        since = now.date() - 70 * DAY
        post_to_unit(account=staff[name], unit_kind=kind, since=since, **said)
    record_supervision(
        accounts=[staff[OF]], meeting="debriefing", held_on=now.date() - 10 * DAY,
        led_by="Dr. Saïd, from outside", **said,
    )  # fmt: skip
