"""The doors of whole prisons, quick in a country of 100,000: they answer as before.

The lists of the morning took seven seconds at a prison of 1,600. Three reasons: a function was asked
again for each row what is the same for all of them; a list was read through once for each person;
and everybody in the country was looked at for one prison.
"""

from importlib import import_module

from django.db import migrations

_movements, _dates, _orders, _places, _reception, _when = (
    import_module(f"throughcare.casework.custody.migrations.{name}")
    for name in (
        "0004_movements",
        "0003_dates", "0009_spent_orders", "0007_places_walls",
        "0008_reception", "0010_when_held",
    )
)  # fmt: skip
_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_STANDS = "{0}.recorded_at <= moment AND ({0}.stood_until IS NULL OR {0}.stood_until > moment)"

# Files that are read in others, and the files of one place with all that is read in them.
_PARTS = """parts AS MATERIALIZED (
        SELECT m.merged_id AS part, people_whole(m.merged_id) AS whole
        FROM people_merge m WHERE m.undone_at IS NULL
    )"""
_HERE = """here AS MATERIALIZED (
        SELECT p.id, p.held_at FROM people_person p
        WHERE (place IS NULL OR p.held_at = place) AND p.id NOT IN (SELECT part FROM parts)
    ), files AS MATERIALIZED (
        SELECT h.id AS whole, h.id AS part, h.held_at FROM here h
        UNION ALL SELECT p.whole, p.part, h.held_at FROM parts p JOIN here h ON h.id = p.whole
    )"""

_GROUNDS = f"""
CREATE OR REPLACE FUNCTION custody_grounds(asking bigint, place text, moment timestamptz)
RETURNS TABLE (
    person uuid, held_at text, opens boolean, admitted_at timestamptz, without_order text,
    covered boolean, cover_ends timestamptz, last_end timestamptz, struck_out boolean
) LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE barred uuid[] := access_barred();
BEGIN
    RETURN QUERY
    WITH {_PARTS}, {_HERE}, stays AS MATERIALIZED (
        SELECT f.whole, f.held_at, s.admitted_at, s.left_at, s.without_order
        FROM files f JOIN custody_stay s ON s.person_id = f.part
        WHERE {_STANDS.format("s")} AND s.admitted_at <= moment
    ), held AS MATERIALIZED (
        SELECT s.* FROM stays s WHERE s.left_at IS NULL OR s.left_at > moment
    ), opened AS MATERIALIZED (
        SELECT custody_reached_of(ARRAY(SELECT whole FROM held), ARRAY['ID'], ARRAY['full'])
        INTERSECT
        SELECT custody_reached_of(ARRAY(SELECT whole FROM held), ARRAY['SEN'], ARRAY['full'])
    ), judged AS MATERIALIZED (
        SELECT d.held_at FROM (SELECT DISTINCT h.held_at FROM held h) d
        WHERE custody_judge_at(asking, d.held_at, moment)
    ), seen AS MATERIALIZED (
        SELECT h.whole, h.held_at, o.one IS NOT NULL AS opens, h.admitted_at, h.without_order
        FROM held h LEFT JOIN opened o(one) ON o.one = h.whole
        WHERE o.one IS NOT NULL OR (
            h.whole <> ALL (barred) AND h.held_at IN (SELECT j.held_at FROM judged j)
        )
    ), named AS MATERIALIZED (
        SELECT f.whole, f.part FROM files f WHERE f.whole IN (SELECT s.whole FROM seen s)
    ), gone AS MATERIALIZED (
        SELECT s.whole, s.left_at FROM stays s WHERE s.left_at <= moment
    ), ordered AS MATERIALIZED (
        SELECT n.whole, o.valid_from,
            least(o.valid_to, min(g.left_at) FILTER (WHERE g.left_at > o.valid_from)) AS valid_to,
            o.stood_until IS NULL OR o.stood_until > moment AS stands,
            o.struck_by IS NOT NULL AS struck
        FROM custody_order o JOIN named n ON n.part = o.person_id
        LEFT JOIN gone g ON g.whole = n.whole
        WHERE o.recorded_at <= moment
            AND o.kind IN ('commitment', 'remand', 'extension', 'sentence')
        GROUP BY o.id, n.whole, n.part
    ), cover AS (
        SELECT o.whole, range_agg(tstzrange(o.valid_from, o.valid_to)) AS times
        FROM ordered o WHERE o.stands GROUP BY o.whole
    ), now AS (
        SELECT c.whole, upper(one) AS ends FROM cover c, unnest(c.times) one WHERE one @> moment
    ), past AS (
        SELECT h.whole, h.admitted_at,
            max(o.valid_to) FILTER (WHERE o.stands AND o.valid_to <= moment
                AND o.valid_to > h.admitted_at) AS last_end,
            bool_or(o.struck AND NOT o.stands AND o.valid_from <= moment
                AND (o.valid_to IS NULL OR o.valid_to > moment)) AS struck_out
        FROM (SELECT DISTINCT s.whole, s.admitted_at FROM seen s) h
        JOIN ordered o ON o.whole = h.whole
        GROUP BY h.whole, h.admitted_at
    )
    SELECT h.whole, h.held_at, h.opens, h.admitted_at, h.without_order,
        n.whole IS NOT NULL, n.ends, p.last_end, coalesce(p.struck_out, false)
    FROM seen h LEFT JOIN now n ON n.whole = h.whole
    LEFT JOIN past p ON p.whole = h.whole AND p.admitted_at = h.admitted_at
    ORDER BY h.whole;
END $$;
"""

