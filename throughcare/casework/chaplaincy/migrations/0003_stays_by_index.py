"""Whether somebody was in custody is asked of the person's own stays, not of every stay there is."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.chaplaincy.migrations.0002_walls")
_parts = import_module("throughcare.casework.people.migrations.0007_parts")

_NEED_CUSTODY = _parts.by_index(
    _walls._SOUND, "chaplaincy_need_custody", "END $$;",
    "people_whole(s.person_id) = people_whole(NEW.person_id)",
    "s.person_id = ANY (people_parts(people_whole(NEW.person_id)))",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("chaplaincy", "0002_walls"), ("people", "0007_parts")]

    operations = [
        migrations.RunSQL(*_NEED_CUSTODY),
    ]
