"""Which address leads to which page of this part."""

from __future__ import annotations

from django.urls import URLPattern, path

from throughcare.web.intelligence import doing, office, officers, person

_OF = "people/<uuid:person_id>/intelligence"
_ITEM = f"{_OF}/<uuid:item>"

urlpatterns: list[URLPattern] = [
    path("intelligence", office.desk, name="intelligence"),
    path("intelligence/queue", office.queue, name="intelligence_queue"),
    path("intelligence/received", office.received, name="intelligence_received"),
    path("intelligence/officer", officers.officer, name="intelligence_officer"),
    path("intelligence/officer/<uuid:officer_id>/end", officers.end, name="intelligence_end"),
    path("people/<uuid:person_id>/statements", person.statements, name="statements"),
    path(_OF, person.reports, name="intelligence_reports"),
    path(f"{_OF}/report", doing.report, name="intelligence_report"),
    path(f"{_ITEM}/keep", doing.keep, name="intelligence_keep"),
    path(f"{_ITEM}/delete", doing.delete, name="intelligence_delete"),
    path(f"{_ITEM}/share", doing.share, name="intelligence_share"),
    path(f"{_ITEM}/answer", doing.answer, name="intelligence_answer"),
    path(f"{_ITEM}/<uuid:statement_id>/withdraw", doing.withdraw, name="intelligence_withdraw"),
]