_RECEPTIONS = f"""
CREATE OR REPLACE FUNCTION custody_receptions(place text, moment timestamptz) RETURNS TABLE (
    person uuid, admitted_at timestamptz, done text[]
) LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE barred uuid[] := access_barred();
BEGIN
    IF NOT (access_everywhere('ID', 'full') OR place = ANY (access_places('ID', 'full'))) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH {_PARTS}, {_HERE}, named AS MATERIALIZED (
        SELECT f.whole, f.part FROM files f WHERE f.whole <> ALL (barred)
    ), open AS MATERIALIZED (
        SELECT n.whole, s.id, s.admitted_at FROM custody_stay s JOIN named n ON n.part = s.person_id
        WHERE {_STANDS.format("s")}
            AND s.admitted_at <= moment AND (s.left_at IS NULL OR s.left_at > moment)
    ), taken AS (
        SELECT n.whole, d.kind, d.stay_id, max(d.happened_at) AS happened_at
        FROM custody_step d JOIN named n ON n.part = d.person_id
        WHERE d.stage = 'reception' AND {_STANDS.format("d")}
        GROUP BY n.whole, d.kind, d.stay_id
    ), told AS (
        SELECT o.id, array_agg(DISTINCT t.kind) AS done FROM open o JOIN taken t
            ON t.whole = o.whole AND (t.stay_id = o.id OR t.happened_at >= o.admitted_at)
        GROUP BY o.id
    )
    SELECT o.whole, o.admitted_at, coalesce(t.done, '{{}}')
    FROM open o LEFT JOIN told t ON t.id = o.id
    ORDER BY o.admitted_at, o.whole;
END $$;
"""

_LYING = f"""
CREATE OR REPLACE FUNCTION custody_lying_in_all(moment timestamptz, known timestamptz)
RETURNS TABLE (establishment text, people bigint)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE
    everywhere boolean := access_everywhere('ID', 'full');
    places text[] := access_places('ID', 'full');
BEGIN
    IF NOT everywhere THEN
        RETURN QUERY
        SELECT one, count(*) FROM unnest(places) one
        JOIN kernel_place k ON k.path = one OR starts_with(k.path, one || '/')
        JOIN custody_placement p ON p.place_id = k.id
        WHERE {_places._now("p", "since", "until")}
        GROUP BY one;
        RETURN;
    END IF;
    RETURN QUERY
    WITH cells AS MATERIALIZED (
        SELECT p.place_id, count(*) AS people FROM custody_placement p
        WHERE {_places._now("p", "since", "until")} GROUP BY p.place_id
    )
    SELECT split_part(k.path, '/', 1), sum(c.people)::bigint
    FROM cells c JOIN kernel_place k ON k.id = c.place_id GROUP BY 1;
END $$;
"""


def _body(door: str, text: str) -> str:
    """A door as an earlier migration made it, to be put in place of another."""
    begins = text.index(f"FUNCTION {door}(")
    return f"CREATE OR REPLACE {text[begins : text.index('$$;', begins) + 3]}"


_LODGERS = _body("custody_lodgers", _places._DOORS)


def _quicker(door: str, *changes: tuple[str, str]) -> str:
    """The door with some of its lines put otherwise."""
    for before, after in changes:
        assert before in door, before
        door = door.replace(before, after)
    return door


# Who lies there is looked up in the list of merged files, and once for all whether they are reached.
_QUICK_LODGERS = _quicker(
    _LODGERS,
    ("WITH lying AS", f"WITH {_PARTS}, lying AS"),
    (
        """SELECT people_whole(p.person_id) AS whole, k.path AS path
        FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id""",
        """SELECT coalesce(parts.whole, p.person_id) AS whole, k.path AS path
        FROM kernel_place k JOIN custody_placement p ON p.place_id = k.id
        LEFT JOIN parts ON parts.part = p.person_id""",
    ),
    (
        """UNION SELECT people_whole(m.merged_id), m.merged_id FROM people_merge m
        WHERE m.undone_at IS NULL AND people_whole(m.merged_id) IN (SELECT l.whole FROM lying l)""",
        """UNION SELECT p.whole, p.part FROM parts p
        WHERE p.whole IN (SELECT l.whole FROM lying l)""",
    ),
    (
        "SELECT CASE WHEN people_reached(l.whole, 'ID', 'full') THEN l.whole END, l.path,",
        "SELECT reached.one, l.path,",
    ),
    (
        "    LEFT JOIN told b ON",
        """    LEFT JOIN custody_reached_of(
        ARRAY(SELECT l.whole FROM lying l), ARRAY['ID'], ARRAY['full']
    ) reached(one) ON reached.one = l.whole
    LEFT JOIN told b ON""",
    ),
)

