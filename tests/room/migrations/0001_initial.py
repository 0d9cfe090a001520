"""The table of the test room, with its wall."""

from django.db import migrations, models

from throughcare.cluster.roles import APP

_ADMITS = (
    "CASE WHEN person IS NULL THEN access_admits(NULL, place, compartment, '{how}') "
    "ELSE people_reached(person, compartment, '{how}') END"
)
_READ = f"{_ADMITS.format(how='full')} OR {_ADMITS.format(how='redacted')}"
_ADD = _ADMITS.format(how="add")


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0002_walls"), ("access", "0004_walls")]

    operations = [
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("person", models.UUIDField(null=True)),
                ("place", models.TextField()),
                ("compartment", models.TextField()),
                ("text", models.TextField()),
                ("author", models.TextField()),
            ],
        ),
        migrations.RunSQL(
            [
                "ALTER TABLE room_record ENABLE ROW LEVEL SECURITY",
                f"CREATE POLICY room_read ON room_record FOR SELECT TO {APP} USING ({_READ})",
                f"CREATE POLICY room_put ON room_record FOR INSERT TO {APP} WITH CHECK ({_ADD})",
                f"CREATE POLICY room_change ON room_record FOR UPDATE TO {APP} USING ({_ADD})",
            ],
            migrations.RunSQL.noop,
        ),
    ]
