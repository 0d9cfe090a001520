"""The search of names and numbers, in one function that asks the wall itself (docs/adr/0020).

Row-level security would be asked for each row, and no index of keys would serve. `people_near` has
the owner's rights and hands over only what the viewer of this transaction may read: whole files
within reach, names that stand at the moment, numbers only where the file may be read in full.

`people_sound` holds each key once, with the forms by which keys one consonant apart meet: the key
with neighbouring sounds taken as one (l as r, g as k), and the same with each consonant left out.
Nobody but the function reads it: it would tell which names the service knows.
"""

from django.db import migrations, models

from throughcare.cluster.roles import APP

_SOUNDS = f"""
CREATE FUNCTION people_rough(key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(key, 'lgzXJd', 'rkssst');
CREATE FUNCTION people_forms(key text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT array_agg(DISTINCT form) FROM (
        SELECT people_rough(key) AS form
        UNION ALL
        SELECT overlay(people_rough(key) PLACING '' FROM place FOR 1)
        FROM generate_series(1, length(key)) place WHERE length(key) > 2
    ) every_form
);
CREATE TABLE people_sound (key text PRIMARY KEY, forms text[] NOT NULL);
CREATE INDEX people_sounds_by_form ON people_sound USING gin (forms);
REVOKE ALL ON people_sound FROM {APP};
CREATE FUNCTION people_note_sounds() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO people_sound (key, forms)
    SELECT k.key, people_forms(k.key) FROM (SELECT DISTINCT key FROM added) k
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER people_keys_have_their_sounds AFTER INSERT ON people_namekey
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_note_sounds();
INSERT INTO people_sound (key, forms)
    SELECT DISTINCT ON (key) key, people_forms(key) FROM people_namekey;
"""

_NO_SOUNDS = """
DROP TRIGGER people_keys_have_their_sounds ON people_namekey;
DROP TABLE people_sound;
DROP FUNCTION people_note_sounds(), people_forms(text), people_rough(text);
"""

# Files within reach, with those that are read in them. `whole` is the file that a part is read in.
_REACHED = """
    joined(part, whole) AS (
        SELECT m.merged_id, m.kept_id FROM people_merge m WHERE m.undone_at IS NULL
        UNION
        SELECT j.part, m.kept_id FROM joined j
        JOIN people_merge m ON m.merged_id = j.whole AND m.undone_at IS NULL
    ), wholes AS (
        SELECT p.id, p.held_at, ((everywhere OR p.held_at = ANY (places)) AND p.id <> ALL (barred))
            OR p.id = ANY (persons) AS in_full
        FROM people_person p
        WHERE (((everywhere OR less_everywhere OR p.held_at = ANY (places || less_places))
                AND p.id <> ALL (barred)) OR p.id = ANY (persons || less_persons))
            AND NOT EXISTS (SELECT FROM joined j WHERE j.part = p.id)
    ), reached AS (
        SELECT w.id AS part, w.id AS whole, w.held_at, w.in_full FROM wholes w
        UNION ALL
        SELECT j.part, w.id, w.held_at, w.in_full FROM joined j JOIN wholes w ON w.id = j.whole
    )
"""

_STANDS = """
    f.recorded_at <= moment AND (f.voided_at IS NULL OR f.voided_at > moment) AND NOT EXISTS (
        SELECT FROM people_fact later WHERE later.supersedes_id = f.id AND later.recorded_at <= moment
    )
"""

_NEAR = f"""
CREATE FUNCTION people_near(
    words int[], keys text[], number text, moment timestamptz,
    equal float8, alike float8, one_away float8, most int
) RETURNS TABLE (
    fact uuid, whole uuid, held_at text, kind text, value jsonb, in_full boolean
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    everywhere boolean := access_everywhere('ID', 'full');
    places text[] := access_places('ID', 'full');
    persons uuid[] := access_persons('ID', 'full');
    less_everywhere boolean := access_everywhere('ID', 'redacted');
    less_places text[] := access_places('ID', 'redacted');
    less_persons uuid[] := access_persons('ID', 'redacted');
    barred uuid[] := access_barred();
BEGIN
    RETURN QUERY
    WITH RECURSIVE {_REACHED}, sounds AS MATERIALIZED (
        SELECT a.word, s.key, max(CASE WHEN s.key = a.key THEN equal
            WHEN people_rough(s.key) = people_rough(a.key) THEN alike ELSE one_away END) AS weight
        FROM unnest(words, keys) AS a(word, key)
        JOIN people_sound s ON s.forms && people_forms(a.key)
        GROUP BY a.word, s.key
    ), hits AS (
        SELECT k.fact_id, r.whole, r.held_at, r.in_full, s.word, max(s.weight) AS weight
        FROM sounds s JOIN people_namekey k ON k.key = s.key JOIN reached r ON r.part = k.person_id
        GROUP BY k.fact_id, r.whole, r.held_at, r.in_full, s.word
    ), nearest AS (
        SELECT h.fact_id, h.whole, h.held_at, h.in_full, sum(h.weight) AS weight FROM hits h
        GROUP BY h.fact_id, h.whole, h.held_at, h.in_full ORDER BY sum(h.weight) DESC, h.fact_id
    )
    SELECT n.fact_id, n.whole, n.held_at, one.kind, one.value, n.in_full
    FROM nearest n CROSS JOIN LATERAL (
        SELECT f.kind, f.value FROM people_fact f WHERE f.id = n.fact_id AND {_STANDS} OFFSET 0
    ) one
    ORDER BY n.weight DESC, n.fact_id LIMIT most;
    IF number IS NOT NULL THEN
        RETURN QUERY
        WITH RECURSIVE {_REACHED}
        SELECT f.id, r.whole, r.held_at, f.kind, f.value, r.in_full
        FROM people_fact f JOIN reached r ON r.part = f.person_id
        WHERE f.kind = 'identifier' AND f.value ->> 'read' = number AND r.in_full AND {_STANDS}
        ORDER BY f.id LIMIT most;
    END IF;
END $$;
"""
_NO_NEAR = """
DROP FUNCTION people_near(int[], text[], text, timestamptz, float8, float8, float8, int);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_walls")]

    operations = [
        migrations.RemoveIndex("namekey", "people_keys_by_trigram"),
        migrations.AddIndex(
            "namekey",
            models.Index(fields=["key"], include=("fact", "person"), name="people_names_by_key"),
        ),
        migrations.RunSQL(_SOUNDS, _NO_SOUNDS),
        migrations.RunSQL(_NEAR, _NO_NEAR),
    ]
