"""All files of one person at once, so that a question about the person goes by an index.

`people_whole(row.person_id) = whole` asks for each row of a table whose it is: of ten thousand stays
that took 54 ms, at each visit that was written.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_DOOR = f"""
CREATE FUNCTION people_parts(whole uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE parts AS (
        SELECT whole AS id
        UNION SELECT m.merged_id FROM people_merge m JOIN parts p ON m.kept_id = p.id
        WHERE m.undone_at IS NULL
    )
    SELECT array_agg(id) FROM parts
$$;
REVOKE ALL ON FUNCTION people_parts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_parts(uuid) TO {APP};
"""


def by_index(sound: str, name: str, end: str, each: str, parts: str) -> tuple[str, str]:
    """A function of another room made anew, asking by `parts` what it asked of `each` row.

    The text of it, and of what it was. `sound`: the text that it stands in; `end`: what ends it.
    """
    _before, _name, rest = sound.partition(f"CREATE FUNCTION {name}(")
    was = f"CREATE OR REPLACE FUNCTION {name}({rest.partition(end)[0]}{end}\n"
    assert was.count(each) == 1
    return was.replace(each, parts), was


class Migration(migrations.Migration):
    dependencies = [("people", "0006_reached_everywhere")]

    operations = [migrations.RunSQL(_DOOR, "DROP FUNCTION people_parts(uuid);")]
