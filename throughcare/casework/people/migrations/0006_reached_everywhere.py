"""Whoever reaches a compartment of the whole service, and is barred from nobody, reaches each file.

The question is asked for each row, and then needs neither the file nor where it is held.
"""

from django.db import migrations

_HEAD = """
CREATE OR REPLACE FUNCTION people_reached(part uuid, compartment text, how text) RETURNS boolean
LANGUAGE plpgsql STABLE COST 500 SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
"""
_QUICK = (
    _HEAD
    + """
    reach text := current_setting('throughcare.reach', true); whole uuid;
BEGIN
    IF strpos(reach, E'\\n*' || compartment || '.' || how || E'\\n') > 0
        AND strpos(reach, E'\\n!') = 0 THEN RETURN true;
    END IF;
    whole := people_whole(part);
    RETURN access_admits(
        whole, (SELECT p.held_at FROM people_person p WHERE p.id = whole), compartment, how
    );
END $$;
"""
)
_BEFORE = (
    _HEAD
    + """
    whole uuid := people_whole(part);
BEGIN
    RETURN access_admits(
        whole, (SELECT p.held_at FROM people_person p WHERE p.id = whole), compartment, how
    );
END $$;
"""
)


class Migration(migrations.Migration):
    dependencies = [("people", "0005_near_quicker")]

    operations = [migrations.RunSQL(_QUICK, _BEFORE)]
