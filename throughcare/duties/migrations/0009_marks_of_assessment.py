"""An assessment marks the file in which it is written, and the engine sees that one was approved.

The engine is told when, with which tool and on what an assessment was made, never what it says. The
doors see the compartment too: who reads nothing of the psychological file is told of no finding
that says something of it.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")
_tasks = import_module("throughcare.duties.migrations.0006_tasks")
_status = import_module("throughcare.duties.migrations.0008_marks_of_status")

# Only what was approved is told to the engine, and what was told to the person. A draft marks nothing:
# that somebody rates would show by a file that waits to be judged.
_APPROVED = """
    INSERT INTO duties_mark (person) SELECT DISTINCT a.person_id FROM added a
    WHERE a.state IN ('approved', 'set_aside');
"""
_ON = (
    _walls._marker("duties_assessment_assessment", _APPROVED)
    + _walls._on("assessment_assessment", "marks_files", "duties_assessment_assessment")
    + _walls._of_files("assessment_disclosure", "person_id")
)
_OFF = "".join(
    f"{_walls._off(table, 'marks_files')} DROP FUNCTION duties_{table}();\n"
    for table in ("assessment_assessment", "assessment_disclosure")
)
_ENTER, _DOORS = _status._ENTER, _walls.doors(_tasks._SHOWN)
_SEEN = "ARRAY['ID', 'SEN', 'HLT', 'INC', 'CON', 'DIS', 'PLN', 'PSY']"


def _seeing_psychology(functions: str) -> str:
    assert _walls._SEEN in functions
    return functions.replace(_walls._SEEN, _SEEN)


class Migration(migrations.Migration):
    dependencies = [("duties", "0008_marks_of_status"), ("assessment", "0008_disclosure_walls")]

    operations = [
        migrations.RunSQL(_ON, _OFF),
        migrations.RunSQL(_seeing_psychology(_ENTER), _status._seeing_plans(_ENTER)),
        migrations.RunSQL(_seeing_psychology(_DOORS), _status._seeing_plans(_DOORS)),
    ]
