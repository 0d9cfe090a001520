"""How far raters agree: the figures of a night, and the door through which pairs are counted.

Over a whole service nobody may read ratings. The job enters as what counts and gets pairs of codes
without persons; whoever looks at a page entered as a viewer and gets none. The figures that are kept
are of nobody: all may read them that the room lets, and what counts alone writes them.
"""

import uuid

from django.db import migrations, models

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_ENTER = """
CREATE FUNCTION assessment_enter_counting() RETURNS text LANGUAGE plpgsql AS $$
DECLARE before text := coalesce(current_setting('throughcare.reach', true), '');
BEGIN
    PERFORM set_config('throughcare.reach', E'\\n*counting\\n', true);
    RETURN before;
END $$;
CREATE FUNCTION assessment_counting() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('throughcare.reach', true), '') = E'\\n*counting\\n'
$$;
"""
_NO_ENTER = "DROP FUNCTION assessment_counting(), assessment_enter_counting();"

# Cases and raters are numbers in no order of time or name; a human being is one rater. A pair is what
# stood when the second rater had finished for the first time: afterwards each saw the other's answers.
_DOOR = f"""
CREATE FUNCTION assessment_rated_pairs() RETURNS TABLE (
    tool text, tool_version text, tool_digest text, number bigint, item text,
    first_rater bigint, first_code text, second_rater bigint, second_code text
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    IF NOT assessment_counting() THEN RETURN; END IF;
    RETURN QUERY
    WITH hands AS (
        SELECT a.id::text AS account, dense_rank() OVER (ORDER BY md5(a.holder::text)) AS human
        FROM access_account a
    ), blind AS (
        SELECT DISTINCT ON (a.first) a.* FROM assessment_assessment a
        WHERE a.second_at IS NOT NULL ORDER BY a.first, a.recorded_at, a.id
    )
    SELECT a.tool, a.tool_version, a.tool_digest,
        dense_rank() OVER (ORDER BY md5(a.first::text)), one.item,
        me.human, one.code, you.human, other.code
    FROM blind a
    JOIN assessment_rating one ON one.assessment_id = a.first AND one.rater = a.assessed_by
        AND one.recorded_at <= a.recorded_at
        AND (one.stood_until IS NULL OR one.stood_until > a.recorded_at)
    JOIN assessment_rating other ON other.assessment_id = a.first AND other.rater = a.second_by
        AND other.item = one.item AND other.recorded_at <= a.recorded_at
        AND (other.stood_until IS NULL OR other.stood_until > a.recorded_at)
    JOIN hands me ON me.account = a.assessed_by
    JOIN hands you ON you.account = a.second_by
    WHERE NOT EXISTS (
        SELECT FROM assessment_assessment s WHERE s.first = a.first AND s.state = 'stopped'
    );
END $$;
REVOKE ALL ON FUNCTION assessment_rated_pairs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assessment_rated_pairs() TO {APP};
"""
_NO_DOOR = "DROP FUNCTION assessment_rated_pairs();"

_TABLE = "assessment_keptagreement"
_WALL = f"""
ALTER TABLE {_TABLE} ENABLE ROW LEVEL SECURITY;
CREATE POLICY {_TABLE}_read ON {_TABLE} FOR SELECT TO {APP} USING (true);
CREATE POLICY {_TABLE}_put ON {_TABLE} FOR INSERT TO {APP} WITH CHECK (assessment_counting());
CREATE POLICY {_TABLE}_delete ON {_TABLE} FOR DELETE TO {APP} USING (assessment_counting());
"""
_NO_WALL = f"""
DROP POLICY {_TABLE}_delete ON {_TABLE};
DROP POLICY {_TABLE}_put ON {_TABLE};
DROP POLICY {_TABLE}_read ON {_TABLE};
ALTER TABLE {_TABLE} DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0008_disclosure_walls"), ("access", "0004_walls")]

    operations = [
        migrations.CreateModel(
            name="KeptAgreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("tool", models.TextField()),
                ("tool_version", models.TextField()),
                ("counted_at", models.DateTimeField()),
                ("left_out", models.BooleanField(default=False)),
                ("figures", models.JSONField(default=dict)),
            ],
            options={
                "constraints": (
                    models.UniqueConstraint(
                        fields=("tool", "tool_version"),
                        name="assessment_agreement_kept_once_of_a_tool",
                    ),
                ),
            },
        ),
        migrations.RunSQL(_ENTER, _NO_ENTER),
        migrations.RunSQL(_DOOR, _NO_DOOR),
        migrations.RunSQL(_WALL, _NO_WALL),
    ]
