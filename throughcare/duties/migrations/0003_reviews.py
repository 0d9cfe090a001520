"""Answers for breaches: written and read by the engine's eyes alone, and only ever added."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from throughcare.cluster.roles import APP

_WALLS = f"""
ALTER TABLE duties_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY duties_review_read ON duties_review FOR SELECT TO {APP}
    USING ((SELECT duties_as_engine()));
CREATE POLICY duties_review_added ON duties_review FOR INSERT TO {APP}
    WITH CHECK (duties_as_engine());
"""
_NO_WALLS = """
DROP POLICY duties_review_added ON duties_review;
DROP POLICY duties_review_read ON duties_review;
ALTER TABLE duties_review DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0002_marks_and_walls"),
        ("people", "0006_reached_everywhere"),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("rule", models.TextField()),
                ("duty", models.DateTimeField()),
                ("since", models.DateTimeField()),
                ("key", models.TextField(blank=True, default="")),
                ("reason", models.TextField()),
                ("done", models.TextField()),
                ("at", models.DateTimeField()),
                ("by", models.TextField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "rule"], name="duties_review_of_file")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done__gt", ""), ("reason__gt", "")),
                        name="duties_review_gives_a_reason_and_what_was_done",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="reviews_are_not_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c1e25ab5e2ce49cce653b72d22e68c05deefe605",
                    operation="UPDATE",
                    pgid="pgtrigger_reviews_are_not_changed_64039",
                    table="duties_review",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="reviews_are_not_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="9c3d2ed7490042f6a8feefeb37281b0c05d899a9",
                    operation="DELETE",
                    pgid="pgtrigger_reviews_are_not_deleted_a321a",
                    table="duties_review",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(_WALLS, _NO_WALLS),
    ]
