"""Which breaches are of a stay that is over, asked of all rows of a morning at once.

A door of its own, as that of 0005, which asked for each row anew: who reads the morning may be
somebody to whom stays are closed.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_DOOR = f"""
CREATE FUNCTION duties_of_past_stays(findings bigint[], whose uuid[], began timestamptz[])
RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 100
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.finding FROM unnest(findings, whose, began) a(finding, person, began)
    JOIN (
        SELECT s.person_id, max(s.admitted_at) AS admitted FROM custody_stay s
        JOIN (SELECT DISTINCT person FROM unnest(whose) person) one ON one.person = s.person_id
        WHERE s.stood_until IS NULL GROUP BY s.person_id
    ) present ON present.person_id = a.person AND present.admitted > a.began
$$;
REVOKE ALL ON FUNCTION duties_of_past_stays(bigint[], uuid[], timestamptz[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duties_of_past_stays(bigint[], uuid[], timestamptz[]) TO {APP};
DROP FUNCTION duties_of_past_stay(uuid, timestamptz);
"""
_NO_DOOR = f"""
DROP FUNCTION duties_of_past_stays(bigint[], uuid[], timestamptz[]);
CREATE FUNCTION duties_of_past_stay(whose uuid, began timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM custody_stay s WHERE s.person_id = whose
        AND s.stood_until IS NULL AND s.admitted_at > began)
$$;
REVOKE ALL ON FUNCTION duties_of_past_stay(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duties_of_past_stay(uuid, timestamptz) TO {APP};
"""


class Migration(migrations.Migration):
    dependencies = [("duties", "0006_tasks"), ("custody", "0012_release_days")]

    operations = [migrations.RunSQL(_DOOR, _NO_DOOR)]
