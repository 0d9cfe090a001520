"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.assessment import (
    agreement,
    assess_doing,
    desk,
    doing,
    rating,
    referring,
    report,
    section,
    sharing_doing,
    status_doing,
)
from throughcare.web.custody.deeds import addresses

_SECTION = "people/<uuid:person_id>/custody/judgement"

urlpatterns: list[URLPattern] = [
    path("judgements", desk.judgements, name="judgements"),
    path("reliability", agreement.reliability, name="reliability"),
    path(_SECTION, section.judgement, name="judgement"),
    path(f"{_SECTION}/refer", referring.refer, name="referral_new"),
    path(f"{_SECTION}/<uuid:row_id>/rate/<slug:item>", rating.rate, name="assessment_rate"),
    path(f"{_SECTION}/<uuid:row_id>/report", report.report, name="assessment_report"),
    *addresses("judgement", "screening", doing.OF_A_FILE, doing.OF_A_ROW),
    *addresses("judgement", "status", status_doing.OF_A_FILE, status_doing.OF_A_STATUS),
    *addresses("judgement", "contest", {}, status_doing.OF_A_CONTEST),
    *addresses("judgement", "sharing", sharing_doing.OF_A_FILE, sharing_doing.OF_A_SHARING),
    *addresses("judgement", "assessment", assess_doing.OF_A_FILE, assess_doing.OF_A_ROW),
]
