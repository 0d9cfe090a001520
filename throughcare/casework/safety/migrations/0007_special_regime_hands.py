"""A special regime says its facts and measures, and another human being looks at it.

Of those that were ordered before, no facts are known and none are made up: their later versions may
lack them. Who reviews a restriction is not who ordered it, with whichever account.
"""

from importlib import import_module

from django.db import migrations

_measures = import_module("throughcare.casework.safety.migrations.0004_measures_walls")

_SAYS = f"""
CREATE FUNCTION safety_need_facts_and_measures() RETURNS trigger LANGUAGE plpgsql
{_measures._OWN} AS $$
BEGIN
    IF NEW.scope = 'special_regime' AND NEW.found = '' AND NEW.replaces_id IS NULL
        AND (NEW.facts = '' OR NEW.measures = '') THEN
        RAISE EXCEPTION 'a special regime says its facts and its measures' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'safety_special_regime_says_its_facts';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_special_regime_says_its_facts BEFORE INSERT ON safety_restriction
    FOR EACH ROW EXECUTE FUNCTION safety_need_facts_and_measures();
"""
_NOT_SAYS = """
DROP TRIGGER safety_special_regime_says_its_facts ON safety_restriction;
DROP FUNCTION safety_need_facts_and_measures();
"""

_LOOK = f"""
CREATE OR REPLACE FUNCTION safety_need_another_look() RETURNS trigger LANGUAGE plpgsql
{_measures._OWN} AS $$
BEGIN
    IF EXISTS (
        SELECT FROM safety_restriction r WHERE r.first = NEW.restriction_id
            AND (
                r.ordered_by = NEW.recorded_by
                OR lower(btrim(r.authority)) = lower(btrim(NEW.reviewer))
                OR EXISTS (
                    SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
                    WHERE a.id::text = r.ordered_by AND b.id::text = NEW.recorded_by
                )
            )
    ) THEN
        RAISE EXCEPTION 'whoever ordered a restriction does not review it' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'safety_restriction_reviewer_did_not_order';
    END IF;
    RETURN NEW;
END $$;
"""
_LOOK_BEFORE = """
CREATE OR REPLACE FUNCTION safety_need_another_look() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM safety_restriction r WHERE r.first = NEW.restriction_id
            AND (
                r.ordered_by = NEW.recorded_by
                OR lower(btrim(r.authority)) = lower(btrim(NEW.reviewer))
            )
    ) THEN
        RAISE EXCEPTION 'whoever ordered a restriction does not review it' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'safety_restriction_reviewer_did_not_order';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("safety", "0006_special_regime"), ("access", "0004_walls")]

    operations = [
        migrations.RunSQL(_SAYS, _NOT_SAYS),
        migrations.RunSQL(_LOOK, _LOOK_BEFORE),
    ]
