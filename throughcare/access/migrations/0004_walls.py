"""The second wall: the database itself knows whom an account reaches, from the rows of access.

`access_enter` is asked once in a transaction, before a room reads or writes. It works out the reach
from accounts, posts, cases, kinship and emergencies, by the matrix, which `walls.matrix_rows` keeps
in two tables. Policies of rooms ask the functions below; without `access_enter` all answer nothing.

The reach is kept as lines of text, each between two ends of line, KEY being `compartment.how`. A
policy asks for each row, and a line is found some ten times as fast as JSON is read:

    !person         barred: own file or kin, whatever the post opens
    *KEY            the whole service
    @KEY/place      whoever is held there
    =KEY/person     by a case or an emergency, unless barred
    ~KEY/person     by the person's own right or permission, which kinship does not close
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
CREATE FUNCTION access_reach(asking bigint, moment timestamptz) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- plpgsql keeps the plan for the connection; a function in SQL would plan for each request.
    RETURN (
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
        ), lines AS (
            SELECT '!' || b.person AS line FROM barred b
            UNION SELECT '*' || o.compartment || '.' || o.how FROM opened o WHERE o.scope = 'F'
            UNION SELECT '@' || o.compartment || '.' || o.how || '/' || o.establishment
                FROM opened o WHERE o.scope = 'O'
            UNION SELECT CASE WHEN p.own THEN '~' ELSE '=' END
                || p.compartment || '.' || p.how || '/' || p.person FROM persons p
        )
        SELECT E'\\n' || coalesce(string_agg(line, E'\\n') || E'\\n', '') FROM lines
    );
END $$;
"""

_ENTER = """
CREATE FUNCTION access_enter(asking bigint, moment timestamptz) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE before text := coalesce(current_setting('throughcare.reach', true), '');
BEGIN
    PERFORM set_config('throughcare.reach', access_reach(asking, moment), true);
    RETURN before;
END $$;
CREATE FUNCTION access_keys(compartment text, how text) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE how WHEN 'any' THEN ARRAY[compartment || '.full', compartment || '.redacted',
        compartment || '.add', compartment || '.emergency'] ELSE ARRAY[compartment || '.' || how] END
$$;
CREATE FUNCTION access_after(sign text, keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT substr(line, length(sign || key || '/') + 1)
    FROM string_to_table(current_setting('throughcare.reach', true), E'\\n') line, unnest(keys) key
    WHERE starts_with(line, sign || key || '/')
$$;
CREATE FUNCTION access_everywhere(compartment text, how text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_or(
        strpos(current_setting('throughcare.reach', true), E'\\n*' || key || E'\\n') > 0
    ), false) FROM unnest(access_keys(compartment, how)) key
$$;
CREATE FUNCTION access_places(compartment text, how text) RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(place), '{}')
    FROM access_after('@', access_keys(compartment, how)) place
$$;
CREATE FUNCTION access_barred() RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(substr(line, 2)::uuid), '{}')
    FROM string_to_table(current_setting('throughcare.reach', true), E'\\n') line
    WHERE starts_with(line, '!')
$$;
CREATE FUNCTION access_persons(compartment text, how text) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT person), '{}') FROM (
        SELECT one::uuid AS person FROM access_after('~', access_keys(compartment, how)) one
        UNION
        SELECT one::uuid FROM access_after('=', access_keys(compartment, how)) one
        WHERE one::uuid <> ALL (access_barred())
    ) reached
$$;
CREATE FUNCTION access_admits(person uuid, place text, compartment text, how text)
RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    reach text := current_setting('throughcare.reach', true);
    whom text := '/' || person || E'\\n'; key text; barred boolean;
BEGIN
    IF coalesce(reach, '') = '' THEN RETURN false; END IF;
    barred := coalesce(strpos(reach, E'\\n!' || person || E'\\n') > 0, false);
    FOREACH key IN ARRAY CASE how WHEN 'any' THEN access_keys(compartment, how)
        ELSE ARRAY[compartment || '.' || how] END
    LOOP
        IF strpos(reach, E'\\n~' || key || whom) > 0 THEN RETURN true; END IF;
        CONTINUE WHEN barred;
        IF strpos(reach, E'\\n@' || key || '/' || place || E'\\n') > 0
            OR strpos(reach, E'\\n*' || key || E'\\n') > 0
            OR strpos(reach, E'\\n=' || key || whom) > 0 THEN RETURN true;
        END IF;
    END LOOP;
    RETURN false;
END $$;
"""

_UNDO = """
DROP FUNCTION access_admits(uuid, text, text, text);
DROP FUNCTION access_barred(), access_persons(text, text), access_places(text, text),
    access_everywhere(text, text), access_after(text, text[]), access_keys(text, text),
    access_enter(bigint, timestamptz), access_reach(bigint, timestamptz);
DROP TABLE access_cell, access_opened;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_what_is_given_is_kept")]

    operations = [migrations.RunSQL([_TABLES, _REACH, _ENTER], _UNDO)]
