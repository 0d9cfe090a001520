"""Row-level security of referrals and screenings, the steps between states, and whose hands.

A referral is put down by whoever may report an incident about the person, or by the case staff; it
is read by the case staff alone (ADR 0036). Which state may follow which stands in a table of its
own, filled from `states.yaml` after each migration.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_STEPS = f"""
CREATE TABLE assessment_step (
    kind text NOT NULL, state text NOT NULL, following text NOT NULL,
    PRIMARY KEY (kind, state, following)
);
REVOKE ALL ON assessment_step FROM PUBLIC, {APP};
GRANT SELECT ON assessment_step TO {APP};
CREATE FUNCTION assessment_need_step() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE before text := ''; begun uuid := NEW.id;
BEGIN
    IF NEW.replaces_id IS NOT NULL THEN
        EXECUTE format('SELECT state, first FROM %I WHERE id = $1', TG_TABLE_NAME)
            INTO before, begun USING NEW.replaces_id;
    END IF;
    IF NEW.first IS DISTINCT FROM begun THEN
        RAISE EXCEPTION 'this row does not belong to what it replaces'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_row_keeps_its_first';
    END IF;
    IF NOT EXISTS (
        SELECT FROM assessment_step s
        WHERE s.kind = TG_ARGV[0] AND s.state = before AND s.following = NEW.state
    ) THEN
        RAISE EXCEPTION 'a % does not go from "%" to "%"', TG_ARGV[0], before, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_step_is_of_the_table';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_step BEFORE INSERT ON assessment_referral
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('referral');
CREATE TRIGGER assessment_step BEFORE INSERT ON assessment_screening
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('screening');
"""
_NO_STEPS = """
DROP TRIGGER assessment_step ON assessment_screening;
DROP TRIGGER assessment_step ON assessment_referral;
DROP FUNCTION assessment_need_step();
DROP TABLE assessment_step;
"""

# Whose hand it was: a human being may have several accounts.
_HANDS = f"""
CREATE FUNCTION assessment_one_hand(one text, other text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT one = other OR EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = one AND b.id::text = other
    )
$$;
REVOKE ALL ON FUNCTION assessment_one_hand(text, text) FROM PUBLIC;
CREATE FUNCTION assessment_need_staff() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = NEW.recorded_by AND b.person IS NOT NULL
            AND people_whole(b.person) = people_whole(NEW.person_id)
    ) THEN
        RAISE EXCEPTION 'nobody writes a judgement about himself or herself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_nobody_judges_himself';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_staff BEFORE INSERT ON assessment_referral
    FOR EACH ROW EXECUTE FUNCTION assessment_need_staff();
CREATE TRIGGER assessment_staff BEFORE INSERT ON assessment_screening
    FOR EACH ROW EXECUTE FUNCTION assessment_need_staff();
CREATE FUNCTION assessment_need_hands_of_screening() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.replaces_id IS NULL AND NEW.proposed_by <> NEW.recorded_by THEN
        RAISE EXCEPTION 'a screening is proposed by who writes it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_screening_by_its_writer';
    END IF;
    IF NEW.looked_by <> '' AND (
        NEW.looked_by <> NEW.recorded_by OR assessment_one_hand(NEW.looked_by, NEW.proposed_by)
    ) THEN
        RAISE EXCEPTION 'whoever screens does not confirm it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_two_hands_screen';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_hands BEFORE INSERT ON assessment_screening
    FOR EACH ROW EXECUTE FUNCTION assessment_need_hands_of_screening();
CREATE FUNCTION assessment_need_hands_of_referral() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE referred text;
BEGIN
    IF NEW.screening_id IS NULL THEN RETURN NEW; END IF;
    SELECT r.recorded_by INTO referred FROM assessment_referral r WHERE r.id = NEW.first;
    IF NOT EXISTS (
        SELECT FROM assessment_screening s
        WHERE s.id = NEW.screening_id AND s.first = s.id
            AND people_whole(s.person_id) = people_whole(NEW.person_id)
            AND NOT assessment_one_hand(s.proposed_by, referred)
    ) THEN
        RAISE EXCEPTION 'whoever refers does not screen, and a screening is of the same person'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_referrer_does_not_screen';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_hands BEFORE INSERT ON assessment_referral
    FOR EACH ROW EXECUTE FUNCTION assessment_need_hands_of_referral();
CREATE FUNCTION assessment_need_one_screening() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id);
BEGIN
    IF NEW.state <> 'proposed' THEN RETURN NEW; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('assessment_screening' || whole::text, 0));
    IF EXISTS (
        SELECT FROM assessment_screening s
        WHERE s.state = 'proposed' AND s.stood_until IS NULL AND s.id <> NEW.id
            AND people_whole(s.person_id) = whole
    ) THEN
        RAISE EXCEPTION 'a screening of this person waits already'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_one_screening_waits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_one_waits BEFORE INSERT ON assessment_screening
    FOR EACH ROW EXECUTE FUNCTION assessment_need_one_screening();
"""
_NO_HANDS = """
DROP TRIGGER assessment_one_waits ON assessment_screening;
DROP TRIGGER assessment_hands ON assessment_referral;
DROP TRIGGER assessment_hands ON assessment_screening;
DROP TRIGGER assessment_staff ON assessment_screening;
DROP TRIGGER assessment_staff ON assessment_referral;
DROP FUNCTION assessment_need_one_screening(), assessment_need_hands_of_referral(),
    assessment_need_hands_of_screening(), assessment_need_staff(),
    assessment_one_hand(text, text);
"""

_PLAN = "people_reached(person_id, 'PLN', '{0}')"
_READ, _ADD = _PLAN.format("full"), _PLAN.format("add")
# What each table lets somebody put down; to read and to go on, one must be of the case staff.
_PUT = {
    "assessment_referral": f"(people_reached(person_id, 'INC', 'add') OR {_ADD})",
    "assessment_screening": _ADD,
}


def _wall(table: str, put: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({_READ})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({_ADD}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [("assessment", "0001_initial"), ("access", "0004_walls")]

    operations = [
        migrations.RunSQL(_STEPS, _NO_STEPS),
        migrations.RunSQL(_HANDS, _NO_HANDS),
        *(
            migrations.RunSQL([*_wall(table, put)], [*_no_wall(table)])
            for table, put in _PUT.items()
        ),
    ]
