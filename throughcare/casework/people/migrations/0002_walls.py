"""Row-level security of the room of people: the second wall (access, migration 0004).

A file that is merged is reached as the file that it is read in. A row of a person is seen by
whoever reaches it in any way; what is known of the person needs the compartment of each row, and
whoever reads it redacted gets only the kinds that a redacted reading can show.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_FUNCTIONS = """
CREATE FUNCTION people_whole(part uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE whole uuid := part; above uuid;
BEGIN
    LOOP
        SELECT m.kept_id INTO above FROM people_merge m
        WHERE m.merged_id = whole AND m.undone_at IS NULL;
        IF above IS NULL THEN RETURN whole; END IF;
        whole := above;
    END LOOP;
END $$;
CREATE FUNCTION people_merged() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.merged_id FROM people_merge m WHERE m.undone_at IS NULL
$$;
CREATE FUNCTION people_reached(part uuid, compartment text, how text) RETURNS boolean
LANGUAGE plpgsql STABLE COST 500 SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE whole uuid := people_whole(part);
BEGIN
    RETURN access_admits(
        whole, (SELECT p.held_at FROM people_person p WHERE p.id = whole), compartment, how
    );
END $$;
CREATE FUNCTION people_enter(asking bigint, moment timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE before text := access_enter(asking, moment);
    reach text := current_setting('throughcare.reach', true); part uuid;
BEGIN
    -- A case, kinship or own file given for a merged file counts for the file it is read in.
    FOR part IN SELECT DISTINCT m.merged_id
        FROM regexp_matches(reach, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g') AS hit(words)
        JOIN people_merge m ON m.merged_id = hit.words[1]::uuid AND m.undone_at IS NULL
    LOOP
        reach := replace(reach, part::text, people_whole(part)::text);
    END LOOP;
    PERFORM set_config('throughcare.reach', reach, true);
    RETURN before;
END $$;
CREATE FUNCTION people_hold_at(part uuid, place text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- Whoever lets a person go no longer sees the row, so that no policy could let this through.
    IF NOT people_reached(part, 'ID', 'add') THEN RETURN false; END IF;
    UPDATE people_person SET held_at = place WHERE id = part;
    RETURN FOUND;
END $$;
"""

_NO_FUNCTIONS = """
DROP FUNCTION people_hold_at(uuid, text), people_enter(bigint, timestamptz),
    people_reached(uuid, text, text), people_merged(), people_whole(uuid);
"""

_PERSON = """
    (SELECT access_everywhere('ID', 'any'))
    OR held_at = ANY ((SELECT access_places('ID', 'any'))::text[])
    OR id = ANY ((SELECT access_persons('ID', 'any'))::uuid[])
    OR (id IN (SELECT people_merged()) AND people_reached(id, 'ID', 'any'))
"""
_OPENING = """
    (SELECT access_everywhere('ID', 'add'))
    OR held_at = ANY ((SELECT access_places('ID', 'add'))::text[])
"""
_FACT = """
    people_reached(person_id, compartment, 'full')
    OR (kind IN ('name', 'language', 'photo') AND people_reached(person_id, 'ID', 'redacted'))
    OR (kind = 'emergency_contact' AND people_reached(person_id, 'CON', 'emergency'))
"""
_NOTE = """
    people_reached(person_id, 'ID', 'full')
    OR (kind = 'safety' AND people_reached(person_id, 'ID', 'redacted'))
"""
_FULL = "people_reached(person_id, 'ID', 'full')"
_ADD = "people_reached(person_id, 'ID', 'add')"
_BOTH = "people_reached(one_id, 'ID', '{how}') AND people_reached(other_id, 'ID', '{how}')"
_JOINED = "people_reached(kept_id, 'ID', 'any')"
_JOINING = "people_reached(kept_id, 'ID', 'add') AND people_reached(merged_id, 'ID', 'add')"

# Table: what may be read, put in, and what an UPDATE or DELETE may try: triggers refuse most of it,
# and loudly, where no policy would make it do nothing.
_POLICIES = {
    "people_person": (_PERSON, _OPENING, _PERSON),
    "people_fact": (_FACT, *["people_reached(person_id, compartment, 'add')"] * 2),
    "people_namekey": (f"{_FULL} OR people_reached(person_id, 'ID', 'redacted')", _ADD, _ADD),
    "people_note": (_NOTE, _ADD, _ADD),
    "people_alert": (_FULL, _ADD, _ADD),
    "people_proposal": (_BOTH.format(how="full"), *[_BOTH.format(how="add")] * 2),
    "people_merge": (_JOINED, _JOINING, "people_reached(kept_id, 'ID', 'add')"),
}


def _wall(table: str) -> list[str]:
    read, put, change = _POLICIES[table]
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({read})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({change}) WITH CHECK (true)",
        f"CREATE POLICY {table}_delete ON {table} FOR DELETE TO {APP} USING ({change})",
    ]


def _no_wall(table: str) -> list[str]:
    names = ("read", "put", "change", "delete")
    drops = [f"DROP POLICY IF EXISTS {table}_{name} ON {table}" for name in names]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("access", "0004_walls")]

    operations = [
        migrations.RunSQL(_FUNCTIONS, _NO_FUNCTIONS),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _POLICIES),
    ]
