"""A morning is counted from a few columns of what is open, and only the rows of its page are read whole.

A prison of a thousand people has ten thousand open findings. Read whole, with their words and their
evidence, they took two thirds of the page's time, and fifty of them were shown. Whoever has cases of
their own is asked for them together as well, no longer one by one.

Both doors are of one text, so that what is counted is what is shown.
"""

from importlib import import_module

from django.db import migrations

from throughcare.cluster.roles import APP

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")
_tasks = import_module("throughcare.duties.migrations.0006_tasks")
_past = import_module("throughcare.duties.migrations.0007_past_stays_at_once")
_daily = import_module("throughcare.duties.migrations.0017_marks_of_daily")

_COLUMNS, _FROM = _tasks._SHOWN.split("FROM duties_keptfinding f")
# Where the matter is open and what is told are found once for a row, not once for each column.
_SHOWN = "JOIN duties_keptfinding f ON {whose}" + _FROM.replace("AS told\n", "AS told OFFSET 0\n")
_OPEN = "(f.status = 'breached' AND f.until IS NULL OR f.status = 'due' AND f.until <= horizon)"

_BRIEF_ROW = """
    finding bigint, person uuid, rule text, status text, gravity int, since timestamptz,
    until timestamptz, past boolean, mine boolean
"""
# `past`: of a stay that was over when the present one began.
_BRIEFLY = """
    f.id, f.person_id, CASE WHEN open OR told THEN f.rule END, f.status,
    CASE WHEN open OR told
        THEN array_position(ARRAY['critical', 'high', 'medium', 'low'], f.severity) END,
    CASE WHEN open THEN f.since END, f.until, open AND e.admitted > f.duty,
    f.cured_in = ANY ({add})
"""
_LATEST = """(
    SELECT max(s.admitted_at) FROM custody_stay s
    WHERE s.person_id = e.person AND s.stood_until IS NULL
)"""


def _door(name: str, row: str, columns: str, *, admitted: str, only: str) -> str:
    """A door to what is open at a place. `only`: what else a finding must be to be shown."""
    one = {"full": "e.full", "less": "e.less", "add": "e.add"}
    house = {"full": "readable", "less": "short", "add": "writable"}
    return f"""
CREATE FUNCTION {name} RETURNS TABLE ({row})
LANGUAGE plpgsql STABLE ROWS 10000 {_walls._OWN} SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    codes text[] := {_daily._SEEN}; barred uuid[] := access_barred();
    readable text[]; short text[]; writable text[];
BEGIN
    SELECT coalesce(array_agg(compartment) FILTER (WHERE how = 'full'), '{{}}'),
        coalesce(array_agg(compartment) FILTER (WHERE how = 'redacted'), '{{}}'),
        coalesce(array_agg(compartment) FILTER (WHERE how = 'add'), '{{}}')
    INTO readable, short, writable
    FROM access_at(place) WHERE compartment = ANY (codes);
    RETURN QUERY
    WITH named AS MATERIALIZED (
        SELECT person, array_agg(compartment) FILTER (WHERE how = 'full') AS full,
            array_agg(compartment) FILTER (WHERE how = 'redacted') AS less,
            array_agg(compartment) FILTER (WHERE how = 'add') AS add
        FROM access_named() WHERE compartment = ANY (codes) GROUP BY person
    ), given AS MATERIALIZED (
        SELECT p.id AS person, CASE WHEN p.id = ANY (barred) THEN '{{}}' ELSE readable END AS full,
            CASE WHEN p.id = ANY (barred) THEN '{{}}' ELSE short END AS less,
            CASE WHEN p.id = ANY (barred) THEN '{{}}' ELSE writable END AS add
        FROM people_person p WHERE p.held_at = place
    ), eyes AS MATERIALIZED (
        SELECT e.*, {admitted} AS admitted FROM (
            SELECT g.person, g.full || coalesce(n.full, '{{}}') AS full,
                g.less || coalesce(n.less, '{{}}') AS less, g.add || coalesce(n.add, '{{}}') AS add
            FROM given g LEFT JOIN named n USING (person)
        ) e WHERE e.full <> '{{}}' OR e.add <> '{{}}'
    )
    SELECT {columns.format(**one)} FROM eyes e
    {_SHOWN.format(whose="f.person_id = e.person", **one)} AND {_OPEN} {only}
    UNION ALL
    SELECT {columns.format(**house)} FROM (SELECT place, NULL::timestamptz AS admitted) e
    {_SHOWN.format(whose="f.house = e.place", **house)}
        AND f.person_id IS NULL AND f.status = 'breached' AND f.until IS NULL {only};
END $$;
"""


_ONLY = "duties_open_at(place text, horizon timestamptz, chosen bigint[] DEFAULT NULL)"
_BRIEF = "duties_open_briefly_at(place text, horizon timestamptz)"
_GIVEN = """
REVOKE ALL ON FUNCTION {door} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {door} TO {app};
"""


def _given(*doors: str) -> str:
    return "".join(_GIVEN.format(door=door, app=APP) for door in doors)


_DOORS = f"""
DROP FUNCTION duties_open_at(text, timestamptz);
{
    _door(
        _ONLY,
        _walls._ROW,
        _COLUMNS,
        admitted="NULL::timestamptz",
        only="AND (chosen IS NULL OR f.id = ANY (chosen))",
    )
}
{_door(_BRIEF, _BRIEF_ROW, _BRIEFLY, admitted=_LATEST, only="")}
{_given("duties_open_at(text, timestamptz, bigint[])", "duties_open_briefly_at(text, timestamptz)")}
DROP FUNCTION duties_of_past_stays(bigint[], uuid[], timestamptz[]);
"""


def _before() -> str:
    """`duties_open_at`, the second of the doors, as it was."""
    return str(_daily._seeing_daily_life(_daily._DOORS).split("END $$;")[1]) + "END $$;\n"


_NO_DOORS = f"""
DROP FUNCTION duties_open_at(text, timestamptz, bigint[]);
DROP FUNCTION duties_open_briefly_at(text, timestamptz);
{_before()}
{_given("duties_open_at(text, timestamptz)")}
{_past._DOOR.split("DROP FUNCTION")[0]}
"""


class Migration(migrations.Migration):
    dependencies = [
        ("duties", "0019_where_held_asked_once"),
        ("custody", "0012_release_days"),
        ("access", "0006_reach_read_once"),
    ]

    operations = [migrations.RunSQL(_DOORS, _NO_DOORS)]
