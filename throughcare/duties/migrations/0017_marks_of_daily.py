"""Contact, work and the chaplaincy mark the file; the engine and its doors see PRG and REL too.

A finding about religion lies in REL, and the doors show it to whoever reads that compartment of the
file, to nobody else.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")
_tasks = import_module("throughcare.duties.migrations.0006_tasks")
_status = import_module("throughcare.duties.migrations.0008_marks_of_status")
_assessed = import_module("throughcare.duties.migrations.0009_marks_of_assessment")

_TOLD = (
    "contact_contact", "work_fitness", "work_offer", "work_placement", "work_workday", "work_wage",
    "work_injury", "chaplaincy_request", "chaplaincy_wish", "chaplaincy_visit",
    "chaplaincy_service",
)  # fmt: skip
_ON = "".join(_walls._of_files(table, "person_id") for table in _TOLD)
_OFF = "".join(
    f"{_walls._off(table, 'marks_files')} DROP FUNCTION duties_{table}();\n" for table in _TOLD
)
_ENTER, _DOORS = _status._ENTER, _walls.doors(_tasks._SHOWN)
_SEEN = "ARRAY['ID', 'SEN', 'HLT', 'INC', 'CON', 'DIS', 'PLN', 'PSY', 'PRG', 'REL']"


def _seeing_daily_life(functions: str) -> str:
    assert _walls._SEEN in functions
    return functions.replace(_walls._SEEN, _SEEN)


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0015_marks_of_programmes"),
        ("contact", "0002_walls"),
        ("work", "0002_walls"),
        ("chaplaincy", "0002_walls"),
    ]

    operations = [
        migrations.RunSQL(_ON, _OFF),
        migrations.RunSQL(_seeing_daily_life(_ENTER), _assessed._seeing_psychology(_ENTER)),
        migrations.RunSQL(_seeing_daily_life(_DOORS), _assessed._seeing_psychology(_DOORS)),
    ]
