"""What calls for a board or a plan asks once which files of a prison are open, not once a file."""

from importlib import import_module

from django.db import migrations

_boards = import_module("throughcare.duties.migrations.0011_marks_of_boards")
_plans = import_module("throughcare.duties.migrations.0013_marks_of_plans")

_ONE_BY_ONE = """
        SELECT DISTINCT people_whole(a) AS whole FROM unnest(asked) a
        WHERE people_reached(people_whole(a), 'PLN', 'full')
"""
_AT_ONCE = """
        SELECT reached AS whole FROM custody_reached_of(
            ARRAY(SELECT DISTINCT people_whole(a) FROM unnest(asked) a), ARRAY['PLN'], ARRAY['full']
        ) reached
"""


def _door(doors: str) -> str:
    """The first function of the text: what calls, of files that are given."""
    first = doors.split("END $$;")[0] + "END $$;\n"
    return first.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


def _at_once(doors: str) -> str:
    door = _door(doors)
    assert door.count(_ONE_BY_ONE) == 1
    return door.replace(_ONE_BY_ONE, _AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("duties", "0017_marks_of_daily"), ("custody", "0011_quick_doors")]

    operations = [
        migrations.RunSQL(_at_once(one), _door(one)) for one in (_boards._CALLS, _plans._CALLS)
    ]
