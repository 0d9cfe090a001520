"""The day of release of everybody is kept, so that a list of them is read and not computed.

Computing is one place (`release_days.py`): a row kept here is used only while nothing was written
about the person since, and the profile of the country says the same. `custody_changed` counts what
was written; triggers count, so that no way of writing is forgotten. A row is kept only by a question
that was asked after the last change: it has seen it. So nobody can be left off a list by a day that
is out of date; at worst it is computed again.
"""

from importlib import import_module

from django.db import migrations

from throughcare.cluster.roles import APP

_quick = import_module("throughcare.casework.custody.migrations.0011_quick_doors")
_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
# What a release date is computed from, beside the profile.
_TABLES = ("custody_stay", "custody_sentence", "custody_adjustment", "custody_manualdate")

_COUNTED = f"""
CREATE TABLE custody_changed (
    person uuid PRIMARY KEY REFERENCES people_person ON DELETE CASCADE,
    changes bigint NOT NULL, changed_at timestamptz NOT NULL
);
CREATE TABLE custody_releaseday (
    person uuid PRIMARY KEY REFERENCES people_person ON DELETE CASCADE,
    changes bigint NOT NULL, profile text NOT NULL, final date, hour time,
    by_hand boolean NOT NULL, confirmed boolean NOT NULL, asks boolean NOT NULL
);
REVOKE ALL ON custody_changed, custody_releaseday FROM {APP};
CREATE FUNCTION custody_count_change() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    -- The later of both clocks: what a question at an earlier moment cannot have seen.
    INSERT INTO custody_changed AS c (person, changes, changed_at)
    SELECT a.person_id, count(*),
        greatest(clock_timestamp(), max(a.recorded_at), max(a.stood_until))
    FROM added a GROUP BY a.person_id ORDER BY a.person_id
    ON CONFLICT (person) DO UPDATE SET changes = c.changes + excluded.changes,
        changed_at = greatest(c.changed_at, excluded.changed_at);
    RETURN NULL;
END $$;
"""
_COUNTING = "".join(
    f"""
CREATE TRIGGER {table}_{when}_is_counted AFTER {when} ON {table}
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION custody_count_change();
"""
    for table in _TABLES
    for when in ("INSERT", "UPDATE")
)
_UNCOUNTED = "".join(
    f"DROP TRIGGER {table}_{when}_is_counted ON {table};\n"
    for table in _TABLES
    for when in ("INSERT", "UPDATE")
)
_BEFORE = f"""
INSERT INTO custody_changed
SELECT person_id, 1, clock_timestamp() FROM (
    {" UNION ".join(f"SELECT person_id FROM {table}" for table in _TABLES)}
) everybody;
"""

# Whose day the viewer may see: who reads the sentence, in full or the day alone, of people whom
# the viewer may see at all.
_DAYS = f"""
CREATE FUNCTION custody_release_days(place text, moment timestamptz) RETURNS TABLE (
    person uuid, held_at text, changes bigint, settled boolean, profile text, final date,
    hour time, by_hand boolean, confirmed boolean, asks boolean
) LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    everywhere boolean := access_everywhere('SEN', 'full') OR access_everywhere('SEN', 'redacted');
    places text[] := access_places('SEN', 'full') || access_places('SEN', 'redacted');
    persons uuid[] := access_persons('SEN', 'full') || access_persons('SEN', 'redacted');
    barred uuid[] := access_barred();
    -- Who the person is, must be open too: a relative is told the day on a page of its own.
    id_everywhere boolean := access_everywhere('ID', 'any');
    id_places text[] := access_places('ID', 'any');
    id_persons uuid[] := access_persons('ID', 'any');
BEGIN
    RETURN QUERY
    WITH {_quick._PARTS}, here AS MATERIALIZED (
        SELECT p.id, p.held_at FROM people_person p
        WHERE p.held_at > '' AND (place IS NULL OR p.held_at = place)
            AND p.id NOT IN (SELECT part FROM parts)
            AND (p.id = ANY (persons)
                OR ((everywhere OR p.held_at = ANY (places)) AND p.id <> ALL (barred)))
            AND (id_everywhere OR p.held_at = ANY (id_places) OR p.id = ANY (id_persons))
    ), files AS MATERIALIZED (
        SELECT h.id AS whole, h.id AS part, h.held_at FROM here h
        UNION ALL SELECT p.whole, p.part, h.held_at FROM parts p JOIN here h ON h.id = p.whole
    ), inside AS (
        SELECT DISTINCT f.whole FROM files f JOIN custody_stay s ON s.person_id = f.part
        WHERE {_quick._STANDS.format("s")} AND s.admitted_at <= moment AND s.left_at IS NULL
    ), written AS (
        SELECT f.whole, f.held_at, coalesce(sum(c.changes), 0)::bigint AS changes,
            coalesce(max(c.changed_at) <= moment, true) AS settled
        FROM files f LEFT JOIN custody_changed c ON c.person = f.part
        WHERE f.whole IN (SELECT i.whole FROM inside i)
        GROUP BY f.whole, f.held_at
    )
    SELECT w.whole, w.held_at, w.changes, w.settled, d.profile, d.final, d.hour, d.by_hand,
        d.confirmed, d.asks
    FROM written w LEFT JOIN custody_releaseday d
        ON d.person = w.whole AND d.changes = w.changes AND w.settled
    ORDER BY w.whole;
END $$;
CREATE FUNCTION custody_keep_release_days(days jsonb) RETURNS void LANGUAGE sql {_OWN} AS $$
    INSERT INTO custody_releaseday AS d
    SELECT n.* FROM jsonb_populate_recordset(null::custody_releaseday, days) n
    WHERE n.person IN (SELECT custody_reached_of(
        ARRAY(SELECT (one ->> 'person')::uuid FROM jsonb_array_elements(days) one),
        ARRAY['SEN', 'SEN'], ARRAY['full', 'redacted']))
    ORDER BY n.person
    ON CONFLICT (person) DO UPDATE SET changes = excluded.changes, profile = excluded.profile,
        final = excluded.final, hour = excluded.hour, by_hand = excluded.by_hand,
        confirmed = excluded.confirmed, asks = excluded.asks
$$;
REVOKE ALL ON FUNCTION custody_release_days(text, timestamptz), custody_keep_release_days(jsonb)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION custody_release_days(text, timestamptz), custody_keep_release_days(jsonb)
    TO {APP};
"""
_NO_DAYS = f"""
DROP FUNCTION custody_keep_release_days(jsonb), custody_release_days(text, timestamptz);
{_UNCOUNTED}
DROP FUNCTION custody_count_change();
DROP TABLE custody_releaseday, custody_changed;
"""


class Migration(migrations.Migration):
    dependencies = [("custody", "0011_quick_doors")]

    operations = [migrations.RunSQL(_COUNTED + _BEFORE + _COUNTING + _DAYS, _NO_DAYS)]
