"""The door to the findings of a file asks once where the person is held, not for each compartment.

It is what `people_reached` asks, with the place at hand: a list of cases opens it for each of them.
"""

from importlib import import_module

from django.db import migrations

_daily = import_module("throughcare.duties.migrations.0017_marks_of_daily")

_WHOLE = "whole uuid := people_whole(whose);"
_HELD = "held text := (SELECT p.held_at FROM people_person p WHERE p.id = people_whole(whose));"


def _door() -> str:
    """`duties_of`, the first of the doors, as it is."""
    first: str = _daily._seeing_daily_life(_daily._DOORS).split("END $$;")[0]
    return f"{first}END $$;\n"


def _once() -> str:
    door = _door()
    assert door.count(_WHOLE) == 1
    assert door.count("people_reached(whole, c, ") == 3
    return door.replace(_WHOLE, f"{_WHOLE} {_HELD}").replace(
        "people_reached(whole, c, ", "access_admits(whole, held, c, "
    )


class Migration(migrations.Migration):
    dependencies = [("duties", "0018_calls_of_a_prison_at_once")]

    operations = [migrations.RunSQL(_once(), _door())]
