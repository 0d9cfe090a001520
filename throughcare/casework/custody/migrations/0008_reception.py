"""What the reception may ask beyond its own wall, and how it takes a file over.

`custody_found` answers whoever may write files at an establishment, and only on the same number, or
on every word of a name by its sound and the same day of birth: that there is a file, where it lies,
and whether a stay in custody is open. Nothing else is told. `custody_take_over` moves such a file
when nobody holds the person. `custody_receptions` says of each open stay which steps are done, never
what they say.
"""

from django.db import migrations

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_ASKED = "numbers text[], spellings int[], words int[], keys text[], born text"
_TYPES = "text[], int[], int[], text[], text"
# A shorter number is easily guessed, and would tell of strangers.
_SHORTEST = 4
_WORDS = 2


def _stands(fact: str) -> str:
    return f"""
    {fact}.recorded_at <= moment
    AND ({fact}.voided_at IS NULL OR {fact}.voided_at > moment)
    AND NOT EXISTS (
        SELECT FROM people_fact later
        WHERE later.supersedes_id = {fact}.id AND later.recorded_at <= moment
    )"""


_DOORS = f"""
CREATE FUNCTION custody_parts(whole uuid) RETURNS SETOF uuid LANGUAGE sql STABLE {_OWN} AS $$
    WITH RECURSIVE down(id) AS (
        SELECT whole UNION SELECT m.merged_id FROM people_merge m JOIN down ON m.kept_id = down.id
        WHERE m.undone_at IS NULL
    ) SELECT id FROM down
$$;
REVOKE ALL ON FUNCTION custody_parts(uuid) FROM PUBLIC;
CREATE FUNCTION custody_is_held(whole uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM custody_stay s WHERE s.person_id IN (SELECT custody_parts(whole))
            AND s.stood_until IS NULL AND (s.left_at IS NULL OR s.left_at > moment)
    )
$$;
REVOKE ALL ON FUNCTION custody_is_held(uuid, timestamptz) FROM PUBLIC;
CREATE FUNCTION custody_found(place text, {_ASKED}, moment timestamptz)
RETURNS TABLE (person uuid, kept_at text, held boolean) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT (access_everywhere('ID', 'add') OR place = ANY (access_places('ID', 'add'))) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH asked AS (
        SELECT * FROM unnest(spellings, words, keys) AS a(spelling, word, key)
    ), whole_names AS (
        SELECT a.spelling, count(DISTINCT a.word) AS parts FROM asked a
        GROUP BY a.spelling HAVING count(DISTINCT a.word) >= {_WORDS}
    ), named AS (
        SELECT k.fact_id, k.person_id FROM asked a JOIN whole_names w ON w.spelling = a.spelling
        JOIN people_namekey k ON k.key = a.key
        GROUP BY k.fact_id, k.person_id, a.spelling, w.parts
        HAVING count(DISTINCT a.word) = w.parts
    ), hits AS (
        SELECT f.person_id FROM people_fact f
        WHERE f.kind = 'identifier' AND f.value ->> 'read' = ANY (numbers)
            AND length(f.value ->> 'read') >= {_SHORTEST} AND {_stands("f")}
        UNION
        SELECT n.person_id FROM named n JOIN people_fact f ON f.id = n.fact_id
        WHERE born ~ '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$' AND {_stands("f")} AND EXISTS (
            SELECT FROM people_fact b
            WHERE b.person_id IN (SELECT custody_parts(people_whole(n.person_id)))
                AND b.kind = 'birth_date' AND b.value ->> 'date' = born AND {_stands("b")}
        )
    )
    SELECT p.id, p.held_at, custody_is_held(p.id, moment) FROM people_person p
    WHERE p.id IN (SELECT people_whole(h.person_id) FROM hits h)
        AND p.held_at IS DISTINCT FROM place AND p.id <> ALL (access_barred())
    ORDER BY p.id LIMIT 20;
END $$;
CREATE FUNCTION custody_take_over(
    part uuid, place text, {_ASKED}, moment timestamptz
) RETURNS boolean LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    -- The lock first: whoever receives the person elsewhere holds it too.
    PERFORM FROM people_person p WHERE p.id = part FOR UPDATE;
    IF NOT EXISTS (
        SELECT FROM custody_found(place, numbers, spellings, words, keys, born, moment) f
        WHERE f.person = part AND NOT f.held
    ) THEN RETURN false; END IF;
    UPDATE people_person SET held_at = place WHERE id = part;
    RETURN FOUND;
END $$;
CREATE FUNCTION custody_receptions(place text, moment timestamptz) RETURNS TABLE (
    person uuid, admitted_at timestamptz, done text[]
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT (access_everywhere('ID', 'full') OR place = ANY (access_places('ID', 'full'))) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT p.id, s.admitted_at, ARRAY(
        SELECT DISTINCT d.kind FROM custody_step d
        WHERE d.person_id IN (SELECT custody_parts(p.id)) AND d.stage = 'reception'
            AND d.recorded_at <= moment AND (d.stood_until IS NULL OR d.stood_until > moment)
            AND (d.stay_id = s.id OR d.happened_at >= s.admitted_at)
    )
    FROM custody_stay s JOIN people_person p ON p.id = people_whole(s.person_id)
    WHERE p.held_at = place AND p.id <> ALL (access_barred())
        AND s.recorded_at <= moment AND (s.stood_until IS NULL OR s.stood_until > moment)
        AND s.admitted_at <= moment AND (s.left_at IS NULL OR s.left_at > moment)
    ORDER BY s.admitted_at, p.id;
END $$;
"""
_NO_DOORS = f"""
DROP FUNCTION custody_receptions(text, timestamptz),
    custody_take_over(uuid, text, {_TYPES}, timestamptz),
    custody_found(text, {_TYPES}, timestamptz),
    custody_is_held(uuid, timestamptz), custody_parts(uuid);
"""

# The same door as before, but by the index of persons instead of through all steps there are.
_STEPS = f"""
CREATE OR REPLACE FUNCTION custody_steps_done(whose uuid) RETURNS TABLE (
    stay uuid, movement uuid, stage text, kind text, happened_at timestamptz,
    recorded_at timestamptz, stood_until timestamptz
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT people_reached(whose, 'ID', 'full') THEN RETURN; END IF;
    RETURN QUERY SELECT s.stay_id, s.movement_id, s.stage, s.kind, s.happened_at, s.recorded_at,
        s.stood_until FROM custody_step s
        WHERE s.person_id IN (SELECT custody_parts(people_whole(whose)));
END $$;
"""

_BY_ANOTHER = """
ALTER TABLE custody_step ADD CONSTRAINT custody_age_is_decided_by_another CHECK (
    kind <> 'age' OR NOT value ? 'decided_birth_date'
    OR value ->> 'disputed_by' IS DISTINCT FROM recorded_by
);
"""


class Migration(migrations.Migration):
    dependencies = [("custody", "0007_places_walls"), ("people", "0004_photo")]

    operations = [
        migrations.RunSQL(_DOORS, _NO_DOORS),
        # Undone: the other body does the same, and its helper is dropped with the doors.
        migrations.RunSQL(
            _STEPS,
            _STEPS.replace(
                "s.person_id IN (SELECT custody_parts(people_whole(whose)))",
                "people_whole(s.person_id) = people_whole(whose)",
            ),
        ),
        migrations.RunSQL(
            _BY_ANOTHER,
            "ALTER TABLE custody_step DROP CONSTRAINT custody_age_is_decided_by_another",
        ),
    ]