# By the index of persons, where every fact and every movement of the country was looked at.
_ARRIVING = _body("custody_arriving", _movements._ARRIVALS)
_TAKE_IN = _body("custody_take_in", _movements._ARRIVALS)


def _by_index(row: str, whole: str) -> tuple[str, str]:
    of = f"{row}.person_id"
    return f"people_whole({of}) = {whole}", f"{of} IN (SELECT custody_parts({whole}))"


_QUICK_ARRIVING = _quicker(_ARRIVING, _by_index("f", "w.whole"))
_QUICK_ARRIVING += _quicker(_TAKE_IN, _by_index("m", "whole"))

# Which of these files are reached in any of these ways: what `people_reached` says of each, with one
# reading of the reach for all of them.
_REACHED = f"""
CREATE FUNCTION custody_reached_of(whose uuid[], compartments text[], ways text[])
RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 100 {_OWN} AS $$
DECLARE
    everywhere boolean := false; places text[] := '{{}}'; persons uuid[] := '{{}}';
    barred uuid[] := access_barred();
BEGIN
    FOR number IN 1 .. cardinality(ways) LOOP
        everywhere := everywhere OR access_everywhere(compartments[number], ways[number]);
        places := places || access_places(compartments[number], ways[number]);
        persons := persons || access_persons(compartments[number], ways[number]);
    END LOOP;
    RETURN QUERY
    WITH merged AS MATERIALIZED (
        SELECT m.merged_id AS part, people_whole(m.merged_id) AS whole FROM people_merge m
        WHERE m.merged_id = ANY (whose) AND m.undone_at IS NULL
    ), asked AS (
        SELECT one AS part, coalesce(merged.whole, one) AS whole
        FROM (SELECT DISTINCT unnest(whose) AS one) a LEFT JOIN merged ON merged.part = one
    )
    SELECT a.part FROM asked a JOIN people_person p ON p.id = a.whole
    WHERE p.id = ANY (persons)
        OR ((everywhere OR p.held_at = ANY (places)) AND p.id <> ALL (barred));
END $$;
REVOKE ALL ON FUNCTION custody_reached_of(uuid[], text[], text[]) FROM PUBLIC;
"""
_SEN = "custody_reached_of(whose, ARRAY['SEN', 'SEN'], ARRAY['full', 'redacted'])"
_ID_SEN = "custody_reached_of(whose, ARRAY['ID', 'SEN', 'SEN'], ARRAY['full', 'full', 'redacted'])"
_DAYS = f"""
CREATE OR REPLACE FUNCTION custody_lengths(whose uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, id uuid, kind text, years int, months int, days int, starts_on date, after uuid,
    recorded_at timestamptz
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT s.person_id, s.id, s.kind, s.years, s.months, s.days, s.starts_on,
        CASE WHEN s.after_id IS NOT NULL THEN custody_sentence_now(s.after_id, moment) END,
        s.recorded_at
    FROM {_SEN} reached JOIN custody_sentence s ON s.person_id = reached
    WHERE {_STANDS.format("s")}
    ORDER BY s.starts_on, s.id
$$;
CREATE OR REPLACE FUNCTION custody_adjusted(whose uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, kind text, days int, from_on date, sentence uuid, recorded_at timestamptz
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT a.person_id, a.kind, a.days, a.from_on,
        CASE WHEN a.sentence_id IS NOT NULL THEN custody_sentence_now(a.sentence_id, moment) END,
        a.recorded_at
    FROM {_SEN} reached JOIN custody_adjustment a ON a.person_id = reached
    WHERE {_STANDS.format("a")}
    ORDER BY a.recorded_at, a.id
$$;
CREATE OR REPLACE FUNCTION custody_when_held(whose uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, admitted_at timestamptz, left_at timestamptz, establishment text
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT s.person_id, s.admitted_at, s.left_at, s.establishment
    FROM {_ID_SEN} reached JOIN custody_stay s ON s.person_id = reached
    WHERE s.admitted_at <= moment AND {_STANDS.format("s")}
    ORDER BY s.admitted_at, s.id
$$;
"""


_AS_BEFORE = "".join([
    _body("custody_lengths", _dates._DOORS), _body("custody_adjusted", _dates._DOORS),
    _body("custody_when_held", _when._DOOR), _body("custody_lying_in_all", _places._DOORS),
    _body("custody_receptions", _reception._DOORS), _orders._SPENDING, _LODGERS, _ARRIVING,
    _TAKE_IN, "DROP FUNCTION custody_reached_of(uuid[], text[], text[]);",
])  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("custody", "0010_when_held")]

    operations = [
        migrations.RunSQL(
            _REACHED + _DAYS + _GROUNDS + _RECEPTIONS + _LYING + _QUICK_LODGERS + _QUICK_ARRIVING,
            _AS_BEFORE,
        )
    ]
