"""Row-level security of observations, personal officers and contacts, and the doors for who only adds.

Whoever only adds reads no row. Two doors tell numbers and moments: when somebody had the last
meaningful contact and who the personal officer is, and how much of what kind a unit wrote.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_TABLES = (
    "observations_observation", "observations_personalofficer", "observations_officercontact",
)  # fmt: skip
_READ = "people_reached(person_id, 'PRG', 'full')"
_ADD = "people_reached(person_id, 'PRG', 'add')"
# A personal officer is given by who reads the file too: whoever only adds gives nobody.
_PUT = {"observations_personalofficer": f"{_READ} AND {_ADD}"}


def _wall(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({_READ})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} "
        f"WITH CHECK ({_PUT.get(table, _ADD)})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({_READ} AND {_ADD}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'observations_{constraint}';"
    )


_SOUND = f"""
CREATE FUNCTION observations_own_hand(account text, whom uuid) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = account AND b.person IS NOT NULL
            AND people_whole(b.person) = people_whole(whom)
    )
$$;
CREATE FUNCTION observations_in_custody(whom uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM custody_stay s WHERE s.stood_until IS NULL AND s.admitted_at <= moment
            AND (s.left_at IS NULL OR s.left_at > moment)
            AND (s.person_id = whom OR people_whole(s.person_id) = people_whole(whom))
    )
$$;
REVOKE ALL ON FUNCTION observations_own_hand(text, uuid),
    observations_in_custody(uuid, timestamptz) FROM PUBLIC;
