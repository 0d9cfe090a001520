"""Row-level security of the room, and what the database keeps beside it (access, migration 0004).

A row is reached as the file of its person is, in the compartment of its table; a step has its own.
Two doors show less than the rows behind them: which steps of a walk are done (never what they
say), and whom a person must be kept apart from (never why).
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_DOORS = f"""
CREATE FUNCTION custody_steps_done(whose uuid) RETURNS TABLE (
    stay uuid, movement uuid, stage text, kind text, happened_at timestamptz,
    recorded_at timestamptz, stood_until timestamptz
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT people_reached(whose, 'ID', 'full') THEN RETURN; END IF;
    RETURN QUERY SELECT s.stay_id, s.movement_id, s.stage, s.kind, s.happened_at, s.recorded_at,
        s.stood_until FROM custody_step s WHERE people_whole(s.person_id) = people_whole(whose);
END $$;
CREATE FUNCTION custody_apart(whose uuid, moment timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT people_reached(whose, 'ID', 'full') THEN RETURN; END IF;
    RETURN QUERY
    SELECT CASE WHEN people_whole(k.person_id) = whole THEN people_whole(k.other_id)
        ELSE people_whole(k.person_id) END
    FROM custody_keepapart k
    WHERE k.stood_until IS NULL AND k.since <= moment AND k.until > moment
        AND whole IN (people_whole(k.person_id), people_whole(k.other_id));
END $$;
"""
_NO_DOORS = "DROP FUNCTION custody_apart(uuid, timestamptz), custody_steps_done(uuid);"

# A place cannot go out of use while somebody is in it, nor a bed.
_OCCUPIED = f"""
CREATE FUNCTION custody_place_is_empty() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.used_until IS NOT NULL AND EXISTS (
        SELECT FROM custody_placement p JOIN kernel_place k ON k.id = p.place_id
        WHERE p.stood_until IS NULL AND (p.until IS NULL OR p.until > NEW.used_until)
            AND (k.path = NEW.path OR starts_with(k.path, NEW.path || '/'))
    ) THEN
        RAISE EXCEPTION 'somebody is in % after it would close', NEW.path
            USING ERRCODE = 'check_violation', CONSTRAINT = 'custody_closed_place_is_empty';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER custody_closed_place_is_empty BEFORE UPDATE OF used_until ON kernel_place
    FOR EACH ROW EXECUTE FUNCTION custody_place_is_empty();
CREATE FUNCTION custody_bed_is_empty() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.used_until IS NOT NULL AND EXISTS (
        SELECT FROM custody_placement p WHERE p.bed_id = NEW.id AND p.stood_until IS NULL
            AND (p.until IS NULL OR p.until > NEW.used_until)
    ) THEN
        RAISE EXCEPTION 'somebody is in bed % after it would go', NEW.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'custody_closed_bed_is_empty';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER custody_closed_bed_is_empty BEFORE UPDATE OF used_until ON custody_bed
    FOR EACH ROW EXECUTE FUNCTION custody_bed_is_empty();
"""
_NOT_OCCUPIED = """
DROP TRIGGER custody_closed_bed_is_empty ON custody_bed;
DROP TRIGGER custody_closed_place_is_empty ON kernel_place;
DROP FUNCTION custody_bed_is_empty(), custody_place_is_empty();
"""

_FULL = "people_reached(person_id, '{code}', 'full')"
_LESS = _FULL + " OR people_reached(person_id, '{code}', 'redacted')"
_ADD = "people_reached(person_id, '{code}', 'add')"
_AT = """
    (SELECT access_everywhere('ID', '{how}')) OR (
        SELECT split_part(k.path, '/', 1) FROM kernel_place k WHERE k.id = place_id
    ) = ANY ((SELECT access_places('ID', '{how}'))::text[])
"""


def _of(code: str, *, less: bool = False) -> tuple[str, str]:
    """What may be read, and what may be put in, of a table of one compartment."""
    return (_LESS if less else _FULL).format(code=code), _ADD.format(code=code)


_POLICIES = {
    "custody_stay": _of("ID"),
    "custody_placement": _of("ID"),
    "custody_movement": _of("ID"),
    "custody_order": _of("SEN"),
    "custody_charge": _of("SEN"),
    "custody_sentence": _of("SEN"),
    "custody_adjustment": _of("SEN"),
    "custody_legalstatus": _of("SEN", less=True),
    "custody_manualdate": _of("SEN", less=True),
    "custody_keepapart": _of("INC"),
    "custody_step": (
        "people_reached(person_id, compartment, 'full')",
        "people_reached(person_id, compartment, 'add')",
    ),
    "custody_rollcount": (_AT.format(how="full"), _AT.format(how="full")),
}


def _wall(table: str) -> list[str]:
    read, put = _POLICIES[table]
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({read})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({put}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [("custody", "0001_initial"), ("people", "0002_walls")]

    operations = [
        migrations.RunSQL(_DOORS, _NO_DOORS),
        migrations.RunSQL(_OCCUPIED, _NOT_OCCUPIED),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _POLICIES),
    ]
