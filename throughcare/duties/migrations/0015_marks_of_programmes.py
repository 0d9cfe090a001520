"""What is written of programmes marks the file in which it is written."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")

_TABLES = (
    "programmes_referral", "programmes_consent", "programmes_withdrawal", "programmes_attendance",
    "programmes_note", "programmes_literacycheck", "programmes_refusalreview",
)  # fmt: skip
_ON = "".join(_walls._of_files(table, "person_id") for table in _TABLES)
_OFF = "".join(
    f"{_walls._off(table, 'marks_files')} DROP FUNCTION duties_{table}();\n" for table in _TABLES
)


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0013_marks_of_plans"), ("programmes", "0003_register_door"),
    ]  # fmt: skip

    operations = [migrations.RunSQL(_ON, _OFF)]
