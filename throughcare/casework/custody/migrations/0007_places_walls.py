"""What the database keeps of places: no row for a closed one, and the numbers of a whole prison.

Doors show less than the rows behind them: how many lie where, how many lie nowhere, whether somebody
whom a person must be kept apart from lies in a place, which two of those share one, and to which
groups of the separation rules those belong who lie in a place. They are about everybody, also about
those whom the viewer may not read and who are not named: a relative takes a bed too.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_KNOWN = "{0}.recorded_at <= known AND ({0}.stood_until IS NULL OR {0}.stood_until > known)"
_HOLDS = "{0}.{1} <= moment AND ({0}.{2} IS NULL OR {0}.{2} > moment)"


def _now(row: str, begins: str, ends: str) -> str:
    """The row stands as `known` then, and its period holds the `moment`."""
    return f"{_KNOWN.format(row)} AND {_HOLDS.format(row, begins, ends)}"


_AWAY = f"""EXISTS (SELECT FROM custody_movement m
    WHERE m.person_id = {{0}}.person_id AND {_now("m", "left_at", "arrived_at")})"""

_DOORS = f"""
CREATE FUNCTION custody_sees(establishment text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT access_everywhere('ID', 'full') OR establishment = ANY (access_places('ID', 'full'))
$$;
CREATE FUNCTION custody_lying(node text, moment timestamptz, known timestamptz)
RETURNS TABLE (place_id bigint, people bigint, beds bigint, away bigint)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT custody_sees(split_part(node, '/', 1)) THEN RETURN; END IF;
    RETURN QUERY
    SELECT p.place_id, count(*), count(p.bed_id), count(*) FILTER (WHERE {_AWAY.format("p")})
    FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
    WHERE (k.path = node OR starts_with(k.path, node || '/')) AND {_now("p", "since", "until")}
    GROUP BY p.place_id;
END $$;
CREATE FUNCTION custody_lying_in_all(moment timestamptz, known timestamptz)
RETURNS TABLE (establishment text, people bigint)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT split_part(k.path, '/', 1), count(*)
    FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
    WHERE {_now("p", "since", "until")} AND (access_everywhere('ID', 'full')
        OR split_part(k.path, '/', 1) = ANY (access_places('ID', 'full')))
    GROUP BY 1;
END $$;
CREATE FUNCTION custody_unplaced(prison text, moment timestamptz, known timestamptz)
RETURNS TABLE (people bigint, away bigint)
LANGUAGE plpgsql STABLE {_OWN} AS $$
BEGIN
    IF NOT custody_sees(prison) THEN RETURN; END IF;
    RETURN QUERY
    SELECT count(*), count(*) FILTER (WHERE {_AWAY.format("s")})
    FROM custody_stay s JOIN people_person h ON h.id = s.person_id
    WHERE h.held_at = prison AND {_now("s", "admitted_at", "left_at")}
        AND NOT EXISTS (SELECT FROM custody_placement p
            WHERE p.person_id = s.person_id AND {_now("p", "since", "until")});
END $$;
CREATE FUNCTION custody_one_within(one text, other text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT one = other OR starts_with(one, other || '/') OR starts_with(other, one || '/')
$$;
CREATE FUNCTION custody_kept_apart_in(whose uuid, node text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE known timestamptz := moment;
BEGIN
    IF NOT people_reached(whose, 'ID', 'full') THEN RETURN false; END IF;
    RETURN EXISTS (
        WITH lying AS MATERIALIZED (
            SELECT p.person_id FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
            WHERE custody_one_within(k.path, node) AND {_now("p", "since", "until")}
        )
        SELECT FROM lying WHERE people_whole(lying.person_id) IN (
            SELECT other FROM custody_apart(whose, moment) other
        )
    );
END $$;
CREATE FUNCTION custody_apart_and_together(prison text, moment timestamptz)
RETURNS TABLE (one uuid, other uuid, place text)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE known timestamptz := moment;
BEGIN
    IF NOT custody_sees(prison) THEN RETURN; END IF;
    RETURN QUERY
    WITH lying AS MATERIALIZED (
        SELECT people_whole(p.person_id) AS who, k.path AS path
        FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
        WHERE split_part(k.path, '/', 1) = prison AND {_now("p", "since", "until")}
    )
    SELECT DISTINCT mine.who, theirs.who,
        CASE WHEN length(mine.path) < length(theirs.path) THEN theirs.path ELSE mine.path END
    FROM custody_keepapart a
    JOIN lying mine ON mine.who = people_whole(a.person_id)
    JOIN lying theirs ON theirs.who = people_whole(a.other_id)
    WHERE {_now("a", "since", "until")} AND custody_one_within(mine.path, theirs.path);
END $$;
CREATE FUNCTION custody_lodgers(node text, moment timestamptz, but uuid)
RETURNS TABLE (who uuid, path text, born text, sex text, status text, disputed boolean)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE known timestamptz := moment;
BEGIN
    IF NOT custody_sees(split_part(node, '/', 1)) THEN RETURN; END IF;
    RETURN QUERY
    WITH lying AS MATERIALIZED (
        SELECT people_whole(p.person_id) AS whole, k.path AS path
        FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
        WHERE (k.path = node OR starts_with(k.path, node || '/')) AND {_now("p", "since", "until")}
    ), files AS MATERIALIZED (
        SELECT l.whole, l.whole AS part FROM lying l
        UNION SELECT people_whole(m.merged_id), m.merged_id FROM people_merge m
        WHERE m.undone_at IS NULL AND people_whole(m.merged_id) IN (SELECT l.whole FROM lying l)
    ), told AS MATERIALIZED (
        SELECT DISTINCT ON (f.whole, t.kind) f.whole, t.kind, t.value
        FROM files f JOIN people_fact t ON t.person_id = f.part
        WHERE t.kind IN ('birth_date', 'sex') AND t.recorded_at <= moment
            AND (t.voided_at IS NULL OR t.voided_at > moment)
            AND NOT EXISTS (SELECT FROM people_fact u
                WHERE u.supersedes_id = t.id AND u.recorded_at <= moment)
        ORDER BY f.whole, t.kind, (t.standing = 'verified') DESC, t.recorded_at DESC,
            t.made_in DESC
    ), legal AS MATERIALIZED (
        SELECT f.whole, min(c.value) AS value
        FROM files f JOIN custody_legalstatus c ON c.person_id = f.part
        WHERE {_now("c", "since", "until")} GROUP BY f.whole
    ), age AS MATERIALIZED (
        SELECT DISTINCT ON (f.whole) f.whole, s.value
        FROM files f JOIN custody_step s ON s.person_id = f.part
        WHERE s.kind = 'age' AND {_KNOWN.format("s")}
        ORDER BY f.whole, s.happened_at DESC, s.id DESC
    )
    SELECT CASE WHEN people_reached(l.whole, 'ID', 'full') THEN l.whole END, l.path,
        b.value->>'date', x.value->>'sex', c.value,
        coalesce(a.value->>'disputed' IN ('true', 'yes')
            AND coalesce(a.value->>'decided_birth_date', '') = '', false)
    FROM lying l
    LEFT JOIN told b ON b.whole = l.whole AND b.kind = 'birth_date'
    LEFT JOIN told x ON x.whole = l.whole AND x.kind = 'sex'
    LEFT JOIN legal c ON c.whole = l.whole
    LEFT JOIN age a ON a.whole = l.whole
    WHERE but IS NULL OR l.whole <> people_whole(but)
    ORDER BY l.path, l.whole;
END $$;
"""
_NO_DOORS = """
DROP FUNCTION custody_lodgers(text, timestamptz, uuid);
DROP FUNCTION custody_apart_and_together(text, timestamptz),
    custody_kept_apart_in(uuid, text, timestamptz), custody_one_within(text, text),
    custody_unplaced(text, timestamptz, timestamptz),
    custody_lying_in_all(timestamptz, timestamptz),
    custody_lying(text, timestamptz, timestamptz), custody_sees(text);
"""

# The other half of "a closed place is empty": nobody is put into what is closed, nor into a bed of
# another place. The rows are locked, so that a place is not closed while somebody comes in.
_OPEN = f"""
CREATE FUNCTION custody_placement_is_open() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE parts text[]; closed text; bed_place bigint; bed_ends timestamptz;
BEGIN
    IF NEW.stood_until IS NOT NULL THEN RETURN NEW; END IF;
    SELECT string_to_array(k.path, '/') INTO parts FROM kernel_place k WHERE k.id = NEW.place_id;
    SELECT k.path INTO closed FROM (
        SELECT path, used_until FROM kernel_place WHERE path = ANY (
            SELECT array_to_string(parts[1:n], '/') FROM generate_series(1, cardinality(parts)) n
        ) ORDER BY path FOR SHARE
    ) k WHERE k.used_until IS NOT NULL AND (NEW.until IS NULL OR NEW.until > k.used_until)
    LIMIT 1;
    IF closed IS NOT NULL THEN
        RAISE EXCEPTION 'nobody is placed in %, which is closed then', closed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'custody_placement_is_in_use';
    END IF;
    IF NEW.bed_id IS NULL THEN RETURN NEW; END IF;
    SELECT b.place_id, b.used_until INTO bed_place, bed_ends FROM custody_bed b
    WHERE b.id = NEW.bed_id FOR SHARE;
    IF bed_place IS DISTINCT FROM NEW.place_id
        OR (bed_ends IS NOT NULL AND (NEW.until IS NULL OR NEW.until > bed_ends)) THEN
        RAISE EXCEPTION 'the bed % is not in use in that place then', NEW.bed_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'custody_bed_is_of_the_place';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER custody_placement_is_open BEFORE INSERT ON custody_placement
    FOR EACH ROW EXECUTE FUNCTION custody_placement_is_open();
"""
_NOT_OPEN = """
DROP TRIGGER custody_placement_is_open ON custody_placement;
DROP FUNCTION custody_placement_is_open();
"""

_CHANGE = "custody_placechange"
_THERE = """
    (SELECT access_everywhere('ID', '{how}')) OR (
        SELECT split_part(k.path, '/', 1) FROM kernel_place k WHERE k.id = place_id
    ) = ANY ((SELECT access_places('ID', '{how}'))::text[])
"""


class Migration(migrations.Migration):
    dependencies = [("custody", "0006_places")]

    operations = [
        migrations.RunSQL(_DOORS, _NO_DOORS),
        migrations.RunSQL(_OPEN, _NOT_OPEN),
        migrations.RunSQL(
            [
                f"ALTER TABLE {_CHANGE} ENABLE ROW LEVEL SECURITY",
                f"CREATE POLICY {_CHANGE}_read ON {_CHANGE} FOR SELECT TO {APP} "
                f"USING ({_THERE.format(how='full')})",
                f"CREATE POLICY {_CHANGE}_put ON {_CHANGE} FOR INSERT TO {APP} "
                f"WITH CHECK ({_THERE.format(how='add')})",
            ],
            [
                f"DROP POLICY {_CHANGE}_read ON {_CHANGE}",
                f"DROP POLICY {_CHANGE}_put ON {_CHANGE}",
                f"ALTER TABLE {_CHANGE} DISABLE ROW LEVEL SECURITY",
            ],
        ),
    ]
