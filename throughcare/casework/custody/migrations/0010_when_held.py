"""A door to when somebody was held, for whoever may see the day of release and no more.

A relative reads that day and not the stays, which are identity. Which sentences count follows from
when the last stay began and ended, and the profile from where, so the door lets these through to the
computation. The day is shown; what came through the door is not.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_DOOR = f"""
CREATE FUNCTION custody_when_held(whose uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, admitted_at timestamptz, left_at timestamptz, establishment text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.person_id, s.admitted_at, s.left_at, s.establishment FROM custody_stay s
    WHERE s.person_id = ANY (whose) AND s.recorded_at <= moment AND s.admitted_at <= moment
        AND (s.stood_until IS NULL OR s.stood_until > moment)
        AND (people_reached(s.person_id, 'ID', 'full')
            OR people_reached(s.person_id, 'SEN', 'full')
            OR people_reached(s.person_id, 'SEN', 'redacted'))
    ORDER BY s.admitted_at, s.id
$$;
REVOKE EXECUTE ON FUNCTION custody_when_held(uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION custody_when_held(uuid[], timestamptz) TO {APP};
"""


class Migration(migrations.Migration):
    dependencies = [("custody", "0009_spent_orders")]

    operations = [
        migrations.RunSQL(_DOOR, "DROP FUNCTION custody_when_held(uuid[], timestamptz)"),
    ]
