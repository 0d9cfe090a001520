"""Row-level security of separation, what the database refuses, and its doors (ADR 0014).

A row is reached as the file of its person is, in the compartment of its table. Whoever may only add
to the register (an officer on the wing, a nurse) reads none of its rows. Three doors tell them what
they need to add rightly: who is separated and since when, whether hours are written already, and
whether somebody must not be separated, never why.
"""

from django.db import migrations

from throughcare.casework.custody.clocks import adult_age
from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_STANDS = "{0}.recorded_at <= moment AND ({0}.stood_until IS NULL OR {0}.stood_until > moment)"
_BY_A_YEAR = "to_date({0}, 'YYYY') + interval '1 year - 1 day'"
_BY_A_MONTH = "to_date({0}, 'YYYY-MM') + interval '1 month - 1 day'"

# As `custody.ages.counts_as_child`: a dispute and an unknown date count as a child, a date without
# its day as the youngest that it may stand for.
_CHILD = f"""
CREATE FUNCTION safety_latest(said text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE length(said) WHEN 10 THEN said::date
        WHEN 7 THEN ({_BY_A_MONTH.format("said")})::date
        WHEN 4 THEN ({_BY_A_YEAR.format("said")})::date END
$$;
CREATE FUNCTION safety_child(whose uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE whole uuid := people_whole(whose); said jsonb; born date; zone text;
BEGIN
    SELECT s.value INTO said FROM custody_step s
    WHERE s.kind = 'age' AND s.stood_until IS NULL AND people_whole(s.person_id) = whole
        AND (s.person_id = whole OR s.person_id IN (SELECT people_merged()))
    ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1;
    IF said->>'disputed' = 'true' THEN RETURN true; END IF;
    born := safety_latest(nullif(said->>'decided_birth_date', 'unknown'));
    IF born IS NULL THEN
        SELECT safety_latest(nullif(f.value->>'date', 'unknown')) INTO born FROM people_fact f
        WHERE f.kind = 'birth_date' AND f.voided_at IS NULL
            AND (f.person_id = whole OR f.person_id IN (SELECT people_merged()))
            AND people_whole(f.person_id) = whole
            AND NOT EXISTS (SELECT FROM people_fact l WHERE l.supersedes_id = f.id)
        ORDER BY (f.standing = 'verified') DESC, f.recorded_at DESC, f.made_in DESC LIMIT 1;
    END IF;
    IF born IS NULL THEN RETURN true; END IF;
    SELECT k.time_zone INTO zone FROM people_person p JOIN kernel_place k ON k.path = p.held_at
    WHERE p.id = whole;
    RETURN date_part('year', age((moment AT TIME ZONE coalesce(zone, 'UTC'))::date, born))
        < {adult_age()};
END $$;
REVOKE ALL ON FUNCTION safety_child(uuid, timestamptz) FROM PUBLIC;
"""
_NO_CHILD = "DROP FUNCTION safety_child(uuid, timestamptz), safety_latest(text);"

_BARRED = f"""
CREATE FUNCTION safety_barring(whose uuid, moment timestamptz) RETURNS text
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF safety_child(whose, moment) THEN RETURN 'child'; END IF;
    IF EXISTS (
        SELECT FROM safety_healthstate h
        WHERE h.stood_until IS NULL AND h.since <= moment AND (h.until IS NULL OR h.until > moment)
            AND (h.person_id = whole OR h.person_id IN (SELECT people_merged()))
            AND people_whole(h.person_id) = whole
    ) THEN RETURN 'health'; END IF;
    RETURN '';
END $$;
REVOKE ALL ON FUNCTION safety_barring(uuid, timestamptz) FROM PUBLIC;
CREATE FUNCTION safety_barred(whose uuid, moment timestamptz) RETURNS text
LANGUAGE plpgsql STABLE {_OWN} AS $$
BEGIN
    IF NOT (people_reached(whose, 'DIS', 'add') OR people_reached(whose, 'DIS', 'full')) THEN
        RETURN NULL;
    END IF;
    RETURN safety_barring(whose, moment);
END $$;
CREATE FUNCTION safety_need_not_barred() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE moment timestamptz;
BEGIN
    IF NEW.found <> '' OR NEW.replaces_id IS NOT NULL THEN RETURN NEW; END IF;
    IF TG_TABLE_NAME = 'safety_separation' THEN moment := NEW.since;
    ELSE moment := NEW.valid_from; END IF;
    IF safety_barring(NEW.person_id, moment) <> '' THEN
        RAISE EXCEPTION 'this person must not be separated'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_nobody_barred_is_separated';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_nobody_barred BEFORE INSERT ON safety_separation
    FOR EACH ROW EXECUTE FUNCTION safety_need_not_barred();
CREATE TRIGGER safety_nobody_barred BEFORE INSERT ON safety_separationorder
    FOR EACH ROW EXECUTE FUNCTION safety_need_not_barred();
"""
_NO_BARRED = """
DROP TRIGGER safety_nobody_barred ON safety_separationorder;
DROP TRIGGER safety_nobody_barred ON safety_separation;
DROP FUNCTION safety_need_not_barred(), safety_barred(uuid, timestamptz),
    safety_barring(uuid, timestamptz);
"""

