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

_STANDS = """
    f.recorded_at <= moment AND (f.voided_at IS NULL OR f.voided_at > moment) AND NOT EXISTS (
        SELECT FROM people_fact later
        WHERE later.supersedes_id = f.id AND later.recorded_at <= moment
    )
"""
_IN_FULL = """
    ((everywhere OR coalesce(p.held_at = ANY (places), false)) AND p.id <> ALL (barred))
        OR p.id = ANY (persons)
"""
# Whose names are looked through, before any limit. Who reaches everybody pays no join; who reaches
# few looks through their names instead of all names that are alike.
_ASKED = "unnest(near_words, near_keys, near_weights) AS s(word, key, weight)"
_MINE = """
    SELECT p.id FROM people_person p
    WHERE p.held_at = ANY (places || less_places) AND p.id <> ALL (shut)
    UNION SELECT one FROM unnest(open) one
"""
_FEW = 1_000
_OF_ALL = f"{_ASKED} JOIN people_namekey k ON k.key = s.key WHERE k.person_id <> ALL (shut)"
_OF_MANY = f"{_ASKED} JOIN people_namekey k ON k.key = s.key WHERE k.person_id = ANY (mine)"
_OF_FEW = f"""
    unnest(mine) one CROSS JOIN LATERAL (
        SELECT n.fact_id, n.key FROM people_namekey n WHERE n.person_id = one OFFSET 0
    ) k JOIN {_ASKED} ON s.key = k.key
"""


def _names(within: str) -> str:
    """The names that share the most with the words asked for, among those within."""
    return f"""
    RETURN QUERY
    WITH hits AS (
        SELECT k.fact_id, s.word, max(s.weight) AS weight
        FROM {within}
        GROUP BY k.fact_id, s.word
    ), weighed AS (
        SELECT h.fact_id, sum(h.weight) AS weight FROM hits h GROUP BY h.fact_id
    ), nearest AS (
        SELECT * FROM weighed w WHERE w.weight >= share * (SELECT max(m.weight) FROM weighed m)
        ORDER BY w.weight DESC, w.fact_id
    )
    SELECT n.fact_id, p.id, p.held_at, one.kind, one.value, {_IN_FULL}
    FROM nearest n CROSS JOIN LATERAL (
        SELECT f.person_id, f.kind, f.value FROM people_fact f
        WHERE f.id = n.fact_id AND {_STANDS} OFFSET 0
    ) one
    JOIN people_person p ON p.id = CASE WHEN one.person_id = ANY (merged)
        THEN people_whole(one.person_id) ELSE one.person_id END
    ORDER BY n.weight DESC, n.fact_id LIMIT most;
    """


_ADMITTED = """
    ((everywhere OR less_everywhere OR coalesce(p.held_at = ANY (places || less_places), false))
        AND p.id <> ALL (barred)) OR p.id = ANY (persons || less_persons)
"""

# `open`: who is reached by name, and parts of files that are reached. `shut`: who is not reached
# although the place is, and parts: a part is reached as the file that it is read in.
_NEAR = f"""
CREATE FUNCTION people_near(
    words int[], keys text[], trust float8[], single int, number text, moment timestamptz,
    equal float8, alike float8, one_away float8, trusted int, share float8, most int
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
    merged uuid[]; open uuid[]; shut uuid[]; mine uuid[];
    near_words int[]; near_keys text[]; near_weights float8[];
BEGIN
    WITH parts AS (
        SELECT m.merged_id AS part, ({_ADMITTED}) AS admitted
        FROM people_merge m JOIN people_person p ON p.id = people_whole(m.merged_id)
        WHERE m.undone_at IS NULL
    )
    SELECT coalesce(array_agg(part), '{{}}'),
        persons || less_persons || coalesce(array_agg(part) FILTER (WHERE admitted), '{{}}')
        INTO merged, open FROM parts;
    shut := barred || merged;
    WITH near AS (
        SELECT a.word, a.key AS asked, a.trust, s.key, CASE WHEN s.key = a.key THEN equal
            WHEN people_rough(s.key) = people_rough(a.key) THEN alike ELSE one_away END AS weight
        FROM unnest(words, keys, trust) AS a(word, key, trust)
        JOIN people_sound s ON s.forms && people_forms(a.key)
    ), found AS (
        SELECT n.*, bool_or(n.weight = equal) OVER (PARTITION BY n.word) AS known FROM near n
    ), kept AS (
        -- A short word that somebody bears is not taken for a mistyped one, nor are two joined.
        SELECT f.word, f.key, max(f.weight * f.trust) AS weight FROM found f
        WHERE f.weight > one_away
            OR f.word < single AND (NOT f.known OR length(f.asked) >= trusted)
        GROUP BY f.word, f.key
    )
    SELECT array_agg(word), array_agg(key), array_agg(weight)
        INTO near_words, near_keys, near_weights FROM kept;
    IF everywhere OR less_everywhere THEN
        shut := ARRAY(SELECT unnest(shut) EXCEPT SELECT unnest(open));
        {_names(_OF_ALL)}
    ELSE
        mine := ARRAY({_MINE});
        IF cardinality(mine) <= {_FEW} THEN
            {_names(_OF_FEW)}
        ELSE
            {_names(_OF_MANY)}
        END IF;
    END IF;
    IF number IS NOT NULL THEN
        RETURN QUERY
        SELECT f.id, p.id, p.held_at, f.kind, f.value, true
        FROM people_fact f JOIN people_person p ON p.id = people_whole(f.person_id)
        WHERE f.kind = 'identifier' AND f.value ->> 'read' = number AND ({_IN_FULL}) AND {_STANDS}
        ORDER BY f.id LIMIT most;
    END IF;
END $$;
"""
_NO_NEAR = """
DROP FUNCTION people_near(
    int[], text[], float8[], int, text, timestamptz, float8, float8, float8, int, float8, int
);
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
