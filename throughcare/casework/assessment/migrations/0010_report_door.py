"""The door through which a person reads what was told of an assessment, and the lawyer beside.

They read the psychological file only in short. What stands here was written for them: the summary,
that a part is kept back, by whose decision and until when. Which part it is stays behind the wall.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

# Whoever reads it in short and reads legal letters too is the person, or the lawyer of the person.
_WHO = f"""
CREATE FUNCTION assessment_reads_report(whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE {_OWN} AS $$
BEGIN
    RETURN people_reached(whose, 'PSY', 'full')
        OR (people_reached(whose, 'PSY', 'redacted') AND people_reached(whose, 'LEG', 'full'));
END $$;
"""
_REPORTS = f"""
CREATE FUNCTION assessment_reports(whose uuid, moment timestamptz) RETURNS TABLE (
    id uuid, state text, purpose text, extent text, tool text, tool_version text,
    approved_at timestamptz, valid_until timestamptz, rated_twice boolean, took_part text,
    own_view text, strengths text
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT assessment_reads_report(whole) THEN RETURN; END IF;
    RETURN QUERY SELECT a.first, a.state, a.purpose, a.extent, a.tool, a.tool_version,
        a.approved_at, a.valid_until, a.second_at IS NOT NULL, a.took_part, a.own_view, a.strengths
    FROM assessment_assessment a
    WHERE a.approved_at IS NOT NULL AND a.recorded_at <= moment
        AND (a.stood_until IS NULL OR a.stood_until > moment) AND people_whole(a.person_id) = whole
        AND EXISTS (
            SELECT FROM assessment_disclosure d WHERE d.assessment_id = a.first
                AND d.recorded_at <= moment AND (d.stood_until IS NULL OR d.stood_until > moment)
        )
    ORDER BY a.approved_at DESC, a.id DESC;
END $$;
CREATE FUNCTION assessment_tellings(whose uuid, moment timestamptz) RETURNS TABLE (
    assessment uuid, told_at timestamptz, language text, how text, summary text, comment text,
    kept_back boolean, withheld_why text, withheld_by text, withheld_review date
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT assessment_reads_report(whole) THEN RETURN; END IF;
    RETURN QUERY SELECT d.assessment_id, d.told_at, d.language, d.how, d.summary, d.comment,
        d.withheld <> '', d.withheld_why, d.withheld_by, d.withheld_review
    FROM assessment_disclosure d
    WHERE d.recorded_at <= moment AND (d.stood_until IS NULL OR d.stood_until > moment)
        AND people_whole(d.person_id) = whole
    ORDER BY d.told_at DESC, d.id DESC;
END $$;
CREATE FUNCTION assessment_advice_told(whose uuid, moment timestamptz) RETURNS TABLE (
    assessment uuid, kind text, what text, reason text, owner text, due date, lesser text
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT assessment_reads_report(whole) THEN RETURN; END IF;
    RETURN QUERY SELECT r.assessment_id, r.kind, r.what, r.reason, r.owner, r.due, r.lesser
    FROM assessment_recommendation r
    WHERE r.recorded_at <= moment AND (r.stood_until IS NULL OR r.stood_until > moment)
        AND r.assessment_id IN (SELECT told.id FROM assessment_reports(whole, moment) told)
    ORDER BY r.kind, r.due, r.id;
END $$;
"""
_DOORS = ", ".join(
    f"assessment_{name}(uuid, timestamptz)" for name in ("reports", "tellings", "advice_told")
)
_LOCKS = f"""
REVOKE ALL ON FUNCTION assessment_reads_report(uuid), {_DOORS} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {_DOORS} TO {APP};
"""
_NONE = """
DROP FUNCTION assessment_advice_told(uuid, timestamptz), assessment_tellings(uuid, timestamptz),
    assessment_reports(uuid, timestamptz), assessment_reads_report(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0009_reliability")]

    operations = [migrations.RunSQL(_WHO + _REPORTS + _LOCKS, _NONE)]
