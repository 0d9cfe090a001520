"""What the door keeps: attempts, second factors, open sessions, and forms kept for a return."""

from __future__ import annotations

from throughcare.web.models.attempts import FailedSignIn
from throughcare.web.models.factors import CodeApp, Passkey, RecoveryCode
from throughcare.web.models.outside import OutsideIdentity
from throughcare.web.models.sessions import KeptForm, OpenSession

__all__ = [
    "CodeApp",
    "FailedSignIn",
    "KeptForm",
    "OpenSession",
    "OutsideIdentity",
    "Passkey",
    "RecoveryCode",
]
