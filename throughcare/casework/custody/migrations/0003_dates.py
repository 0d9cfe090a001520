"""Decrees, how long a sentence can be, and a door to what release dates are computed from.

Whoever may see only the release date (level redacted of SEN) sees no sentence. The date follows
from sentences all the same, so the door lets lengths, days and kinds through to the computation:
never an order, a charge or a reason. What is computed is shown; what came through the door is not.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_DOORS = f"""
CREATE FUNCTION custody_sentence_now(first uuid, moment timestamptz) RETURNS uuid
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE here uuid := first; newer uuid;
BEGIN
    LOOP
        SELECT s.id INTO newer FROM custody_sentence s
        WHERE s.replaces_id = here AND s.recorded_at <= moment;
        IF newer IS NULL THEN RETURN here; END IF;
        here := newer;
    END LOOP;
END $$;
CREATE FUNCTION custody_lengths(whose uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, id uuid, kind text, years int, months int, days int, starts_on date, after uuid,
    recorded_at timestamptz
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT s.person_id, s.id, s.kind, s.years, s.months, s.days, s.starts_on,
        CASE WHEN s.after_id IS NOT NULL THEN custody_sentence_now(s.after_id, moment) END,
        s.recorded_at
    FROM custody_sentence s
    WHERE s.person_id = ANY (whose) AND s.recorded_at <= moment
        AND (s.stood_until IS NULL OR s.stood_until > moment)
        AND (people_reached(s.person_id, 'SEN', 'full')
            OR people_reached(s.person_id, 'SEN', 'redacted'))
    ORDER BY s.starts_on, s.id
$$;
CREATE FUNCTION custody_adjusted(whose uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, kind text, days int, from_on date, sentence uuid, recorded_at timestamptz
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT a.person_id, a.kind, a.days, a.from_on,
        CASE WHEN a.sentence_id IS NOT NULL THEN custody_sentence_now(a.sentence_id, moment) END,
        a.recorded_at
    FROM custody_adjustment a
    WHERE a.person_id = ANY (whose) AND a.recorded_at <= moment
        AND (a.stood_until IS NULL OR a.stood_until > moment)
        AND (people_reached(a.person_id, 'SEN', 'full')
            OR people_reached(a.person_id, 'SEN', 'redacted'))
    ORDER BY a.recorded_at, a.id
$$;
REVOKE ALL ON FUNCTION custody_sentence_now(uuid, timestamptz) FROM PUBLIC;
"""
_NO_DOORS = """DROP FUNCTION custody_adjusted(uuid[], timestamptz),
custody_lengths(uuid[], timestamptz), custody_sentence_now(uuid, timestamptz);"""

_HERE = (
    "(SELECT access_everywhere('SEN', '{how}')) "
    "OR establishment = ANY ((SELECT access_places('SEN', '{how}'))::text[])"
)
_OF = "people_reached(person_id, 'SEN', '{how}')"


def _wall(table: str, who: str, checked: str) -> list[str]:
    read, put = who.format(how="full"), who.format(how="add")
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({read})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({put}) WITH CHECK ({checked or put})",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


_DECREE, _EFFECT = "custody_decree", "custody_decreeeffect"


class Migration(migrations.Migration):
    dependencies = [
        ("custody", "0002_walls"),
        ("people", "0004_photo"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decree",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("establishment", models.TextField()),
                ("authority", models.TextField()),
                ("number", models.TextField()),
                ("issued_on", models.DateField()),
                ("words", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("days", "takes off a number of days"),
                            ("share", "takes off a share of what is left to serve"),
                            ("release", "orders release"),
                        ]
                    ),
                ),
                ("days", models.PositiveIntegerField(null=True)),
                ("share_of", models.PositiveIntegerField(null=True)),
                ("share_by", models.PositiveIntegerField(null=True)),
                (
                    "iccs_in",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                (
                    "iccs_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                (
                    "statuses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.TextField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmed_by", models.TextField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="DecreeEffect",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.TextField()),
                ("stood_until", models.DateTimeField(null=True)),
                ("struck_by", models.TextField(null=True)),
                ("struck_why", models.TextField(null=True)),
                ("authority", models.TextField()),
                ("number", models.TextField()),
                ("issued_on", models.DateField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="sentence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("days__lte", 36600), ("months__lte", 1200), ("years__lte", 100)
                ),
                name="custody_sentence_is_no_longer_than_a_hundred_years",
            ),
        ),
        migrations.AddConstraint(
            model_name="decree",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("authority", ""), _negated=True),
                    models.Q(("number", ""), _negated=True),
                    models.Q(("words", ""), _negated=True),
                ),
                name="custody_decree_says_who_gave_it_and_what_it_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="decree",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("days__gt", 0),
                        ("days__lte", 36600),
                        ("kind", "days"),
                        ("share_by", None),
                        ("share_of", None),
                    ),
                    models.Q(
                        ("days", None),
                        ("kind", "share"),
                        ("share_by__gte", models.F("share_of")),
                        ("share_of__gt", 0),
                    ),
                    models.Q(
                        ("days", None), ("kind", "release"), ("share_by", None), ("share_of", None)
                    ),
                    _connector="OR",
                ),
                name="custody_decree_does_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="decree",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at__isnull", True), ("confirmed_by__isnull", True)),
                    models.Q(
                        ("confirmed_at__isnull", False),
                        ("confirmed_by__isnull", False),
                        models.Q(("confirmed_by", models.F("proposed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="custody_decree_is_confirmed_by_another",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decree",
            trigger=pgtrigger.compiler.Trigger(
                name="decrees_are_not_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."establishment" IS DISTINCT FROM (NEW."establishment") OR OLD."authority" IS DISTINCT FROM (NEW."authority") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."days" IS DISTINCT FROM (NEW."days") OR OLD."share_of" IS DISTINCT FROM (NEW."share_of") OR OLD."share_by" IS DISTINCT FROM (NEW."share_by") OR OLD."iccs_in" IS DISTINCT FROM (NEW."iccs_in") OR OLD."iccs_out" IS DISTINCT FROM (NEW."iccs_out") OR OLD."statuses" IS DISTINCT FROM (NEW."statuses") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at") OR OLD."proposed_by" IS DISTINCT FROM (NEW."proposed_by"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6710817c8e9849c71fdff845630ed33f4e5acff1",
                    operation="UPDATE",
                    pgid="pgtrigger_decrees_are_not_changed_ed51e",
                    table="custody_decree",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decree",
            trigger=pgtrigger.compiler.Trigger(
                name="a_decree_is_confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="63be9338eb05dd1e8dfdb3531928a10a3e5bfb71",
                    operation="UPDATE",
                    pgid="pgtrigger_a_decree_is_confirmed_once_9cdc0",
                    table="custody_decree",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decree",
            trigger=pgtrigger.compiler.Trigger(
                name="decrees_are_not_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="d176e25c5add7282597b34cee68f4f82e1ddecb2",
                    operation="DELETE",
                    pgid="pgtrigger_decrees_are_not_deleted_ddedd",
                    table="custody_decree",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="decreeeffect",
            name="adjustment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="custody.adjustment",
            ),
        ),
        migrations.AddField(
            model_name="decreeeffect",
            name="decree",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="custody.decree"
            ),
        ),
        migrations.AddField(
            model_name="decreeeffect",
            name="order",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="custody.order",
            ),
        ),
        migrations.AddField(
            model_name="decreeeffect",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="decreeeffect",
            name="replaces",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="custody.decreeeffect",
            ),
        ),
        migrations.AddConstraint(
            model_name="decreeeffect",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stood_until__isnull", True),
                    ("stood_until__gte", models.F("recorded_at")),
                    _connector="OR",
                ),
                name="custody_decreeeffect_stands_for_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="decreeeffect",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_by__isnull", True), ("struck_why__isnull", True)),
                    models.Q(
                        ("stood_until__isnull", False),
                        ("struck_by__gt", ""),
                        ("struck_why__gt", ""),
                    ),
                    _connector="OR",
                ),
                name="custody_decreeeffect_is_struck_out_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="decreeeffect",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("adjustment__isnull", False), ("order__isnull", False), _connector="OR"
                ),
                name="custody_decree_effect_changes_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="decreeeffect",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("authority"),
                django.db.models.functions.text.Lower("number"),
                models.F("issued_on"),
                models.F("person"),
                condition=models.Q(("stood_until__isnull", True)),
                name="custody_decree_once_for_each_person",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decreeeffect",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_not_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by" IS DISTINCT FROM (NEW."recorded_by") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."decree_id" IS DISTINCT FROM (NEW."decree_id") OR OLD."authority" IS DISTINCT FROM (NEW."authority") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."adjustment_id" IS DISTINCT FROM (NEW."adjustment_id") OR OLD."order_id" IS DISTINCT FROM (NEW."order_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8018c2a25c0928e477d29c15fc03cc432bc2e594",
                    operation="UPDATE",
                    pgid="pgtrigger_rows_are_not_changed_95e87",
                    table="custody_decreeeffect",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decreeeffect",
            trigger=pgtrigger.compiler.Trigger(
                name="what_stood_stays_so",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."stood_until" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f88a394012d4358af274e372f7efb25fe751da6b",
                    operation="UPDATE",
                    pgid="pgtrigger_what_stood_stays_so_246cf",
                    table="custody_decreeeffect",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decreeeffect",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_not_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="7286d55f6006fc739223395750de8a9d9e3d8445",
                    operation="DELETE",
                    pgid="pgtrigger_rows_are_not_deleted_cbd0d",
                    table="custody_decreeeffect",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(_DOORS, _NO_DOORS),
        migrations.RunSQL([*_wall(_DECREE, _HERE, "")], [*_no_wall(_DECREE)]),
        migrations.RunSQL([*_wall(_EFFECT, _OF, "true")], [*_no_wall(_EFFECT)]),
    ]
