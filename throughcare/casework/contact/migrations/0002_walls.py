"""Row-level security of contact, what it must be about, and the doors of a whole prison."""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_TABLE = "contact_contact"
_REACHED = "people_reached(person_id, 'CON', '{0}')"

_SOUND = f"""
CREATE FUNCTION contact_held_then(whose uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT people_reached(people_whole(whose), 'CON', 'add') AND EXISTS (
        SELECT FROM custody_stay s
        WHERE people_whole(s.person_id) = people_whole(whose) AND s.stood_until IS NULL
            AND s.admitted_at <= moment AND (s.left_at IS NULL OR s.left_at > moment)
    )
$$;
CREATE FUNCTION contact_need_sound() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM custody_stay s
        WHERE people_whole(s.person_id) = people_whole(NEW.person_id) AND s.stood_until IS NULL
            AND s.admitted_at <= NEW.at AND (s.left_at IS NULL OR s.left_at > NEW.at)
    ) THEN
        RAISE EXCEPTION 'nobody has contact who is not in custody'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_in_custody';
    END IF;
    IF NEW.approved IS NOT NULL AND NOT EXISTS (
        SELECT FROM people_fact f WHERE f.id = NEW.approved AND f.kind = 'emergency_contact'
            AND f.voided_at IS NULL AND people_whole(f.person_id) = people_whole(NEW.person_id)
    ) THEN
        RAISE EXCEPTION 'this is no contact of this file'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_approved_is_of_the_file';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER contact_sound BEFORE INSERT ON {_TABLE}
    FOR EACH ROW EXECUTE FUNCTION contact_need_sound();
"""
_NOT_SOUND = f"""
DROP TRIGGER contact_sound ON {_TABLE};
DROP FUNCTION contact_need_sound(), contact_held_then(uuid, timestamptz);
"""

# Whom a viewer reaches in a prison: by post, and by name where the post is for cases.
_WITHIN = """
    h.held_at = house AND h.id <> ALL (access_barred()) AND (
        access_everywhere('CON', how) OR house = ANY (access_places('CON', how))
        OR h.id = ANY (named))
"""
_DOORS = f"""
CREATE FUNCTION contact_last_held(house text, how text, moment timestamptz)
RETURNS TABLE (whole uuid, came timestamptz, last timestamptz)
LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
DECLARE named uuid[] := access_persons('CON', how);
BEGIN
    RETURN QUERY
    WITH held AS MATERIALIZED (
        SELECT h.id FROM people_person h WHERE {_WITHIN}
    ), parts AS MATERIALIZED (
        SELECT d.id, d.id AS part FROM held d
        UNION SELECT d.id, m.merged_id FROM people_merge m
        JOIN held d ON d.id = people_whole(m.merged_id) WHERE m.undone_at IS NULL
    )
    SELECT p.id, max(s.admitted_at), max(c.at)
    FROM parts p
    JOIN custody_stay s ON s.person_id = p.part AND s.stood_until IS NULL
        AND s.left_at IS NULL AND s.admitted_at <= moment
    LEFT JOIN LATERAL (
        SELECT max(c.at) AS at FROM parts q JOIN {_TABLE} c ON c.person_id = q.part
        WHERE q.id = p.id AND c.outcome = 'held' AND c.stood_until IS NULL AND c.at <= moment
    ) c ON true
    GROUP BY p.id;
END $$;
CREATE FUNCTION contact_lying_in(node text, how text, moment timestamptz)
RETURNS TABLE (whole uuid, woman boolean)
LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
DECLARE named uuid[] := access_persons('CON', how); house text := split_part(node, '/', 1);
BEGIN
    RETURN QUERY
    SELECT h.id, EXISTS (
        SELECT FROM people_fact f WHERE f.person_id = h.id AND f.kind = 'sex'
            AND f.voided_at IS NULL AND f.value->>'sex' = 'female'
    ) FROM people_person h WHERE {_WITHIN}
        AND (node = house OR EXISTS (
            SELECT FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
            WHERE people_whole(p.person_id) = h.id AND p.stood_until IS NULL
                AND p.since <= moment AND (p.until IS NULL OR p.until > moment)
                AND (k.path = node OR starts_with(k.path, node || '/'))))
    ORDER BY h.id;
END $$;
REVOKE ALL ON FUNCTION contact_held_then(uuid, timestamptz),
    contact_last_held(text, text, timestamptz), contact_lying_in(text, text, timestamptz)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contact_held_then(uuid, timestamptz),
    contact_last_held(text, text, timestamptz), contact_lying_in(text, text, timestamptz)
    TO {APP};
"""
_NO_DOORS = """
DROP FUNCTION contact_lying_in(text, text, timestamptz),
    contact_last_held(text, text, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0001_initial"),
        ("access", "0004_walls"),
        ("custody", "0012_release_days"),
    ]

    operations = [
        migrations.RunSQL(_SOUND, _NOT_SOUND),
        migrations.RunSQL(_DOORS, _NO_DOORS),
        migrations.RunSQL(
            [
                f"ALTER TABLE {_TABLE} ENABLE ROW LEVEL SECURITY",
                f"CREATE POLICY {_TABLE}_read ON {_TABLE} FOR SELECT TO {APP} "
                f"USING ({_REACHED.format('full')})",
                f"CREATE POLICY {_TABLE}_put ON {_TABLE} FOR INSERT TO {APP} "
                f"WITH CHECK ({_REACHED.format('add')})",
                f"CREATE POLICY {_TABLE}_change ON {_TABLE} FOR UPDATE TO {APP} "
                f"USING ({_REACHED.format('add')}) WITH CHECK (true)",
            ],
            [
                *(f"DROP POLICY {_TABLE}_{name} ON {_TABLE}" for name in ("read", "put", "change")),
                f"ALTER TABLE {_TABLE} DISABLE ROW LEVEL SECURITY",
            ],
        ),
    ]
