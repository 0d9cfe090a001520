"""Whoever may only add to a compartment is told what is still to be written there, and until when.

A nurse visits each separated person daily and writes it down; the register itself is closed to her.
Of such a task her list says the rule and until when: not when it began, not what was written.
"""

from importlib import import_module

from django.db import migrations, models

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")

_SHOWN = """
    f.id, f.person_id, f.house, f.about, CASE WHEN open OR told THEN f.rule END, f.status,
    CASE WHEN open OR told THEN f.severity ELSE '' END, CASE WHEN open THEN f.since END, f.until,
    CASE WHEN open THEN f.flags ELSE '{{}}' END, CASE WHEN open THEN f.key END,
    CASE WHEN open THEN f.duty END, CASE WHEN open THEN f.evidence ELSE '{{}}' END, f.first,
    CASE WHEN open THEN '{{}}' WHEN told THEN ARRAY[f.first] ELSE ARRAY['HLT'] END,
    f.cured_in = ANY ({add})
    FROM duties_keptfinding f CROSS JOIN LATERAL (SELECT
        f.first = ANY ({full}) AND f.within <@ {full} AND f.answered <@ ({full} || {less}) AS open,
        f.task AND f.status = 'due' AND f.within <@ ({full} || {add})
            AND f.answered <@ ({full} || {add}) AND f.cured_in = ANY ({add}) AS told
    ) o
    WHERE (open OR told OR f.first = ANY ({full})
        AND f.within <@ ({full} || ARRAY['HLT'])
        AND f.answered <@ ({full} || {less} || ARRAY['HLT'])
        AND (f.status = 'due' OR (f.status = 'breached' AND f.until IS NULL)))
"""


class Migration(migrations.Migration):
    dependencies = [("duties", "0005_past_stays")]

    operations = [
        migrations.AddField("keptfinding", "task", models.BooleanField(default=False)),
        migrations.RunSQL(_walls.doors(_SHOWN), _walls.doors(_walls._SHOWN)),
    ]
