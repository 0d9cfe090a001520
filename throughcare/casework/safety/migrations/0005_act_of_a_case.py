"""A door to the act of a case, for whoever may only add to the register.

A sanction that is found belongs to the act of its case, and whoever writes it down need not be able
to read the case. The act is an id and tells nothing.
"""

from django.db import migrations

_DOOR = """
CREATE FUNCTION safety_act_of_case(asked uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.incident FROM safety_disciplinarycase c
    WHERE c.id = asked
        AND (people_reached(c.person_id, 'DIS', 'add') OR people_reached(c.person_id, 'DIS', 'full'))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("safety", "0004_measures_walls")]

    operations = [migrations.RunSQL(_DOOR, "DROP FUNCTION safety_act_of_case(uuid);")]
