"""Proposals for a second person, movements of the past only, steps after a death, and arrivals.

Two doors for a person who is on the way to another prison, whose file is still with the sender:
`custody_arriving` tells the receiving officers who is coming and nothing else of the file, and
`custody_take_in` moves the file of somebody who is on the way to their own establishment.
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_ARRIVALS = f"""
CREATE FUNCTION custody_receives(establishment text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT access_everywhere('ID', 'add')
        OR establishment = ANY (access_places('ID', 'add'))
$$;
CREATE FUNCTION custody_arriving(establishment text) RETURNS TABLE (
    person uuid, movement uuid, name jsonb, numbers jsonb, from_place text,
    left_at timestamptz, expected_at timestamptz
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT custody_receives(establishment) THEN RETURN; END IF;
    RETURN QUERY
    SELECT w.whole, m.id, n.value, coalesce(i.numbers, '[]'), m.from_place, m.left_at, m.expected_at
    FROM custody_movement m
    CROSS JOIN LATERAL (SELECT people_whole(m.person_id) AS whole) w
    LEFT JOIN LATERAL (
        SELECT f.value FROM people_fact f
        WHERE people_whole(f.person_id) = w.whole AND f.kind = 'name' AND f.voided_at IS NULL
            AND f.value ->> 'use' = 'recorded'
            AND NOT EXISTS (SELECT FROM people_fact g WHERE g.supersedes_id = f.id)
        ORDER BY f.person_id = w.whole DESC, f.standing = 'verified' DESC, f.recorded_at DESC
        LIMIT 1
    ) n ON true
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(f.value ORDER BY f.recorded_at) AS numbers FROM people_fact f
        WHERE people_whole(f.person_id) = w.whole AND f.kind = 'identifier'
            AND f.voided_at IS NULL
            AND NOT EXISTS (SELECT FROM people_fact g WHERE g.supersedes_id = f.id)
    ) i ON true
    WHERE m.stood_until IS NULL AND m.kind = 'transfer' AND m.arrived_at IS NULL
        AND m.to_place = establishment AND w.whole <> ALL (access_barred())
    ORDER BY m.left_at, m.id;
END $$;
CREATE FUNCTION custody_take_in(part uuid, establishment text) RETURNS text
LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(part); sender text;
BEGIN
    -- The file is the sender's until here: no policy of its table could let this through.
    IF NOT custody_receives(establishment) OR whole = ANY (access_barred()) THEN
        RETURN NULL;
    END IF;
    PERFORM FROM people_person p WHERE p.id = whole FOR UPDATE;
    SELECT m.from_place INTO sender FROM custody_movement m
    WHERE people_whole(m.person_id) = whole AND m.stood_until IS NULL AND m.kind = 'transfer'
        AND m.arrived_at IS NULL AND m.to_place = establishment;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE people_person SET held_at = establishment WHERE id = whole;
    RETURN sender;
END $$;
"""
_NO_ARRIVALS = """
DROP FUNCTION custody_take_in(uuid, text), custody_arriving(text), custody_receives(text);
"""
_FULL, _ADD = (f"people_reached(person_id, 'ID', '{how}')" for how in ("full", "add"))
# Whoever decides may only read the file (a director who agrees to a release); triggers let a
# decision be written and nothing else, and once.
_WALL = [
    "ALTER TABLE custody_proposal ENABLE ROW LEVEL SECURITY",
    f"CREATE POLICY custody_proposal_read ON custody_proposal FOR SELECT TO {APP} USING ({_FULL})",
    f"CREATE POLICY custody_proposal_put ON custody_proposal FOR INSERT TO {APP} "
    f"WITH CHECK ({_ADD})",
    f"CREATE POLICY custody_proposal_change ON custody_proposal FOR UPDATE TO {APP} "
    f"USING ({_FULL}) WITH CHECK (true)",
]
_NO_WALL = [
    *(
        f"DROP POLICY custody_proposal_{name} ON custody_proposal"
        for name in ("read", "put", "change")
    ),
    "ALTER TABLE custody_proposal DISABLE ROW LEVEL SECURITY",
]


class Migration(migrations.Migration):
    dependencies = [
        ("custody", "0003_dates"),
        ("people", "0004_photo"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                (
                    "act",
                    models.TextField(
                        choices=[
                            ("release", "release by the officer who received the person"),
                            ("correct", "correction of a stay"),
                            ("strike_out", "striking out of a stay"),
                        ]
                    ),
                ),
                ("row", models.UUIDField()),
                ("changes", models.JSONField()),
                ("reason", models.TextField()),
                ("proposed_by", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("decided_by", models.TextField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("agreed", models.BooleanField(null=True)),
                ("decided_why", models.TextField(null=True)),
            ],
        ),
        migrations.AddIndex(
            model_name="movement",
            index=models.Index(
                condition=models.Q(("arrived_at__isnull", True), ("stood_until__isnull", True)),
                fields=["to_place"],
                name="custody_who_is_away",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="step",
            name="custody_step_is_in_the_list",
        ),
        migrations.AlterField(
            model_name="step",
            name="kind",
            field=models.TextField(
                choices=[
                    ("legality", "legality check"),
                    ("identity", "identity"),
                    ("search", "search"),
                    ("injuries", "visible injuries"),
                    ("complaint", "complaint of prior ill-treatment"),
                    ("property", "property"),
                    ("information", "information given"),
                    ("lawyer", "lawyer"),
                    ("consul", "consul"),
                    ("family", "family told"),
                    ("dependants", "dependants"),
                    ("needs", "immediate needs"),
                    ("place", "first place"),
                    ("fitness", "fit to travel"),
                    ("handover", "file handed over"),
                    ("money", "money"),
                    ("papers", "papers"),
                    ("clothing", "clothing"),
                    ("transport", "transport"),
                    ("home", "home"),
                    ("medication", "medication"),
                    ("file_copy", "copy of the file"),
                    ("appointment", "first appointment"),
                    ("arrest", "arrest"),
                    ("charges_told", "reasons and charges told"),
                    ("hearing", "hearing"),
                    ("allocation", "choice of the establishment"),
                    ("sharing", "who may share a cell"),
                    ("bedding", "bedding"),
                    ("age", "age disputed or decided"),
                    ("authority", "outside authority told"),
                ]
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="stage",
            field=models.TextField(
                choices=[
                    ("reception", "reception"),
                    ("transfer", "transfer"),
                    ("release", "release"),
                    ("stay", "during the stay"),
                    ("death", "death"),
                ]
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_at__lte", models.F("recorded_at")),
                    models.Q(
                        ("arrived_at__isnull", True),
                        ("arrived_at__lte", models.F("recorded_at")),
                        _connector="OR",
                    ),
                ),
                name="custody_movement_is_of_the_past",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage__in", ["reception", "transfer", "release", "stay", "death"]),
                    (
                        "kind__in",
                        [
                            "legality",
                            "identity",
                            "search",
                            "injuries",
                            "complaint",
                            "property",
                            "information",
                            "lawyer",
                            "consul",
                            "family",
                            "dependants",
                            "needs",
                            "place",
                            "fitness",
                            "handover",
                            "money",
                            "papers",
                            "clothing",
                            "transport",
                            "home",
                            "medication",
                            "file_copy",
                            "appointment",
                            "arrest",
                            "charges_told",
                            "hearing",
                            "allocation",
                            "sharing",
                            "bedding",
                            "age",
                            "authority",
                        ],
                    ),
                ),
                name="custody_step_is_in_the_list",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("act__in", ["release", "correct", "strike_out"]),
                    models.Q(("reason", ""), _negated=True),
                    models.Q(("proposed_by", ""), _negated=True),
                ),
                name="custody_proposal_says_what_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agreed__isnull", True),
                        ("decided_at__isnull", True),
                        ("decided_by__isnull", True),
                        ("decided_why__isnull", True),
                    ),
                    models.Q(
                        ("agreed__isnull", False),
                        ("decided_at__gte", models.F("proposed_at")),
                        ("decided_by__isnull", False),
                        ("decided_why__gt", ""),
                    ),
                    _connector="OR",
                ),
                name="custody_proposal_is_decided_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="custody_proposal_is_decided_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at__isnull", True)),
                fields=("row", "act"),
                name="custody_one_proposal_waits_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="proposals_are_not_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."act" IS DISTINCT FROM (NEW."act") OR OLD."row" IS DISTINCT FROM (NEW."row") OR OLD."changes" IS DISTINCT FROM (NEW."changes") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."proposed_by" IS DISTINCT FROM (NEW."proposed_by") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6ab299e2cb8f814dce5c19117cc87be81f494277",
                    operation="UPDATE",
                    pgid="pgtrigger_proposals_are_not_changed_7d8df",
                    table="custody_proposal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="what_is_decided_stays_so",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."decided_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="aa42e632138917b6f15f50ba574318f807b4fabd",
                    operation="UPDATE",
                    pgid="pgtrigger_what_is_decided_stays_so_d23cc",
                    table="custody_proposal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="proposals_are_not_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="35d6800b5cacba5e74cb05578bf023a0b2c069d2",
                    operation="DELETE",
                    pgid="pgtrigger_proposals_are_not_deleted_18474",
                    table="custody_proposal",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL([*_WALL], [*_NO_WALL]),
        migrations.RunSQL(_ARRIVALS, _NO_ARRIVALS),
    ]
