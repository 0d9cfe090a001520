"""What is handed to another agency marks the file in which it is written."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")

_TABLE = "assessment_sharing"
_OFF = f"{_walls._off(_TABLE, 'marks_files')} DROP FUNCTION duties_{_TABLE}();"


class Migration(migrations.Migration):
    dependencies = [("duties", "0011_marks_of_boards"), ("assessment", "0014_sharing_walls")]

    operations = [migrations.RunSQL(_walls._of_files(_TABLE, "person_id"), _OFF)]
