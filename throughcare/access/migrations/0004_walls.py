"""The second wall: the database itself knows whom an account reaches, from the rows of access.

`access_enter` is asked once in a transaction, before a room reads or writes. It works out the reach
from accounts, posts, cases, kinship and emergencies, by the matrix, which `walls.matrix_rows` keeps
in two tables. Policies of rooms ask the functions below; without `access_enter` all answer nothing.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_TABLES = f"""
CREATE TABLE access_cell (
    role text NOT NULL,
    compartment text NOT NULL,
    level text NOT NULL CONSTRAINT cell_level_known CHECK (level IN ('x', 'r', 'a', 'w')),
    scope text NOT NULL CONSTRAINT cell_scope_known CHECK (scope IN ('O', 'C', 'S', 'F')),
    PRIMARY KEY (role, compartment)
);
CREATE TABLE access_opened (
    compartment text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (compartment, role)
);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON access_cell, access_opened FROM {APP};
"""

_REACH = """
CREATE FUNCTION access_reach(asking bigint, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
WITH me AS (
    SELECT a.id, a.holder, a.person FROM access_account a WHERE a.id = asking AND a.is_active
), barred AS (
    SELECT k.person FROM access_kinship k
    JOIN access_account a ON a.id = k.account_id JOIN me ON me.holder = a.holder
    WHERE k.begins <= moment AND (k.ends IS NULL OR k.ends > moment)
    UNION SELECT me.person FROM me WHERE me.person IS NOT NULL
), held AS (
    SELECT p.role, p.establishment FROM access_post p JOIN me ON me.id = p.account_id
    WHERE p.begins <= moment AND (p.ends IS NULL OR p.ends > moment)
), opened AS (
    SELECT h.role, h.establishment, c.compartment, c.scope, how
    FROM held h JOIN access_cell c ON c.role = h.role
    CROSS JOIN LATERAL unnest(CASE c.level
        WHEN 'r' THEN ARRAY['full'] WHEN 'w' THEN ARRAY['full', 'add']
        WHEN 'a' THEN ARRAY['add'] ELSE ARRAY['redacted'] END) AS how
), persons AS (
    -- `own`: by the person's own right or permission, which kinship does not close.
    SELECT o.compartment, o.how, s.person, o.role = 'family' AS own FROM opened o
    JOIN access_caseassignment s ON s.account_id = asking AND s.role = o.role
    WHERE o.scope IN ('C', 'S') AND o.role <> 'prisoner'
        AND s.begins <= moment AND (s.ends IS NULL OR s.ends > moment)
    UNION
    SELECT o.compartment, o.how, me.person, true FROM opened o, me
    WHERE o.role = 'prisoner' AND o.scope IN ('C', 'S') AND me.person IS NOT NULL
    UNION
    SELECT g.compartment, 'emergency', g.person, false FROM access_breakglass g
    JOIN access_opened w ON w.compartment = g.compartment AND w.role = g.role
    JOIN held h ON h.role = g.role
    WHERE g.account_id = asking AND g.begins <= moment AND g.ends > moment
        AND (g.confirm_by IS NULL OR g.confirmed_at IS NOT NULL OR moment < g.confirm_by)
), ways AS (
    SELECT compartment, how FROM opened UNION SELECT compartment, how FROM persons
)
SELECT jsonb_build_object(
    'barred', coalesce((SELECT jsonb_agg(b.person) FROM barred b), '[]'::jsonb),
    'open', coalesce(jsonb_object_agg(w.compartment || '.' || w.how, jsonb_build_object(
        'all', EXISTS (SELECT FROM opened o WHERE o.compartment = w.compartment
            AND o.how = w.how AND o.scope = 'F'),
        'places', coalesce((SELECT jsonb_agg(DISTINCT o.establishment) FROM opened o
            WHERE o.compartment = w.compartment AND o.how = w.how AND o.scope = 'O'), '[]'::jsonb),
        'persons', coalesce((SELECT jsonb_agg(p.person) FROM persons p
            WHERE p.compartment = w.compartment AND p.how = w.how AND NOT p.own), '[]'::jsonb),
        'own', coalesce((SELECT jsonb_agg(p.person) FROM persons p
            WHERE p.compartment = w.compartment AND p.how = w.how AND p.own), '[]'::jsonb)
    )), '{}'::jsonb)
) FROM ways w
$$;
"""

_ENTER = """
CREATE FUNCTION access_now() RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('throughcare.reach', true), '')::jsonb
$$;
CREATE FUNCTION access_enter(asking bigint, moment timestamptz) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE before text := coalesce(current_setting('throughcare.reach', true), '');
BEGIN
    PERFORM set_config('throughcare.reach', access_reach(asking, moment)::text, true);
    RETURN before;
END $$;
CREATE FUNCTION access_ways(compartment text, how text) RETURNS SETOF jsonb
LANGUAGE sql STABLE AS $$
    SELECT way FROM unnest(CASE how WHEN 'any' THEN ARRAY['full', 'redacted', 'add', 'emergency']
        ELSE ARRAY[how] END) AS one
    CROSS JOIN LATERAL (SELECT access_now() -> 'open' -> (compartment || '.' || one) AS way) found
    WHERE way IS NOT NULL
$$;
CREATE FUNCTION access_everywhere(compartment text, how text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_or((way ->> 'all')::boolean), false) FROM access_ways(compartment, how) way
$$;
CREATE FUNCTION access_places(compartment text, how text) RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT place), '{}')
    FROM access_ways(compartment, how) way, jsonb_array_elements_text(way -> 'places') place
$$;
CREATE FUNCTION access_persons(compartment text, how text) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT person::uuid), '{}') FROM access_ways(compartment, how) way,
        jsonb_array_elements_text((way -> 'own') || (
            SELECT coalesce(jsonb_agg(one), '[]'::jsonb)
            FROM jsonb_array_elements(way -> 'persons') one
            WHERE NOT (access_now() -> 'barred') @> one
        )) person
$$;
CREATE FUNCTION access_barred() RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(person::uuid), '{}')
    FROM jsonb_array_elements_text(access_now() -> 'barred') person
$$;
CREATE FUNCTION access_admits(person uuid, place text, compartment text, how text)
RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE reach jsonb := access_now(); way jsonb; one text;
BEGIN
    IF reach IS NULL THEN RETURN false; END IF;
    FOREACH one IN ARRAY CASE how WHEN 'any' THEN ARRAY['full', 'redacted', 'add', 'emergency']
        ELSE ARRAY[how] END
    LOOP
        way := reach -> 'open' -> (compartment || '.' || one);
        CONTINUE WHEN way IS NULL;
        IF (way -> 'own') ? person::text THEN RETURN true; END IF;
        CONTINUE WHEN (reach -> 'barred') ? person::text;
        IF (way ->> 'all')::boolean OR (way -> 'places') ? place
            OR (way -> 'persons') ? person::text THEN RETURN true;
        END IF;
    END LOOP;
    RETURN false;
END $$;
"""

_UNDO = """
DROP FUNCTION access_admits(uuid, text, text, text);
DROP FUNCTION access_barred(), access_persons(text, text), access_places(text, text),
    access_everywhere(text, text), access_ways(text, text), access_enter(bigint, timestamptz),
    access_now(), access_reach(bigint, timestamptz);
DROP TABLE access_cell, access_opened;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_constraints")]

    operations = [migrations.RunSQL([_TABLES, _REACH, _ENTER], _UNDO)]
