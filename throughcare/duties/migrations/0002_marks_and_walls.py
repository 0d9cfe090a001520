"""Marks of what was written, the eyes of the engine, and the doors through which findings are read.

Triggers mark, so that no way of writing is forgotten; each only inserts, so that nobody waits. The
service itself sees no row of these tables but as the engine: pages ask the doors, which look at the
compartments of each finding with the viewer's own reach.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

# Tables whose rows are told to the engine, by the column that names the person.
_TOLD = {
    "people_fact": "person_id", "people_person": "id", "custody_stay": "person_id",
    "custody_order": "person_id", "custody_legalstatus": "person_id",
    "custody_manualdate": "person_id", "custody_placement": "person_id",
    "custody_movement": "person_id", "custody_step": "person_id",
}  # fmt: skip
# Of these, what rules that look at several people ask of each, and in which rows it stands.
_TOLD_TOGETHER = {
    "people_fact": "a.kind IN ('birth_date', 'sex')", "custody_stay": "true",
    "custody_legalstatus": "true", "custody_step": "a.kind IN ('age', 'sharing')",
}  # fmt: skip


def _on(table: str, what: str, function: str) -> str:
    return "".join(
        f"CREATE TRIGGER duties_{what}_{when} AFTER {when} ON {table} "
        f"REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION {function}();\n"
        for when in ("INSERT", "UPDATE")
    )


def _off(table: str, what: str) -> str:
    return "".join(
        f"DROP TRIGGER duties_{what}_{when} ON {table};\n" for when in ("INSERT", "UPDATE")
    )


def _marker(name: str, body: str) -> str:
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN {body} RETURN NULL; END $$;
"""


def _of_files(table: str, column: str) -> str:
    body = f"INSERT INTO duties_mark (person) SELECT DISTINCT a.{column} FROM added a;"
    return _marker(f"duties_{table}", body) + _on(table, "marks_files", f"duties_{table}")


def _of_houses(table: str, where: str) -> str:
    body = f"""
        INSERT INTO duties_mark (house)
        SELECT DISTINCT split_part(k.path, '/', 1) FROM added a
        JOIN custody_placement p ON p.person_id = a.person_id
        JOIN kernel_place k ON k.id = p.place_id WHERE {where};
    """
    name = f"duties_{table}_together"
    return _marker(name, body) + _on(table, "marks_houses", name)


# A place in a cell says of those who lie there that it is shared: their files are asked anew too.
_PLACEMENTS = _marker(
    "duties_placements",
    """
    INSERT INTO duties_mark (house) SELECT DISTINCT split_part(k.path, '/', 1)
    FROM added a JOIN kernel_place k ON k.id = a.place_id;
    INSERT INTO duties_mark (person) SELECT DISTINCT p.person_id
    FROM added a JOIN kernel_place k ON k.id = a.place_id AND k.kind = 'cell'
    JOIN custody_placement p ON p.place_id = a.place_id AND p.person_id <> a.person_id
        AND (p.until IS NULL OR p.until > a.since) AND (a.until IS NULL OR a.until > p.since);
    """,
) + _on("custody_placement", "marks_houses", "duties_placements")
_PLACES = _marker(
    "duties_places",
    """
    INSERT INTO duties_mark (house) SELECT DISTINCT split_part(a.path, '/', 1) FROM added a;
    INSERT INTO duties_mark (person) SELECT DISTINCT p.person_id
    FROM added a JOIN custody_placement p ON p.place_id = a.id WHERE a.kind = 'cell';
    """,
) + _on("kernel_place", "marks_houses", "duties_places")
_MERGES = _marker(
    "duties_merges",
    """
    INSERT INTO duties_mark (person) SELECT a.kept_id FROM added a
    UNION SELECT a.merged_id FROM added a;
    INSERT INTO duties_mark (house) SELECT DISTINCT split_part(k.path, '/', 1) FROM added a
    JOIN custody_placement p ON p.person_id IN (a.kept_id, a.merged_id)
    JOIN kernel_place k ON k.id = p.place_id;
    """,
) + _on("people_merge", "marks_both", "duties_merges")

