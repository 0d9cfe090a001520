"""Whether somebody was in custody is asked of the person's own stays, not of every stay there is."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.observations.migrations.0002_walls")
_parts = import_module("throughcare.casework.people.migrations.0007_parts")

_IN_CUSTODY = _parts.by_index(
    _walls._SOUND, "observations_in_custody", "\n$$;",
    "(s.person_id = whom OR people_whole(s.person_id) = people_whole(whom))",
    "s.person_id = ANY (people_parts(people_whole(whom)))",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("observations", "0003_from_a_device"), ("people", "0007_parts")]

    operations = [
        migrations.RunSQL(*_IN_CUSTODY),
    ]
