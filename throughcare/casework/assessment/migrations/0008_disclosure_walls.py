"""Row-level security of what the person was told and of contests, and whose hands decide."""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_TOLD = f"""
CREATE FUNCTION assessment_need_approved() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM assessment_assessment a
        WHERE a.first = NEW.assessment_id AND a.stood_until IS NULL AND a.state = 'approved'
            AND people_whole(a.person_id) = people_whole(NEW.person_id)
    ) THEN
        RAISE EXCEPTION 'only an approved assessment of this person is told'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_told_once_approved';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_approved BEFORE INSERT ON assessment_disclosure
    FOR EACH ROW EXECUTE FUNCTION assessment_need_approved();
CREATE FUNCTION assessment_in_force(whose uuid, moment timestamptz) RETURNS uuid
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT people_reached(whole, 'PLN', 'add') THEN RETURN NULL; END IF;
    RETURN (
        SELECT a.first FROM assessment_assessment a
        WHERE a.state = 'approved' AND a.stood_until IS NULL AND a.recorded_at <= moment
            AND a.valid_until > moment AND people_whole(a.person_id) = whole
        ORDER BY a.approved_at DESC, a.id DESC LIMIT 1
    );
END $$;
REVOKE ALL ON FUNCTION assessment_in_force(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assessment_in_force(uuid, timestamptz) TO {APP};
"""
_NOT_TOLD = """
DROP FUNCTION assessment_in_force(uuid, timestamptz);
DROP TRIGGER assessment_approved ON assessment_disclosure;
DROP FUNCTION assessment_need_approved();
"""

_CONTESTED = f"""
CREATE TRIGGER assessment_step BEFORE INSERT ON assessment_assessmentcontest
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('assessment_contest');
CREATE FUNCTION assessment_need_hands_of_contest_of_it() RETURNS trigger
LANGUAGE plpgsql {_OWN} AS $$
DECLARE a assessment_assessment; whole uuid := people_whole(NEW.person_id);
BEGIN
    SELECT s.* INTO a FROM assessment_assessment s
    WHERE s.first = NEW.assessment AND s.stood_until IS NULL;
    IF a.id IS NULL OR people_whole(a.person_id) <> whole THEN
        RAISE EXCEPTION 'this is no assessment of this person' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_part_is_of_its_assessment';
    END IF;
    IF NEW.state = 'waiting' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('assessment_contest' || whole::text, 0));
        IF EXISTS (
            SELECT FROM assessment_assessmentcontest c
            WHERE c.assessment = NEW.assessment AND c.state = 'waiting' AND c.stood_until IS NULL
                AND c.id <> NEW.id
        ) THEN
            RAISE EXCEPTION 'a contest of this assessment waits already' USING
                ERRCODE = 'check_violation', CONSTRAINT = 'assessment_one_contest_of_it_waits';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.decided_by <> NEW.recorded_by OR assessment_one_hand(NEW.decided_by, a.assessed_by)
        OR assessment_one_hand(NEW.decided_by, a.second_by)
        OR assessment_one_hand(NEW.decided_by, a.approved_by) THEN
        RAISE EXCEPTION 'whoever rated or approved does not look at the contest' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_contest_of_it_in_other_hands';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_hands BEFORE INSERT ON assessment_assessmentcontest
    FOR EACH ROW EXECUTE FUNCTION assessment_need_hands_of_contest_of_it();
-- What a contest sets aside keeps the words of whoever approved it: only its state changes.
CREATE FUNCTION assessment_need_granted() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.state = 'set_aside' AND NOT EXISTS (
        SELECT FROM assessment_assessmentcontest c
        WHERE c.assessment = NEW.first AND c.state = 'granted' AND c.stood_until IS NULL
    ) THEN
        RAISE EXCEPTION 'an assessment is set aside by a contest that was granted' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_set_aside_by_a_contest';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_granted BEFORE INSERT ON assessment_assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_need_granted();
"""
_NOT_CONTESTED = """
DROP TRIGGER assessment_granted ON assessment_assessment;
DROP FUNCTION assessment_need_granted();
DROP TRIGGER assessment_hands ON assessment_assessmentcontest;
DROP FUNCTION assessment_need_hands_of_contest_of_it();
DROP TRIGGER assessment_step ON assessment_assessmentcontest;
"""

_WALLS = {"assessment_disclosure": "PSY", "assessment_assessmentcontest": "PLN"}


def _wall(table: str, code: str) -> list[str]:
    read, put = (f"people_reached(person_id, '{code}', '{how}')" for how in ("full", "add"))
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
    dependencies = [("assessment", "0007_disclosure")]

    operations = [
        migrations.RunSQL(_TOLD, _NOT_TOLD),
        migrations.RunSQL(_CONTESTED, _NOT_CONTESTED),
        *(
            migrations.RunSQL([*_wall(table, code)], [*_no_wall(table)])
            for table, code in _WALLS.items()
        ),
    ]
