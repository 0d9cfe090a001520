"""Row-level security of assessments, whose hands did what, and the one door for colleagues.

Whoever may read the psychological file only in short gets what was written for colleagues, of an
approved assessment, while it is valid: never a rating, a source or a note.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_STEPS = """
CREATE TRIGGER assessment_step BEFORE INSERT ON assessment_assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('assessment');
CREATE TRIGGER assessment_staff BEFORE INSERT ON assessment_assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_need_staff();
"""
_NO_STEPS = """
DROP TRIGGER assessment_staff ON assessment_assessment;
DROP TRIGGER assessment_step ON assessment_assessment;
"""

_HANDS = f"""
CREATE FUNCTION assessment_need_hands_of_assessment() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE screened text := ''; looked text := ''; begun assessment_assessment;
BEGIN
    IF NEW.replaces_id IS NULL THEN
        IF NEW.assessed_by <> NEW.recorded_by THEN
            RAISE EXCEPTION 'an assessment is begun by its assessor' USING
                ERRCODE = 'check_violation', CONSTRAINT = 'assessment_begun_by_its_assessor';
        END IF;
    ELSE
        SELECT * INTO begun FROM assessment_assessment a WHERE a.id = NEW.replaces_id;
        IF (NEW.assessed_by, NEW.tool_digest, NEW.extent, NEW.purpose)
            IS DISTINCT FROM (begun.assessed_by, begun.tool_digest, begun.extent, begun.purpose)
            OR (begun.second_by <> '' AND NEW.second_by <> begun.second_by)
            OR (begun.approved_by <> '' AND NEW.approved_by <> begun.approved_by)
            OR (begun.needs_second AND NOT NEW.needs_second) THEN
            RAISE EXCEPTION 'what an assessment began with stays so' USING
                ERRCODE = 'check_violation', CONSTRAINT = 'assessment_stays_what_it_began_as';
        END IF;
    END IF;
    SELECT s.proposed_by INTO screened FROM assessment_screening s WHERE s.id = NEW.screening_id;
    IF assessment_one_hand(NEW.assessed_by, coalesce(screened, ''))
        OR assessment_one_hand(NEW.second_by, coalesce(screened, ' '))
        OR assessment_one_hand(NEW.approved_by, coalesce(screened, ' ')) THEN
        RAISE EXCEPTION 'whoever screened does not assess' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_screener_does_not_assess';
    END IF;
    IF NEW.second_by <> '' AND assessment_one_hand(NEW.second_by, NEW.assessed_by) THEN
        RAISE EXCEPTION 'whoever rates does not rate a second time' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_two_hands_rate';
    END IF;
    IF NEW.state = 'approved' AND (
        NEW.approved_by <> NEW.recorded_by
        OR assessment_one_hand(NEW.approved_by, NEW.assessed_by)
        OR assessment_one_hand(NEW.approved_by, NEW.second_by)
    ) THEN
        RAISE EXCEPTION 'whoever rates does not approve' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_rater_does_not_approve';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_hands BEFORE INSERT ON assessment_assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_need_hands_of_assessment();
CREATE FUNCTION assessment_need_one_open() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id);
BEGIN
    IF NEW.state IN ('approved', 'stopped') THEN RETURN NEW; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('assessment_open' || whole::text, 0));
    IF EXISTS (
        SELECT FROM assessment_assessment a
        WHERE a.stood_until IS NULL AND a.state NOT IN ('approved', 'stopped')
            AND a.first <> NEW.first AND people_whole(a.person_id) = whole
    ) THEN
        RAISE EXCEPTION 'an assessment of this person is open already' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_one_is_open';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_one_open BEFORE INSERT ON assessment_assessment
    FOR EACH ROW EXECUTE FUNCTION assessment_need_one_open();
-- What an assessment stands on is of the same person, is written while its rater still rates, and by
-- that rater: what was compared or approved does not change behind it.
CREATE FUNCTION assessment_need_open() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE a assessment_assessment;
BEGIN
    SELECT s.* INTO a FROM assessment_assessment s
    WHERE s.first = NEW.assessment_id AND s.stood_until IS NULL;
    IF a.id IS NULL OR people_whole(a.person_id) <> people_whole(NEW.person_id) THEN
        RAISE EXCEPTION 'this is no assessment of this person' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_part_is_of_its_assessment';
    END IF;
    IF NOT (
        (a.state = 'preparing' AND NEW.recorded_by IN (a.assessed_by, a.second_by))
        OR (a.state = 'rated' AND NEW.recorded_by = a.second_by)
    ) THEN
        RAISE EXCEPTION 'this assessment is not being rated by its writer' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_part_is_written_by_a_rater';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_open BEFORE INSERT ON assessment_source
    FOR EACH ROW EXECUTE FUNCTION assessment_need_open();
