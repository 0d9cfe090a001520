"""Whose hands wrote a certificate down, and whether a booster belongs to what it makes longer.

There is no row-level security here: the wall of persons knows accounts by whose files they reach,
and a certificate is in nobody's file (ADR 0037). Rooms above ask without a viewer.
"""

from django.db import migrations

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_HANDS = f"""
CREATE FUNCTION training_one_hand(one text, other text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT one = other OR EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = one AND b.id::text = other
    )
$$;
REVOKE ALL ON FUNCTION training_one_hand(text, text) FROM PUBLIC;
CREATE FUNCTION training_need_other_hand() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF training_one_hand(NEW.recorded_by, NEW.account_id::text) THEN
        RAISE EXCEPTION 'nobody writes down a certificate of his or her own'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'training_nobody_records_his_own';
    END IF;
    IF NEW.withdrawn_by <> '' AND training_one_hand(NEW.withdrawn_by, NEW.account_id::text) THEN
        RAISE EXCEPTION 'nobody withdraws a certificate of his or her own'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'training_nobody_withdraws_his_own';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_hands BEFORE INSERT OR UPDATE ON training_certificate
    FOR EACH ROW EXECUTE FUNCTION training_need_other_hand();
"""
_NO_HANDS = """
DROP TRIGGER training_hands ON training_certificate;
DROP FUNCTION training_need_other_hand(), training_one_hand(text, text);
"""

_DAYS = f"""
CREATE FUNCTION training_need_sound_days() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole training_certificate; until date; one record;
BEGIN
    IF NEW.passed_on > (NEW.recorded_at AT TIME ZONE 'UTC')::date THEN
        RAISE EXCEPTION 'what was not passed yet is not written down'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'training_tells_of_what_was';
    END IF;
    IF NEW.certificate_id IS NULL THEN RETURN NEW; END IF;
    SELECT * INTO whole FROM training_certificate WHERE id = NEW.certificate_id FOR SHARE;
    IF whole.kind <> 'certificate' OR (whole.topic, whole.tool) <> (NEW.topic, NEW.tool)
        OR NOT training_one_hand(whole.account_id::text, NEW.account_id::text)
        OR whole.withdrawn_at IS NOT NULL THEN
        RAISE EXCEPTION 'a booster is of the same human being and course as its certificate'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'training_booster_fits';
    END IF;
    until := whole.valid_until;
    FOR one IN
        SELECT b.passed_on, b.valid_until FROM training_certificate b
        WHERE b.certificate_id = whole.id AND b.withdrawn_at IS NULL ORDER BY b.passed_on
    LOOP
        IF one.passed_on < until THEN until := greatest(until, one.valid_until); END IF;
    END LOOP;
    IF NEW.passed_on < whole.passed_on OR NEW.passed_on >= until THEN
        RAISE EXCEPTION 'the certificate did not hold on the day of the booster'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'training_booster_while_it_holds';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER training_sound_days BEFORE INSERT ON training_certificate
    FOR EACH ROW EXECUTE FUNCTION training_need_sound_days();
"""
_NO_DAYS = """
DROP TRIGGER training_sound_days ON training_certificate;
DROP FUNCTION training_need_sound_days();
"""


class Migration(migrations.Migration):
    dependencies = [("training", "0001_initial"), ("access", "0004_walls")]

    operations = [
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL(_DAYS, _NO_DAYS),
    ]