# Orders, reviews and plans are of the spell of the same person; nobody reviews what he ordered.
_REVIEWED = f"""
CREATE FUNCTION safety_need_own_spell() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM safety_separation s WHERE s.id = NEW.separation_id AND s.spell = s.id
            AND people_whole(s.person_id) = people_whole(NEW.person_id)
    ) THEN
        RAISE EXCEPTION 'this is no separation of this person'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_row_is_of_its_separation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION safety_need_other_reviewer() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF EXISTS (
        SELECT FROM safety_separationorder o
        WHERE o.separation_id = NEW.separation_id AND (o.stood_until IS NULL OR o.struck_by IS NULL)
            AND (
                NEW.recorded_by IN (o.ordered_by, o.recorded_by)
                OR lower(btrim(o.authority)) = lower(btrim(NEW.reviewer))
            )
    ) THEN
        RAISE EXCEPTION 'whoever ordered a separation does not review it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_reviewer_did_not_order';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_own_spell BEFORE INSERT ON safety_separationorder
    FOR EACH ROW EXECUTE FUNCTION safety_need_own_spell();
CREATE TRIGGER safety_own_spell BEFORE INSERT ON safety_separationreview
    FOR EACH ROW EXECUTE FUNCTION safety_need_own_spell();
CREATE TRIGGER safety_own_spell BEFORE INSERT ON safety_mitigationplan
    FOR EACH ROW EXECUTE FUNCTION safety_need_own_spell();
CREATE TRIGGER safety_other_reviewer BEFORE INSERT ON safety_separationreview
    FOR EACH ROW EXECUTE FUNCTION safety_need_other_reviewer();
"""
_NOT_REVIEWED = """
DROP TRIGGER safety_other_reviewer ON safety_separationreview;
DROP TRIGGER safety_own_spell ON safety_mitigationplan;
DROP TRIGGER safety_own_spell ON safety_separationreview;
DROP TRIGGER safety_own_spell ON safety_separationorder;
DROP FUNCTION safety_need_other_reviewer(), safety_need_own_spell();
"""

