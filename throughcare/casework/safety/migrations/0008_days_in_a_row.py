"""No order of separation ends beyond the days in a row that the rules and the country allow.

The numbers are the rulebook's and the country's: a table holds them as `limits.py` reads them, and is
written anew after each migration (`day_limit.py`). What the law of a country lets last longer stands
there under its name. Entries of what was found to be so are let through: they say how it was.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_LIMIT = f"""
CREATE TABLE safety_daylimit (
    exception text PRIMARY KEY, longest interval NOT NULL, gap interval NOT NULL
);
REVOKE ALL ON safety_daylimit FROM PUBLIC, {APP};
GRANT SELECT ON safety_daylimit TO {APP};
CREATE FUNCTION safety_last_moment(spell_id uuid, longest interval, gap interval)
RETURNS timestamptz LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE began record; before record; whole uuid;
BEGIN
    SELECT s.since, s.person_id, coalesce(e.time_zone, 'UTC') AS zone INTO began
    FROM safety_separation s LEFT JOIN kernel_place k ON k.id = s.place_id
    LEFT JOIN kernel_place e ON e.path = split_part(k.path, '/', 1)
    WHERE s.spell = spell_id AND s.stood_until IS NULL;
    IF NOT FOUND THEN RETURN NULL; END IF;
    whole := people_whole(began.person_id);
    -- Back over every spell that joins, whatever its ground, cell or prison.
    LOOP
        SELECT s.since, s.person_id, coalesce(e.time_zone, began.zone) AS zone INTO before
        FROM safety_separation s LEFT JOIN kernel_place k ON k.id = s.place_id
        LEFT JOIN kernel_place e ON e.path = split_part(k.path, '/', 1)
        WHERE people_whole(s.person_id) = whole AND s.stood_until IS NULL
            AND s.spell <> spell_id AND s.since < began.since
            AND (s.until IS NULL OR s.until > s.since) AND (s.until IS NULL
                OR ((s.until AT TIME ZONE coalesce(e.time_zone, began.zone)) + gap)
                    AT TIME ZONE coalesce(e.time_zone, began.zone) >= began.since)
        ORDER BY s.since LIMIT 1;
        EXIT WHEN NOT FOUND;
        began := before;
    END LOOP;
    RETURN ((began.since AT TIME ZONE began.zone) + longest) AT TIME ZONE began.zone;
END $$;
REVOKE ALL ON FUNCTION safety_last_moment(uuid, interval, interval) FROM PUBLIC;
CREATE FUNCTION safety_need_within_days() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE allowed record;
BEGIN
    IF NEW.found <> '' OR NEW.end_at IS NULL OR NOT EXISTS (
        SELECT FROM safety_separation s WHERE s.spell = NEW.separation_id
            AND s.stood_until IS NULL AND s.kind <> 'small_group'
    ) THEN
        RETURN NEW;
    END IF;
    SELECT * INTO allowed FROM safety_daylimit d
    WHERE d.exception IN ('', NEW.lawful_exception) ORDER BY d.longest DESC LIMIT 1;
    IF NEW.end_at > safety_last_moment(NEW.separation_id, allowed.longest, allowed.gap) THEN
        RAISE EXCEPTION 'the separation would last longer in a row than is allowed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_separation_within_its_days';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_within_days BEFORE INSERT ON safety_separationorder
    FOR EACH ROW EXECUTE FUNCTION safety_need_within_days();
"""
_NO_LIMIT = """
DROP TRIGGER safety_within_days ON safety_separationorder;
DROP FUNCTION safety_need_within_days(), safety_last_moment(uuid, interval, interval);
DROP TABLE safety_daylimit;
"""


class Migration(migrations.Migration):
    dependencies = [("safety", "0007_special_regime_hands")]

    operations = [migrations.RunSQL(_LIMIT, _NO_LIMIT)]
