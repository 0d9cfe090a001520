"""The certificate as it is printed says nothing of where it was earned, in five languages."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from tests.web.programmes.made import School
from throughcare.casework.people.queries import file_of
from throughcare.casework.programmes import actions
from throughcare.casework.programmes.actions.certifying import BETRAYING
from throughcare.casework.programmes.queries import certificate_to_print
from throughcare.kernel.models import Place
from throughcare.web.programmes.certificate import page_of


@pytest.mark.parametrize("language", ["en", "fr", "ar", "ru", "kk"])
def test_neither_prison_nor_programme_nor_address_stands_on_it(
    school: School, language: str
) -> None:
    Place.objects.filter(path="north").update(
        name={"en": "Northgate House", "fr": "Maison du Portail"}
    )
    row = school.enrolled()
    by = school.manager.viewer
    actions.complete(by=by, at=school.now, referral_id=row.first)
    made = actions.certify_programme(
        by=school.teacher.viewer, at=school.now, referral_id=row.first,
        course="Lettres 2", level="B1", hours=40, issued_on=school.now.date(),
        issuer="Ministry of Education", language=language,
    )  # fmt: skip
    at = timezone.now()
    file = file_of(by, school.file.id, at=at, why="")
    seen = certificate_to_print(by, school.file.id, made.id, at=at)
    page = page_of(file, seen)
    words = re.sub(r"<[^>]+>", " ", page)
    for one in ("Lettres 2", "B1", "40", "Ministry of Education", "Bolat"):
        assert one in words
    betrays = (*BETRAYING, "north", "Northgate House", "Maison du Portail", "Reading", "School 1")
    assert [one for one in betrays if one.casefold() in page.casefold()] == []
    answer = school.manager.client.get(school.at(f"/{made.id}/certificate.pdf"))
    assert answer.status_code in {200, 503}
    if answer.status_code == 200:
        assert answer.content.startswith(b"%PDF")
        # Neither the file's name nor its address, which a reader's browser may print, says more.
        assert 'filename="certificate.pdf"' in answer["Content-Disposition"]
