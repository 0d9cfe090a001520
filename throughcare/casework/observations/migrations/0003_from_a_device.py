"""What waited on a device without a line: once, with its moments; and a door for who only adds.

Whoever only adds reads no row, and must learn whether an entry of the own is written: the answer
may have been lost with the line, and the person may have been moved since.
"""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from throughcare.cluster.roles import APP

_DOOR = f"""
CREATE FUNCTION observations_sent_before(keys uuid[], account text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.entry_key FROM observations_observation o
    WHERE o.entry_key = ANY (keys) AND o.recorded_by = account
$$;
REVOKE ALL ON FUNCTION observations_sent_before(uuid[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION observations_sent_before(uuid[], text) TO {APP};
"""
_NO_DOOR = "DROP FUNCTION observations_sent_before(uuid[], text);"


class Migration(migrations.Migration):
    dependencies = [
        ("observations", "0002_walls"),
        ("people", "0006_reached_everywhere"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="observation",
            name="rows_are_not_changed",
        ),
        migrations.AddField(
            model_name="observation",
            name="entry_key",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="observation",
            name="said_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="observation",
            name="unseen_warning",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="observation",
            name="written_at",
            field=models.DateTimeField(null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_not_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by" IS DISTINCT FROM (NEW."recorded_by") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."tone" IS DISTINCT FROM (NEW."tone") OR OLD."spot" IS DISTINCT FROM (NEW."spot") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."seen_at" IS DISTINCT FROM (NEW."seen_at") OR OLD."behaviour" IS DISTINCT FROM (NEW."behaviour") OR OLD."meaning" IS DISTINCT FROM (NEW."meaning") OR OLD."warned" IS DISTINCT FROM (NEW."warned") OR OLD."kept_why" IS DISTINCT FROM (NEW."kept_why") OR OLD."unseen_warning" IS DISTINCT FROM (NEW."unseen_warning") OR OLD."entry_key" IS DISTINCT FROM (NEW."entry_key") OR OLD."said_at" IS DISTINCT FROM (NEW."said_at") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e0fb154cb58aac8048e17a62e12509337b5d324c",
                    operation="UPDATE",
                    pgid="pgtrigger_rows_are_not_changed_5e78a",
                    table="observations_observation",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.UniqueConstraint(
                fields=("entry_key",), name="observations_observation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry_key", None), ("said_at", None), ("written_at", None)),
                    models.Q(
                        ("entry_key__isnull", False),
                        ("said_at__isnull", False),
                        ("written_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="observations_observation_says_how_it_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_at", None),
                    ("written_at__lte", models.F("recorded_at")),
                    _connector="OR",
                ),
                name="observations_observation_came_after_it_was_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unseen_warning", False),
                    models.Q(("entry_key__isnull", False), ("kept_why", ""), ("warned", True)),
                    _connector="OR",
                ),
                name="observations_observation_unseen_only_what_was_warned",
            ),
        ),
        migrations.RunSQL(_DOOR, _NO_DOOR),
    ]
