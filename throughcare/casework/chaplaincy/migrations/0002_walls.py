"""Row-level security of the chaplaincy, the wish that a visit may not break, and a door to a unit."""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_TABLES = ("chaplaincy_request", "chaplaincy_wish", "chaplaincy_visit", "chaplaincy_service")
_REACHED = "people_reached(person_id, 'REL', '{0}')"
_HELD = """
        SELECT FROM custody_stay s
        WHERE people_whole(s.person_id) = people_whole({0}) AND s.stood_until IS NULL
            AND s.admitted_at <= {1} AND (s.left_at IS NULL OR s.left_at > {1})
"""


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'chaplaincy_{constraint}';"
    )


_SOUND = f"""
CREATE FUNCTION chaplaincy_need_custody() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE moment timestamptz;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO moment USING NEW;
    IF NEW.replaces_id IS NULL AND NOT EXISTS ({_HELD.format("NEW.person_id", "moment")}) THEN
        {_refuse("in_custody", "the person was not in custody then")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chaplaincy_custody BEFORE INSERT ON chaplaincy_request
    FOR EACH ROW EXECUTE FUNCTION chaplaincy_need_custody('asked_at');
CREATE TRIGGER chaplaincy_custody BEFORE INSERT ON chaplaincy_wish
    FOR EACH ROW EXECUTE FUNCTION chaplaincy_need_custody('since');
CREATE TRIGGER chaplaincy_custody BEFORE INSERT ON chaplaincy_visit
    FOR EACH ROW EXECUTE FUNCTION chaplaincy_need_custody('at');
CREATE TRIGGER chaplaincy_custody BEFORE INSERT ON chaplaincy_service
    FOR EACH ROW EXECUTE FUNCTION chaplaincy_need_custody('at');
CREATE FUNCTION chaplaincy_need_wished() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('chaplaincy' || whole::text, 0));
    IF NEW.outcome = 'held' AND EXISTS (
        SELECT FROM chaplaincy_wish w WHERE people_whole(w.person_id) = whole
            AND w.kind = 'no_visits' AND w.stood_until IS NULL AND w.since <= NEW.at
            AND w.recorded_at <= NEW.recorded_at
            AND (w.until IS NULL OR w.until > NEW.at)
    ) THEN
        {_refuse("no_visit_against_the_wish", "the person objects to visits")}
    END IF;
    IF NEW.request_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM chaplaincy_request r WHERE r.id = NEW.request_id AND r.asked_at <= NEW.at
            AND people_whole(r.person_id) = whole
    ) THEN
        {_refuse("visit_answers_an_own_request", "there is no such request in this file")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chaplaincy_wished BEFORE INSERT ON chaplaincy_visit
    FOR EACH ROW EXECUTE FUNCTION chaplaincy_need_wished();
CREATE FUNCTION chaplaincy_need_one_wish() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('chaplaincy' || whole::text, 0));
    IF EXISTS (
        SELECT FROM chaplaincy_wish w WHERE people_whole(w.person_id) = whole AND w.id <> NEW.id
            AND w.kind = NEW.kind AND lower(w.faith) = lower(NEW.faith) AND w.stood_until IS NULL
            AND tstzrange(w.since, w.until) && tstzrange(NEW.since, NEW.until)
    ) THEN
        {_refuse("one_wish_at_a_time", "the same wish stands already")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER chaplaincy_one_wish BEFORE INSERT ON chaplaincy_wish
    FOR EACH ROW EXECUTE FUNCTION chaplaincy_need_one_wish();
CREATE FUNCTION chaplaincy_unit_of(whose uuid, moment timestamptz) RETURNS text
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT array_to_string((string_to_array(k.path, '/'))[1:3], '/')
    FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
    WHERE people_reached(people_whole(whose), 'REL', 'add')
        AND people_whole(p.person_id) = people_whole(whose) AND p.stood_until IS NULL
        AND p.since <= moment AND (p.until IS NULL OR p.until > moment)
    ORDER BY p.since DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION chaplaincy_unit_of(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chaplaincy_unit_of(uuid, timestamptz) TO {APP};
"""
_NOT_SOUND = "".join(
    [
        "DROP FUNCTION chaplaincy_unit_of(uuid, timestamptz);\n",
        "DROP TRIGGER chaplaincy_one_wish ON chaplaincy_wish;\n",
        "DROP TRIGGER chaplaincy_wished ON chaplaincy_visit;\n",
        *(f"DROP TRIGGER chaplaincy_custody ON {table};\n" for table in _TABLES),
        "DROP FUNCTION chaplaincy_need_one_wish(), chaplaincy_need_wished(), "
        "chaplaincy_need_custody();",
    ]
)


def _wall(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} "
        f"USING ({_REACHED.format('full')})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} "
        f"WITH CHECK ({_REACHED.format('add')})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({_REACHED.format('add')}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [
        ("chaplaincy", "0001_initial"),
        ("access", "0004_walls"),
        ("custody", "0012_release_days"),
    ]

    operations = [
        migrations.RunSQL(_SOUND, _NOT_SOUND),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _TABLES),
    ]
