"""The search of names finds the same as in migration 0003, in less time.

Two things were slow. Every hit was added up twice by its name, once for each word and once for all
of them. Now each word that counts, and how much it counts, is one mark; a name has its marks in one
number, and what they count together is added up once for each different number, of which there are
few. And where a viewer reaches thousands of files, the planner looked at each of them before it
began; now it is shown where they come from instead of which they are.

What a name counts is added up as decimals. So names that count the same are equal to the last
digit, and stand in the order of their numbers.
"""

from importlib import import_module

from django.db import migrations

_before = import_module("throughcare.casework.people.migrations.0003_search")

_ASKED = "unnest(near_words, near_keys, near_weights, near_marks) AS s(word, key, weight, mark)"
_FEW = _before._FEW
# None twice, without comparing all of them with one another.
_MINE = """
    SELECT p.id FROM people_person p
    WHERE p.held_at = ANY (places || less_places) AND p.id <> ALL (shut) AND p.id <> ALL (open)
    UNION ALL SELECT DISTINCT one FROM unnest(open) one
"""
_OF_ALL = _before._OF_ALL.replace(_before._ASKED, _ASKED)
_OF_FEW = _before._OF_FEW.replace(_before._ASKED, _ASKED)
_OF_MANY = f"""
    {_ASKED} JOIN people_namekey k ON k.key = s.key
    JOIN ({_MINE} OFFSET 0) reached ON reached.id = k.person_id
"""


def _names(within: str) -> str:
    """The names that share the most with the words asked for, among those within."""
    return f"""
    RETURN QUERY
    WITH marked AS MATERIALIZED (
        SELECT k.fact_id, bit_or(s.mark) AS marks FROM {within} GROUP BY k.fact_id
    ), weighed AS MATERIALIZED (
        SELECT m.marks, (
            SELECT sum(best.weight::numeric)::float8 FROM (
                SELECT max(s.weight) AS weight FROM {_ASKED}
                WHERE s.mark & m.marks <> 0 GROUP BY s.word
            ) best
        ) AS weight
        FROM (SELECT DISTINCT marks FROM marked) m
    ), nearest AS (
        SELECT m.fact_id, w.weight FROM marked m JOIN weighed w ON w.marks = m.marks
        WHERE w.weight >= share * (SELECT max(one.weight) FROM weighed one)
        ORDER BY w.weight DESC, m.fact_id
    )
    SELECT n.fact_id, p.id, p.held_at, one.kind, one.value, {_before._IN_FULL}
    FROM nearest n CROSS JOIN LATERAL (
        SELECT f.person_id, f.kind, f.value FROM people_fact f
        WHERE f.id = n.fact_id AND {_before._STANDS} OFFSET 0
    ) one
    JOIN people_person p ON p.id = CASE WHEN one.person_id = ANY (merged)
        THEN people_whole(one.person_id) ELSE one.person_id END
    ORDER BY n.weight DESC, n.fact_id LIMIT most;
    """


# Eight words with six weights each, and seven pairs of neighbours with two, are 62 marks.
_MARKS = """
    SELECT array_agg(word), array_agg(key), array_agg(weight), array_agg(1::bigint << place)
        INTO near_words, near_keys, near_weights, near_marks
        FROM (
            SELECT k.*, dense_rank() OVER (ORDER BY k.word, k.weight)::int - 1 AS place FROM kept k
        ) placed;
    IF (SELECT count(DISTINCT mark) FROM unnest(near_marks) mark) < (
        SELECT count(*) FROM (SELECT DISTINCT s.word, s.weight FROM ASKED) one
    ) THEN
        RAISE EXCEPTION 'people_near has no marks for so many words';
    END IF;
""".replace("ASKED", _ASKED)

_OLD = _before._NEAR.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
_NEW = _OLD
for _old, _new in (
    ("near_weights float8[];", "near_weights float8[]; near_marks bigint[];"),
    (
        """
    SELECT array_agg(word), array_agg(key), array_agg(weight)
        INTO near_words, near_keys, near_weights FROM kept;
""",
        _MARKS,
    ),
    (f"ARRAY({_before._MINE})", f"ARRAY({_MINE} LIMIT {_FEW} + 1)"),
    (_before._names(_before._OF_ALL), _names(_OF_ALL)),
    (_before._names(_before._OF_FEW), _names(_OF_FEW)),
    (_before._names(_before._OF_MANY), _names(_OF_MANY)),
):
    assert _NEW.count(_old) == 1, _old
    _NEW = _NEW.replace(_old, _new)


class Migration(migrations.Migration):
    dependencies = [("people", "0004_photo")]

    operations = [migrations.RunSQL(_NEW, _OLD)]
