"""Whether a breach is of a stay that is over, so that the morning can put those of this one first.

A door of its own: who reads the morning may be somebody to whom stays are closed.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_DOOR = f"""
CREATE FUNCTION duties_of_past_stay(whose uuid, began timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM custody_stay s WHERE s.person_id = whose
        AND s.stood_until IS NULL AND s.admitted_at > began)
$$;
REVOKE ALL ON FUNCTION duties_of_past_stay(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duties_of_past_stay(uuid, timestamptz) TO {APP};
"""
_NO_DOOR = "DROP FUNCTION duties_of_past_stay(uuid, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("duties", "0004_marks_of_safety"), ("custody", "0012_release_days")]

    operations = [migrations.RunSQL(_DOOR, _NO_DOOR)]
