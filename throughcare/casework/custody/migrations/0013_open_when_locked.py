"""A place is looked at only after it is locked: it may be closing just then.

The first form asked for the closed ones around a locked subquery. The planner moved that condition
below the lock, where it was judged by what stood before the lock was waited for: nothing was locked,
and a cell could close under somebody who came in at the same moment.
"""

from django.db import migrations

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_OPEN = f"""
CREATE OR REPLACE FUNCTION custody_placement_is_open() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE above text[]; closed text; bed_place bigint; bed_ends timestamptz;
BEGIN
    IF NEW.stood_until IS NOT NULL THEN RETURN NEW; END IF;
    SELECT array_agg(array_to_string(parts[1:n], '/')) INTO above
    FROM (SELECT string_to_array(k.path, '/') AS parts FROM kernel_place k
        WHERE k.id = NEW.place_id) whole, generate_series(1, cardinality(parts)) n;
    PERFORM FROM kernel_place WHERE path = ANY (above) ORDER BY path FOR SHARE;
    -- A statement of its own sees what was committed while the lock was waited for.
    SELECT path INTO closed FROM kernel_place
    WHERE path = ANY (above) AND (NEW.until IS NULL OR NEW.until > used_until)
        AND used_until IS NOT NULL
    ORDER BY path LIMIT 1;
    IF closed IS NOT NULL THEN
        RAISE EXCEPTION 'nobody is placed in %, which is closed then', closed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'custody_placement_is_in_use';
    END IF;
    IF NEW.bed_id IS NULL THEN RETURN NEW; END IF;
    SELECT b.place_id, b.used_until INTO bed_place, bed_ends FROM custody_bed b
    WHERE b.id = NEW.bed_id FOR SHARE;
    IF bed_place IS DISTINCT FROM NEW.place_id
        OR (bed_ends IS NOT NULL AND (NEW.until IS NULL OR NEW.until > bed_ends)) THEN
        RAISE EXCEPTION 'the bed % is not in use in that place then', NEW.bed_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'custody_bed_is_of_the_place';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("custody", "0012_release_days")]

    # Back again there is nothing to undo: the stricter form keeps the same promise.
    operations = [migrations.RunSQL(_OPEN, migrations.RunSQL.noop)]
