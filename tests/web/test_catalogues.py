"""All that is shown is said in five languages, and what is read at run time is up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import catalogues

_MARK = re.compile(r"%\(\w+\)[sd]")


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_no_text_is_missing_empty_fuzzy_or_no_longer_said(language: str) -> None:
    assert catalogues.faults(language) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_what_is_read_at_run_time_is_made_from_what_is_written(language: str) -> None:
    read = catalogues.file_of(language).with_suffix(".mo").read_bytes()
    assert read == catalogues.compiled(language), "run tools/catalogues.py"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_value_that_english_shows_is_shown(language: str) -> None:
    wrong = [
        entry.id
        for entry in catalogues.catalogue(language)
        if entry.id
        and sorted(_MARK.findall(str(entry.id))) != sorted(_MARK.findall(str(entry.string)))
    ]
    assert wrong == []


def test_a_text_that_no_catalogue_has_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "said", lambda: {"A new sentence."})
    faults = catalogues.faults("fr")
    assert "missing: A new sentence." in faults
    assert "no longer said: Password" in faults


def test_a_text_is_found_by_whatever_name_a_module_calls_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "forms.py").write_text(
        "from django.utils.translation import gettext as now, gettext_lazy\n"
        "_L = gettext_lazy\n"
        'SAID = (_L("Whose idea"), now("At once"), gettext_lazy("By its name"))\n'
    )
    monkeypatch.setattr(catalogues, "PACKAGE", tmp_path)
    assert catalogues.said() == {"Whose idea", "At once", "By its name"}
