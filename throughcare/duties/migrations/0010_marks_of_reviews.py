"""A review of a restriction marks the file too: of a special regime it is told to the engine."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")

_TABLE = "safety_restrictionreview"
_OFF = f"{_walls._off(_TABLE, 'marks_files')} DROP FUNCTION duties_{_TABLE}();\n"


class Migration(migrations.Migration):
    dependencies = [("duties", "0010_marks_of_staff"), ("safety", "0007_special_regime_hands")]

    operations = [migrations.RunSQL(_walls._of_files(_TABLE, "person_id"), _OFF)]
