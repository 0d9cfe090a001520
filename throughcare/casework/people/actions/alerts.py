"""To raise an alert with its end, and to end it earlier."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.casework.people import doors
from throughcare.casework.people.actions.holding import Holding, fresh_id, hold, need_reason
from throughcare.casework.people.errors import AlertStands, AlreadyReplaced, BadPeriod
from throughcare.casework.people.kinds import IDENTITY
from throughcare.casework.people.models import Alert, AlertCode


@doors.entering
def raise_alert(
    *, by: doors.Viewer, at: datetime, person_id: UUID, code: AlertCode, expires_at: datetime,
    why: str, text: str = "",
) -> Alert:  # fmt: skip
    """Warn everybody who meets the person, from now up to `expires_at`.

    Raises AlertStands while one of this code is active, BadPeriod, NoReason, NotThere, Refused.
    """
    holding = _hold(by=by, at=at, why=why, person_id=person_id)
    if expires_at <= at:
        raise BadPeriod(_("the alert would have ended already"), remedy=_("give a later end"))
    _refuse_second(holding, code, expires_at)
    alert = Alert.objects.create(
        id=fresh_id(at), person=holding.person, code=code, text=text, raised_at=at,
        raised_by=doors.account_of(by), expires_at=expires_at,
    )  # fmt: skip
    holding.enter("people.alert_raised", alert)
    return alert


@doors.entering
def end_alert(*, by: doors.Viewer, at: datetime, alert_id: UUID, why: str) -> Alert:
    """End an alert before it expires. Raises AlreadyReplaced, NoReason, NotThere, Refused."""
    found = Alert.objects.filter(id=alert_id).first()
    if found is None:
        raise doors.not_there()
    holding = _hold(by=by, at=at, why=why, person_id=found.person_id)
    alert = Alert.objects.get(id=alert_id)
    if alert.ended_at is not None or alert.expires_at <= at:
        raise AlreadyReplaced(
            _("this alert has ended"), remedy=_("raise a new one if it is needed")
        )
    alert.ended_at, alert.ended_by, alert.ended_why = at, doors.account_of(by), why
    alert.save(update_fields=["ended_at", "ended_by", "ended_why"])
    holding.enter("people.alert_ended", alert)
    return alert


def _hold(*, by: doors.Viewer, at: datetime, why: str, person_id: UUID) -> Holding:
    holding = hold(
        person_id=person_id, act=doors.Act.APPEND, compartment=IDENTITY, by=by, at=at, why=why
    )
    need_reason(why)
    return holding


def _refuse_second(holding: Holding, code: AlertCode, expires_at: datetime) -> None:
    """The lock on the file makes this sure; the exclusion constraint stands behind it."""
    of_code = Alert.objects.filter(person=holding.person, code=code, raised_at__lt=expires_at)
    for alert in of_code.filter(expires_at__gt=holding.at):
        if alert.ended_at is None or alert.ended_at > holding.at:
            raise AlertStands(
                _("an alert of this kind is active until %(end)s UTC")
                % {"end": f"{alert.expires_at:%Y-%m-%d %H:%M}"},
                remedy=_("end that one first, or let it stand"),
            )
