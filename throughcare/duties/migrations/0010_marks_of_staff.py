"""What is written of a member of staff marks the staff of each house where the person was ever posted.

Under a name of their own, `staff:` and the establishment: no file and no house is asked anew for it.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")

# Tables of the room that are told to the engine (service/training/facts/told.py).
_TOLD = ("training_posting", "training_supervision", "training_certificate")
# Whichever account it was written under: a certificate belongs to the human being (ADR 0037).
_MARK = """
    INSERT INTO duties_mark (house) SELECT DISTINCT 'staff:' || p.establishment FROM added a
    JOIN access_account one ON one.id = a.account_id
    JOIN access_account other ON other.holder = one.holder
    JOIN training_posting p ON p.account_id = other.id;
"""
_STAFF = "".join(
    _walls._marker(f"duties_{table}", _MARK) + _walls._on(table, "marks_staff", f"duties_{table}")
    for table in _TOLD
)
_NO_STAFF = "".join(
    f"{_walls._off(table, 'marks_staff')} DROP FUNCTION duties_{table}();\n" for table in _TOLD
)


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0009_marks_of_assessment"),
        ("training", "0004_posts_hands"),
        ("access", "0004_walls"),
    ]

    operations = [
        migrations.RunSQL(_STAFF, _NO_STAFF),
    ]
