"""The last contact of everybody in a prison is looked for once, not once a person.

What the viewer reaches is asked once too: in a condition it would be asked of each row.
"""

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


_ASKED_OF_EACH = """
    h.held_at = house AND h.id <> ALL (access_barred()) AND (
        access_everywhere('CON', how) OR house = ANY (access_places('CON', how))
        OR h.id = ANY (named))
"""
_ASKED_ONCE = """
    h.held_at = house AND h.id <> ALL (barred) AND (
        everywhere OR house = ANY (places) OR h.id = ANY (named))
"""
_REACH = """
DECLARE barred uuid[] := access_barred(); everywhere boolean := access_everywhere('CON', how);
    places text[] := access_places('CON', how);"""


def _doors() -> str:
    """Both doors of a prison, to be put in the place of those that are there."""
    doors: str = _walls._DOORS.split("REVOKE ALL")[0]
    return doors.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


def _at_once() -> str:
    doors = _doors()
    assert doors.count(_BY_PERSON) == 1
    assert doors.count(_ASKED_OF_EACH) == 2
    assert doors.count("\nDECLARE") == 2
    quick = doors.replace(_BY_PERSON, _AT_ONCE).replace(_ASKED_OF_EACH, _ASKED_ONCE)
    return quick.replace("\nDECLARE", _REACH)


class Migration(migrations.Migration):
    dependencies = [("contact", "0002_walls")]

    operations = [migrations.RunSQL(_at_once(), _doors())]
