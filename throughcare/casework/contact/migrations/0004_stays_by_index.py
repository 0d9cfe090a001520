"""Whether somebody was in custody is asked of the person's own stays, not of every stay there is."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.contact.migrations.0002_walls")
_parts = import_module("throughcare.casework.people.migrations.0007_parts")

_HELD_THEN = _parts.by_index(
    _walls._SOUND, "contact_held_then", "$$;",
    "people_whole(s.person_id) = people_whole(whose)",
    "s.person_id = ANY (people_parts(people_whole(whose)))",
)  # fmt: skip
_NEED_SOUND = _parts.by_index(
    _walls._SOUND, "contact_need_sound", "END $$;",
    "people_whole(s.person_id) = people_whole(NEW.person_id)",
    "s.person_id = ANY (people_parts(people_whole(NEW.person_id)))",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("contact", "0003_last_held_at_once"), ("people", "0007_parts")]

    operations = [
        migrations.RunSQL(*_HELD_THEN),
        migrations.RunSQL(*_NEED_SOUND),
    ]