CREATE FUNCTION observations_need_sound() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE moment timestamptz;
BEGIN
    IF observations_own_hand(NEW.recorded_by, NEW.person_id) THEN
        {_refuse("nobody_observes_himself", "nobody writes this about himself or herself")}
    END IF;
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO moment USING NEW;
    IF NOT observations_in_custody(NEW.person_id, moment) THEN
        {_refuse("while_in_custody", "the person was not in custody then")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER observations_sound BEFORE INSERT ON observations_observation
    FOR EACH ROW EXECUTE FUNCTION observations_need_sound('seen_at');
CREATE TRIGGER observations_sound BEFORE INSERT ON observations_officercontact
    FOR EACH ROW EXECUTE FUNCTION observations_need_sound('met_at');
CREATE FUNCTION observations_need_officer() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF observations_own_hand(NEW.officer, NEW.person_id)
        OR observations_own_hand(NEW.recorded_by, NEW.person_id) THEN
        {_refuse("nobody_is_his_own_officer", "nobody is the own personal officer")}
    END IF;
    IF NEW.replaces_id IS NULL AND NOT EXISTS (
        SELECT FROM access_post p WHERE p.account_id::text = NEW.officer
            AND p.establishment = NEW.establishment AND p.begins <= NEW.recorded_at
            AND (p.ends IS NULL OR p.ends > NEW.recorded_at)
    ) THEN
        {_refuse("officer_has_a_post", "a personal officer has a post in that prison")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER observations_sound BEFORE INSERT ON observations_personalofficer
    FOR EACH ROW EXECUTE FUNCTION observations_need_officer();
"""
_NOT_SOUND = """
DROP TRIGGER observations_sound ON observations_personalofficer;
DROP TRIGGER observations_sound ON observations_officercontact;
DROP TRIGGER observations_sound ON observations_observation;
DROP FUNCTION observations_need_officer(), observations_need_sound(),
    observations_in_custody(uuid, timestamptz), observations_own_hand(text, uuid);
"""

_DOORS = f"""
CREATE FUNCTION observations_contacts(asked uuid[], moment timestamptz, counting text[])
RETURNS TABLE (person uuid, officer text, last timestamptz, counted_from timestamptz)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH seen AS MATERIALIZED (
        SELECT custody_reached_of(
            ARRAY(SELECT DISTINCT people_whole(a.one) FROM unnest(asked) a(one)),
            ARRAY['PRG', 'PRG'], ARRAY['full', 'add']
        ) AS one
    ), parts AS MATERIALIZED (
        SELECT one AS part, one FROM seen
        UNION ALL SELECT m.part, s.one FROM (SELECT people_merged() AS part) m
            JOIN seen s ON s.one = people_whole(m.part)
    )
    SELECT s.one, (
        SELECT o.officer FROM parts p JOIN observations_personalofficer o ON o.person_id = p.part
        WHERE p.one = s.one AND o.recorded_at <= moment
            AND (o.stood_until IS NULL OR o.stood_until > moment)
            AND o.since <= moment AND (o.until IS NULL OR o.until > moment)
            AND o.establishment = h.held_at AND EXISTS (
                SELECT FROM access_post t WHERE t.account_id::text = o.officer
                    AND t.establishment = o.establishment AND t.begins <= moment
                    AND (t.ends IS NULL OR t.ends > moment)
            )
        ORDER BY o.since DESC LIMIT 1
    ), met.last, greatest(met.last, stay.since)
    FROM seen s JOIN people_person h ON h.id = s.one
    LEFT JOIN LATERAL (
        SELECT max(c.met_at) AS last FROM parts p
        JOIN observations_officercontact c ON c.person_id = p.part
        WHERE p.one = s.one AND c.recorded_at <= moment AND c.met_at <= moment
            AND (c.stood_until IS NULL OR c.stood_until > moment) AND c.kind = ANY (counting)
    ) met ON true
    LEFT JOIN LATERAL (
        SELECT max(y.admitted_at) AS since FROM parts p
        JOIN custody_stay y ON y.person_id = p.part
        WHERE p.one = s.one AND y.recorded_at <= moment AND y.admitted_at <= moment
            AND (y.stood_until IS NULL OR y.stood_until > moment)
            AND (y.left_at IS NULL OR y.left_at > moment)
    ) stay ON true;
END $$;
CREATE FUNCTION observations_of_unit(node text, begins timestamptz, moment timestamptz)
RETURNS TABLE (positive bigint, talks bigint, concerns bigint, people bigint, writers bigint)
LANGUAGE plpgsql STABLE {_OWN} AS $$
BEGIN
    -- Of the whole unit, for whoever reads or adds there: never of one person or one writer.
    IF NOT (
        access_everywhere('PRG', 'full') OR access_everywhere('PRG', 'add')
        OR split_part(node, '/', 1) = ANY (access_places('PRG', 'full'))
        OR split_part(node, '/', 1) = ANY (access_places('PRG', 'add'))
    ) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT count(*) FILTER (WHERE o.tone = 'positive'), count(*) FILTER (WHERE o.tone = 'talk'),
        count(*) FILTER (WHERE o.tone = 'concern'), count(DISTINCT people_whole(o.person_id)),
        count(DISTINCT coalesce(a.holder::text, o.recorded_by))
    FROM observations_observation o LEFT JOIN access_account a ON a.id::text = o.recorded_by
    WHERE o.stood_until IS NULL AND o.recorded_at <= moment
        AND o.seen_at >= begins AND o.seen_at <= moment
        AND (o.unit = node OR starts_with(o.unit, node || '/'));
END $$;
REVOKE ALL ON FUNCTION observations_contacts(uuid[], timestamptz, text[]),
    observations_of_unit(text, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION observations_contacts(uuid[], timestamptz, text[]),
    observations_of_unit(text, timestamptz, timestamptz) TO {APP};
"""
_NO_DOORS = """
DROP FUNCTION observations_of_unit(text, timestamptz, timestamptz),
    observations_contacts(uuid[], timestamptz, text[]);
"""


class Migration(migrations.Migration):
    dependencies = [("observations", "0001_initial"), ("custody", "0013_open_when_locked")]

    operations = [
        migrations.RunSQL(_SOUND, _NOT_SOUND),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _TABLES),
        migrations.RunSQL(_DOORS, _NO_DOORS),
    ]