_MARKS = "".join(
    [
        *(_of_files(table, column) for table, column in _TOLD.items()),
        *(_of_houses(table, where) for table, where in _TOLD_TOGETHER.items()),
        _PLACEMENTS, _PLACES, _MERGES,
    ]
)  # fmt: skip
_NO_MARKS = "".join(
    [
        *(_off(table, "marks_files") for table in _TOLD),
        *(_off(table, "marks_houses") for table in _TOLD_TOGETHER),
        _off("custody_placement", "marks_houses"), _off("kernel_place", "marks_houses"),
        _off("people_merge", "marks_both"),
        *(f"DROP FUNCTION duties_{table}();\n" for table in _TOLD),
        *(f"DROP FUNCTION duties_{table}_together();\n" for table in _TOLD_TOGETHER),
        "DROP FUNCTION duties_placements(), duties_places(), duties_merges();\n",
    ]
)  # fmt: skip

# What the engine reads, and no more: it has no rule about the other compartments yet.
_SEEN = "ARRAY['ID', 'SEN', 'HLT', 'INC', 'CON', 'DIS']"
_ENTER = f"""
CREATE FUNCTION duties_enter() RETURNS text LANGUAGE plpgsql AS $$
DECLARE before text := coalesce(current_setting('throughcare.reach', true), '');
BEGIN
    PERFORM set_config('throughcare.reach', (
        SELECT E'\\n*engine\\n' || string_agg('*' || c || '.full' || E'\\n', '')
        FROM unnest({_SEEN}) c
    ), true);
    RETURN before;
END $$;
CREATE FUNCTION duties_as_engine() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        starts_with(current_setting('throughcare.reach', true), E'\\n*engine\\n'), false)
$$;
"""
_TABLES = ("duties_judged", "duties_mark", "duties_keptfinding")
_WALLS = "".join(
    f"""
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY {table}_engine ON {table} TO {APP}
    USING ((SELECT duties_as_engine())) WITH CHECK (duties_as_engine());
"""
    for table in _TABLES
)
_NO_WALLS = "".join(
    f"DROP POLICY {table}_engine ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\n"
    for table in _TABLES
)

_ROW = """
    finding bigint, person uuid, house text, about text, rule text, status text, severity text,
    since timestamptz, until timestamptz, flags text[], key text, duty timestamptz,
    evidence text[], first text, hidden text[], mine boolean
"""
# Of a finding whose matter is open and whose ground lies in the health file: that and until when.
_SHOWN = """
    f.id, f.person_id, f.house, f.about, CASE WHEN open THEN f.rule END, f.status,
    CASE WHEN open THEN f.severity ELSE '' END, CASE WHEN open THEN f.since END, f.until,
    CASE WHEN open THEN f.flags ELSE '{{}}' END, CASE WHEN open THEN f.key END,
    CASE WHEN open THEN f.duty END, CASE WHEN open THEN f.evidence ELSE '{{}}' END, f.first,
    CASE WHEN open THEN '{{}}' ELSE ARRAY['HLT'] END, f.cured_in = ANY ({add})
    FROM duties_keptfinding f CROSS JOIN LATERAL (
        SELECT f.within <@ {full} AND f.answered <@ ({full} || {less}) AS open
    ) o
    WHERE f.first = ANY ({full}) AND (open OR (
        f.within <@ ({full} || ARRAY['HLT']) AND f.answered <@ ({full} || {less} || ARRAY['HLT'])
        AND (f.status = 'due' OR (f.status = 'breached' AND f.until IS NULL))))
"""


