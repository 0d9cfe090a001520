"""An order is spent when the person leaves custody (ADR 0029).

`custody_grounds` as in migration 0005, but an order from before the person last left covers no
time after it: an old sentence without an end is no ground on which to hold somebody again.
"""

from importlib import import_module

from django.db import migrations

_before = import_module("throughcare.casework.custody.migrations.0005_orders")

_OLD = """
    ), ordered AS MATERIALIZED (
        SELECT n.whole, o.valid_from, o.valid_to, o.stood_until IS NULL OR o.stood_until > moment
                AS stands, o.struck_by IS NOT NULL AS struck
        FROM custody_order o JOIN named n ON n.part = o.person_id
"""
_NEW = """
    ), gone AS MATERIALIZED (
        SELECT n.whole, s.left_at FROM custody_stay s JOIN named n ON n.part = s.person_id
        WHERE s.left_at <= moment AND s.recorded_at <= moment
            AND (s.stood_until IS NULL OR s.stood_until > moment)
    ), ordered AS MATERIALIZED (
        SELECT n.whole, o.valid_from,
            least(o.valid_to, (SELECT min(g.left_at) FROM gone g
                WHERE g.whole = n.whole AND g.left_at > o.valid_from)) AS valid_to,
            o.stood_until IS NULL OR o.stood_until > moment AS stands,
            o.struck_by IS NOT NULL AS struck
        FROM custody_order o JOIN named n ON n.part = o.person_id
"""
_DOOR = _before._DOOR[_before._DOOR.index("CREATE FUNCTION custody_grounds") :].replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)
_SPENDING = _DOOR.replace(_OLD, _NEW)
assert _SPENDING != _DOOR


class Migration(migrations.Migration):
    dependencies = [("custody", "0008_reception")]

    operations = [migrations.RunSQL(_SPENDING, _DOOR)]
