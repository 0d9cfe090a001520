"""What is written in the registers of safety marks the file too."""

from importlib import import_module

from django.db import migrations

_marks = import_module("throughcare.duties.migrations.0002_marks_and_walls")

# Tables of the room whose rows are told to the engine (safety/facts/told.py).
_TOLD = (
    "safety_separation", "safety_separationorder", "safety_separationreview",
    "safety_mitigationplan", "safety_healthstate", "safety_healthvisit", "safety_healthrequest",
    "safety_healthrecommendation", "safety_directoranswer", "safety_outofcell", "safety_contact",
    "safety_restriction", "safety_restraint", "safety_restraintcheck", "safety_disciplinarycase",
    "safety_sanction", "safety_mentalcondition",
)  # fmt: skip
_ON = "".join(_marks._of_files(table, "person_id") for table in _TOLD)
_OFF = "".join(
    f"{_marks._off(table, 'marks_files')} DROP FUNCTION duties_{table}();\n" for table in _TOLD
)


class Migration(migrations.Migration):
    dependencies = [("duties", "0003_reviews"), ("safety", "0005_act_of_a_case")]

    operations = [migrations.RunSQL(_ON, _OFF)]
