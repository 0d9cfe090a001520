"""Whose hands wrote down a posting or a supervision, and that no day is told before it came."""

from importlib import import_module

from django.db import migrations

_hands = import_module("throughcare.service.training.migrations.0002_hands")

_POSTS = f"""
CREATE FUNCTION training_need_other_hand_of_posts() RETURNS trigger LANGUAGE plpgsql
{_hands._OWN} AS $$
DECLARE said jsonb := to_jsonb(NEW); one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['recorded_by', 'ended_by', 'struck_by'] LOOP
        IF coalesce(said ->> one, '') <> ''
            AND training_one_hand(said ->> one, NEW.account_id::text) THEN
            RAISE EXCEPTION 'nobody writes down the own posting or supervision' USING
                ERRCODE = 'check_violation', CONSTRAINT = 'training_nobody_posts_himself';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER training_hands BEFORE INSERT OR UPDATE ON training_posting
    FOR EACH ROW EXECUTE FUNCTION training_need_other_hand_of_posts();
CREATE TRIGGER training_hands BEFORE INSERT OR UPDATE ON training_supervision
    FOR EACH ROW EXECUTE FUNCTION training_need_other_hand_of_posts();
"""
_NO_POSTS = """
DROP TRIGGER training_hands ON training_supervision;
DROP TRIGGER training_hands ON training_posting;
DROP FUNCTION training_need_other_hand_of_posts();
"""

_DAYS = f"""
CREATE FUNCTION training_need_held() RETURNS trigger LANGUAGE plpgsql {_hands._OWN} AS $$
BEGIN
    IF NEW.held_on > (NEW.recorded_at AT TIME ZONE 'UTC')::date THEN
        RAISE EXCEPTION 'what was not held yet is not written down'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'training_tells_of_what_was_held';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_held BEFORE INSERT ON training_supervision
    FOR EACH ROW EXECUTE FUNCTION training_need_held();
"""
_NO_DAYS = """
DROP TRIGGER training_held ON training_supervision;
DROP FUNCTION training_need_held();
"""


class Migration(migrations.Migration):
    dependencies = [("training", "0003_posts")]

    operations = [
        migrations.RunSQL(_POSTS, _NO_POSTS),
        migrations.RunSQL(_DAYS, _NO_DAYS),
    ]
