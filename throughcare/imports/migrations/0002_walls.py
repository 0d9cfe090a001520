"""Row-level security of the import: an origin is reached as the file of its person is."""

from django.db import migrations

from throughcare.cluster.roles import APP

_TABLE = "imports_origin"
_READ = "people_reached(person_id, 'ID', 'full')"
_ADD = "people_reached(person_id, 'ID', 'add')"


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_initial"), ("people", "0002_walls")]

    operations = [
        migrations.RunSQL(
            [
                f"ALTER TABLE {_TABLE} ENABLE ROW LEVEL SECURITY",
                f"CREATE POLICY {_TABLE}_read ON {_TABLE} FOR SELECT TO {APP} USING ({_READ})",
                f"CREATE POLICY {_TABLE}_put ON {_TABLE} FOR INSERT TO {APP} WITH CHECK ({_ADD})",
                f"CREATE POLICY {_TABLE}_change ON {_TABLE} FOR UPDATE TO {APP} "
                f"USING ({_ADD}) WITH CHECK (true)",
            ],
            [
                f"DROP POLICY {_TABLE}_read ON {_TABLE}",
                f"DROP POLICY {_TABLE}_put ON {_TABLE}",
                f"DROP POLICY {_TABLE}_change ON {_TABLE}",
                f"ALTER TABLE {_TABLE} DISABLE ROW LEVEL SECURITY",
            ],
        )
    ]