_DOORS = f"""
CREATE FUNCTION safety_reached(asked uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT custody_reached_of(
        asked, ARRAY['DIS', 'DIS', 'DIS'], ARRAY['full', 'add', 'redacted']
    )
$$;
REVOKE ALL ON FUNCTION safety_reached(uuid[]) FROM PUBLIC;
CREATE FUNCTION safety_spells(asked uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, spell uuid, kind text, since timestamptz, until timestamptz, zone text,
    order_ends timestamptz, reviewed_at timestamptz, promised timestamptz
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH whole AS MATERIALIZED (
        SELECT DISTINCT people_whole(a.one) AS one FROM unnest(asked) a(one)
    ), seen AS MATERIALIZED (
        SELECT safety_reached(ARRAY(SELECT one FROM whole)) AS one
    ), parts AS MATERIALIZED (
        SELECT one AS part, one FROM seen
        UNION ALL SELECT m.part, s.one FROM (SELECT people_merged() AS part) m
            JOIN seen s ON s.one = people_whole(m.part)
    )
    SELECT p.one, s.spell, s.kind, s.since, s.until, (
        SELECT e.time_zone FROM kernel_place k
        JOIN kernel_place e ON e.path = split_part(k.path, '/', 1) WHERE k.id = s.place_id
    )::text, o.ends, r.last, least(
        (SELECT min(q.review_at) FROM safety_separationorder q
            WHERE q.separation_id = s.spell AND {_STANDS.format("q")}
                AND q.review_at > coalesce(r.last, '-infinity')),
        (SELECT min(q.next_review_at) FROM safety_separationreview q
            WHERE q.separation_id = s.spell AND {_STANDS.format("q")} AND q.at = r.last)
    )
    FROM parts p JOIN safety_separation s ON s.person_id = p.part
    LEFT JOIN LATERAL (
        SELECT max(q.end_at) AS ends FROM safety_separationorder q
        WHERE q.separation_id = s.spell AND {_STANDS.format("q")}
    ) o ON true
    LEFT JOIN LATERAL (
        SELECT max(q.at) AS last FROM safety_separationreview q
        WHERE q.separation_id = s.spell AND {_STANDS.format("q")}
    ) r ON true
    WHERE {_STANDS.format("s")}
    ORDER BY p.one, s.since, s.spell;
END $$;
CREATE FUNCTION safety_separated(establishment text, ended_after timestamptz, moment timestamptz)
RETURNS SETOF uuid LANGUAGE sql STABLE {_OWN} AS $$
    SELECT safety_reached(ARRAY(
        SELECT DISTINCT p.id FROM safety_separation s
        JOIN people_person p ON p.id = people_whole(s.person_id)
        WHERE {_STANDS.format("s")} AND s.since <= moment
            AND (s.until IS NULL OR s.until >= ended_after) AND p.held_at = establishment
    ))
$$;
CREATE FUNCTION safety_requests(asked uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, id uuid, at timestamptz, asked_by text
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    -- Requests that no visit answers yet: whoever may add a visit must find them.
    RETURN QUERY SELECT one, q.id, q.at, q.asked_by
    FROM safety_reached(asked) one JOIN safety_healthrequest q ON q.person_id = one
    WHERE {_STANDS.format("q")} AND NOT EXISTS (
        SELECT FROM safety_healthvisit v WHERE v.answers_id = q.id AND {_STANDS.format("v")}
    )
    ORDER BY q.at, q.id;
END $$;
CREATE FUNCTION safety_written(
    which text, asked uuid[], begins timestamptz[], ends timestamptz[], kinds text[], keys uuid[]
) RETURNS TABLE (place integer, id uuid, written_by text, same boolean, known boolean)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    -- Which of these hours are written already, and by whom; what is written is not told.
    RETURN QUERY
    WITH said AS MATERIALIZED (
        SELECT u.* FROM unnest(asked, begins, ends, kinds, keys) WITH ORDINALITY
            u(person, begins, ends, kind, key, place)
    ), seen AS MATERIALIZED (
        SELECT safety_reached(ARRAY(SELECT DISTINCT person FROM said)) AS one
    ), rows AS MATERIALIZED (
        SELECT o.id, o.person_id, o.recorded_by, o.since, o.until, '' AS kind, o.entry_key, o.stood_until
        FROM safety_outofcell o WHERE which = 'out_of_cell'
            AND (o.person_id = ANY (asked) OR o.entry_key = ANY (keys))
        UNION ALL
        SELECT c.id, c.person_id, c.recorded_by, c.since, c.until, c.kind, c.entry_key, c.stood_until
        FROM safety_contact c WHERE which = 'contact'
            AND (c.person_id = ANY (asked) OR c.entry_key = ANY (keys))
        UNION ALL
        SELECT v.id, v.person_id, v.recorded_by, v.at, v.at, '', v.entry_key, v.stood_until
        FROM safety_healthvisit v WHERE which = 'health_visit' AND v.entry_key = ANY (keys)
        UNION ALL
        SELECT q.id, q.person_id, q.recorded_by, q.at, q.at, '', q.entry_key, q.stood_until
        FROM safety_healthrequest q WHERE which = 'health_request' AND q.entry_key = ANY (keys)
        UNION ALL
        SELECT d.id, d.person_id, d.written_by, d.since, d.until, d.kind, d.entry_key, d.stood_until
        FROM safety_dayconflict d WHERE d.entry = which AND d.entry_key = ANY (keys)
    )
    SELECT s.place::integer, r.id, r.recorded_by, r.since = s.begins AND r.until = s.ends AND r.kind = s.kind,
        r.entry_key = s.key
    FROM said s JOIN seen ON seen.one = s.person JOIN rows r ON r.entry_key = s.key OR (
        r.person_id = s.person AND r.stood_until IS NULL AND r.since < s.ends AND r.until > s.begins
    );
END $$;
"""
_NO_DOORS = """
DROP FUNCTION safety_written(text, uuid[], timestamptz[], timestamptz[], text[], uuid[]),
    safety_requests(uuid[], timestamptz), safety_separated(text, timestamptz, timestamptz),
    safety_spells(uuid[], timestamptz), safety_reached(uuid[]);
"""

_HEALTH = ("safety_healthstate", "safety_healthopinion")
_DISCIPLINE = (
    "safety_separation", "safety_separationorder", "safety_separationreview",
    "safety_mitigationplan", "safety_healthrecommendation", "safety_directoranswer",
    "safety_outofcell", "safety_contact", "safety_healthrequest", "safety_healthvisit",
    "safety_dayconflict",
)  # fmt: skip
_WALLS = {**dict.fromkeys(_HEALTH, "HLT"), **dict.fromkeys(_DISCIPLINE, "DIS")}


def _wall(table: str, code: str) -> list[str]:
    read, put = (f"people_reached(person_id, '{code}', '{how}')" for how in ("full", "add"))
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({read})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({put}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [("safety", "0001_initial"), ("custody", "0012_release_days")]

    operations = [
        migrations.RunSQL(_CHILD, _NO_CHILD),
        migrations.RunSQL(_BARRED, _NO_BARRED),
        migrations.RunSQL(_REVIEWED, _NOT_REVIEWED),
        migrations.RunSQL(_DOORS, _NO_DOORS),
        *(
            migrations.RunSQL([*_wall(table, code)], [*_no_wall(table)])
            for table, code in _WALLS.items()
        ),
    ]
