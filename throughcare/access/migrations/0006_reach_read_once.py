"""What is reached by name, and what at a place, is read from the reach in one pass.

The doors of 0004 go through all of it for each compartment and each way, which is little for a post
of a prison and much for whoever has hundreds of cases.
"""

from django.db import migrations

_DOORS = """
CREATE FUNCTION access_named() RETURNS TABLE (compartment text, how text, person uuid)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT split_part(key, '.', 1), split_part(key, '.', 2), whom::uuid FROM (
        SELECT left(line, 1) AS sign, substr(split_part(line, '/', 1), 2) AS key,
            split_part(line, '/', 2) AS whom
        FROM string_to_table(current_setting('throughcare.reach', true), E'\\n') line
        WHERE left(line, 1) IN ('~', '=')
    ) told
    WHERE sign = '~' OR whom::uuid <> ALL ((SELECT access_barred())::uuid[])
$$;
CREATE FUNCTION access_at(place text) RETURNS TABLE (compartment text, how text)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT split_part(key, '.', 1), split_part(key, '.', 2) FROM (
        SELECT substr(split_part(line, '/', 1), 2) AS key
        FROM string_to_table(current_setting('throughcare.reach', true), E'\\n') line
        WHERE starts_with(line, '*')
            OR starts_with(line, '@') AND substr(line, strpos(line, '/') + 1) = place
    ) told
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0005_fewer_locks")]

    operations = [
        migrations.RunSQL(_DOORS, "DROP FUNCTION access_at(text), access_named();"),
    ]
