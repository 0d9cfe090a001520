"""A status marks the file in which it is written, and the engine sees the plan (PLN).

So do the doors: who does not read the plan is told of no finding that says something of it.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")
_tasks = import_module("throughcare.duties.migrations.0006_tasks")

# Tables of the room whose rows are told to the engine (assessment/facts/told.py).
_TOLD = ("assessment_status",)
_ON = "".join(_walls._of_files(table, "person_id") for table in _TOLD)
_OFF = "".join(
    f"{_walls._off(table, 'marks_files')} DROP FUNCTION duties_{table}();\n" for table in _TOLD
)
_ENTER = _walls._ENTER.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
_DOORS = _walls.doors(_tasks._SHOWN)
_SEEN = "ARRAY['ID', 'SEN', 'HLT', 'INC', 'CON', 'DIS', 'PLN']"


def _seeing_plans(functions: str) -> str:
    assert _walls._SEEN in functions
    return functions.replace(_walls._SEEN, _SEEN)


class Migration(migrations.Migration):
    dependencies = [("duties", "0007_past_stays_at_once"), ("assessment", "0006_status_walls")]

    operations = [
        migrations.RunSQL(_ON, _OFF),
        migrations.RunSQL(_seeing_plans(_ENTER), _ENTER),
        migrations.RunSQL(_seeing_plans(_DOORS), _DOORS),
    ]