CREATE TRIGGER assessment_open BEFORE INSERT ON assessment_rating
    FOR EACH ROW EXECUTE FUNCTION assessment_need_open();
CREATE TRIGGER assessment_open BEFORE INSERT ON assessment_recommendation
    FOR EACH ROW EXECUTE FUNCTION assessment_need_open();
CREATE FUNCTION assessment_need_own_rating() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.rater <> NEW.recorded_by THEN
        RAISE EXCEPTION 'a rating is written by its rater' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'assessment_rating_by_its_rater';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_own_rating BEFORE INSERT ON assessment_rating
    FOR EACH ROW EXECUTE FUNCTION assessment_need_own_rating();
"""
_NO_HANDS = """
DROP TRIGGER assessment_own_rating ON assessment_rating;
DROP TRIGGER assessment_open ON assessment_recommendation;
DROP TRIGGER assessment_open ON assessment_rating;
DROP TRIGGER assessment_open ON assessment_source;
DROP TRIGGER assessment_one_open ON assessment_assessment;
DROP TRIGGER assessment_hands ON assessment_assessment;
DROP FUNCTION assessment_need_own_rating(), assessment_need_open(), assessment_need_one_open(),
    assessment_need_hands_of_assessment();
"""

_DOOR = f"""
CREATE FUNCTION assessment_for_colleagues(whose uuid, moment timestamptz) RETURNS TABLE (
    shared text, strengths text, confidence text, gaps text, valid_until timestamptz,
    approved_at timestamptz
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT (people_reached(whole, 'PSY', 'redacted') OR people_reached(whole, 'PSY', 'full')) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT a.shared, a.strengths, a.confidence, a.gaps, a.valid_until, a.approved_at
    FROM assessment_assessment a
    WHERE a.state = 'approved' AND a.recorded_at <= moment AND a.valid_until > moment
        AND (a.stood_until IS NULL OR a.stood_until > moment) AND people_whole(a.person_id) = whole
    ORDER BY a.approved_at DESC, a.id DESC LIMIT 1;
END $$;
CREATE FUNCTION assessment_advice_for_colleagues(whose uuid, moment timestamptz) RETURNS TABLE (
    kind text, what text, reason text, owner text, due date, lesser text
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT (people_reached(whole, 'PSY', 'redacted') OR people_reached(whole, 'PSY', 'full')) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT r.kind, r.what, r.reason, r.owner, r.due, r.lesser
    FROM assessment_recommendation r WHERE r.stood_until IS NULL AND r.assessment_id = (
        SELECT a.first FROM assessment_assessment a
        WHERE a.state = 'approved' AND a.recorded_at <= moment AND a.valid_until > moment
            AND (a.stood_until IS NULL OR a.stood_until > moment)
            AND people_whole(a.person_id) = whole
        ORDER BY a.approved_at DESC, a.id DESC LIMIT 1
    ) ORDER BY r.kind, r.due, r.id;
END $$;
REVOKE ALL ON FUNCTION assessment_for_colleagues(uuid, timestamptz),
    assessment_advice_for_colleagues(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assessment_for_colleagues(uuid, timestamptz),
    assessment_advice_for_colleagues(uuid, timestamptz) TO {APP};
"""
_NO_DOOR = """
DROP FUNCTION assessment_advice_for_colleagues(uuid, timestamptz),
    assessment_for_colleagues(uuid, timestamptz);
"""

_TABLES = (
    "assessment_assessment", "assessment_source", "assessment_rating", "assessment_recommendation",
)  # fmt: skip
_PSY = "people_reached(person_id, 'PSY', '{0}')"


def _wall(table: str) -> list[str]:
    read, put = _PSY.format("full"), _PSY.format("add")
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
    dependencies = [("assessment", "0003_assessment")]

    operations = [
        migrations.RunSQL(_STEPS, _NO_STEPS),
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL(_DOOR, _NO_DOOR),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _TABLES),
    ]
