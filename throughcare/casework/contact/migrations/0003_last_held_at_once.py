"""The last contact of everybody in a prison is looked for once, not once a person."""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.contact.migrations.0002_walls")

_BY_PERSON = f"""
    SELECT p.id, max(s.admitted_at), max(c.at)
    FROM parts p
    JOIN custody_stay s ON s.person_id = p.part AND s.stood_until IS NULL
        AND s.left_at IS NULL AND s.admitted_at <= moment
    LEFT JOIN LATERAL (
        SELECT max(c.at) AS at FROM parts q JOIN {_walls._TABLE} c ON c.person_id = q.part
        WHERE q.id = p.id AND c.outcome = 'held' AND c.stood_until IS NULL AND c.at <= moment
    ) c ON true
    GROUP BY p.id;
"""
_AT_ONCE = f"""
    SELECT t.id, t.came, c.last
    FROM (
        SELECT p.id, max(s.admitted_at) AS came FROM parts p
        JOIN custody_stay s ON s.person_id = p.part AND s.stood_until IS NULL
            AND s.left_at IS NULL AND s.admitted_at <= moment
        GROUP BY p.id
    ) t LEFT JOIN (
        SELECT p.id, max(c.at) AS last FROM parts p
        JOIN {_walls._TABLE} c ON c.person_id = p.part AND c.outcome = 'held'
            AND c.stood_until IS NULL AND c.at <= moment
        GROUP BY p.id
    ) c ON c.id = t.id;
"""


def _door() -> str:
    first: str = _walls._DOORS.split("END $$;")[0] + "END $$;\n"
    return first.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


def _at_once() -> str:
    assert _door().count(_BY_PERSON) == 1
    return _door().replace(_BY_PERSON, _AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("contact", "0002_walls")]

    operations = [migrations.RunSQL(_at_once(), _door())]