def doors(shown: str) -> str:
    """The two functions through which findings are read; `shown`: the columns and for whom."""
    rows = shown.format(full="readable", less="short", add="writable")
    return f"""
CREATE OR REPLACE FUNCTION duties_of(whose uuid) RETURNS TABLE ({_ROW})
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE
    whole uuid := people_whole(whose); codes text[] := {_SEEN};
    readable text[]; short text[]; writable text[];
BEGIN
    readable := ARRAY(SELECT c FROM unnest(codes) c WHERE people_reached(whole, c, 'full'));
    short := ARRAY(SELECT c FROM unnest(codes) c WHERE people_reached(whole, c, 'redacted'));
    writable := ARRAY(SELECT c FROM unnest(codes) c WHERE people_reached(whole, c, 'add'));
    RETURN QUERY SELECT {rows} AND f.person_id = whole;
END $$;
CREATE OR REPLACE FUNCTION duties_open_at(place text, horizon timestamptz) RETURNS TABLE ({_ROW})
LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    codes text[] := {_SEEN}; barred uuid[] := access_barred(); named uuid[];
    readable text[]; short text[]; writable text[];
BEGIN
    readable := ARRAY(SELECT c FROM unnest(codes) c
        WHERE access_everywhere(c, 'full') OR place = ANY (access_places(c, 'full')));
    short := ARRAY(SELECT c FROM unnest(codes) c
        WHERE access_everywhere(c, 'redacted') OR place = ANY (access_places(c, 'redacted')));
    writable := ARRAY(SELECT c FROM unnest(codes) c
        WHERE access_everywhere(c, 'add') OR place = ANY (access_places(c, 'add')));
    named := ARRAY(SELECT DISTINCT n FROM unnest(codes) c,
        unnest(access_persons(c, 'full') || access_persons(c, 'redacted')) n
        JOIN people_person p ON p.id = n AND p.held_at = place);
    RETURN QUERY
    SELECT {rows}
        AND (f.status = 'breached' AND f.until IS NULL OR f.status = 'due' AND f.until <= horizon)
        AND f.person_id IN (SELECT p.id FROM people_person p WHERE p.held_at = place
            AND p.id <> ALL (barred) AND p.id <> ALL (named))
    UNION ALL SELECT d.* FROM unnest(named) n CROSS JOIN LATERAL duties_of(n) d
        WHERE d.status = 'breached' AND d.until IS NULL
            OR d.status = 'due' AND d.until <= horizon
    UNION ALL
    SELECT {rows} AND f.person_id IS NULL
        AND f.house = place AND f.status = 'breached' AND f.until IS NULL;
END $$;
"""


_DOORS = f"""
{doors(_SHOWN)}
CREATE FUNCTION duties_waiting_at(place text, moment timestamptz, digest text) RETURNS SETOF uuid
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT p.id FROM people_person p LEFT JOIN duties_judged j ON j.person_id = p.id
    WHERE p.held_at = place AND duties_as_engine() AND (
        j.id IS NULL OR j.rules <> digest OR j.look_again <= moment
        OR EXISTS (SELECT FROM duties_mark m WHERE m.person = p.id))
$$;
REVOKE ALL ON FUNCTION duties_of(uuid), duties_open_at(text, timestamptz),
    duties_waiting_at(text, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duties_of(uuid), duties_open_at(text, timestamptz),
    duties_waiting_at(text, timestamptz, text) TO {APP};
"""
_NO_DOORS = """
DROP FUNCTION duties_waiting_at(text, timestamptz, text), duties_open_at(text, timestamptz),
    duties_of(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0001_initial"),
        ("custody", "0012_release_days"),
        ("people", "0006_reached_everywhere"),
    ]

    operations = [
        migrations.RunSQL(_MARKS, _NO_MARKS),
        migrations.RunSQL(
            _ENTER + _WALLS,
            _NO_WALLS + "DROP FUNCTION duties_as_engine(), duties_enter();",
        ),
        migrations.RunSQL(_DOORS, _NO_DOORS),
    ]
