"""Plans and sentences mark the file, and a door says what calls for a look at a plan.

As with boards (0011): what calls lies in several rooms and compartments. The door tells whoever
reads the plan in full that there is something, of which kind and when, and nothing of what it says.
"""

from importlib import import_module

from django.db import migrations

from throughcare.cluster.roles import APP

_walls = import_module("throughcare.duties.migrations.0002_marks_and_walls")
_OWN = _walls._OWN

_TOLD = (
    "plans_plan", "plans_releaseplan", "plans_handover", "plans_report", "plans_caring",
    "custody_sentence",
)  # fmt: skip
_ON = "".join(_walls._of_files(table, "person_id") for table in _TOLD)
_OFF = "".join(
    f"{_walls._off(one, 'marks_files')} DROP FUNCTION duties_{one}();\n" for one in _TOLD
)

# What happened after the plan was signed; or was written after it, of what happened before.
_SINCE = "({0} > l.signed_at OR (t.replaces_id IS NULL AND t.recorded_at > l.signed_at))"
_OF = "FROM plan l JOIN stays s ON s.whole = l.whole JOIN parts p ON p.whole = l.whole"
_CALLS = f"""
CREATE FUNCTION duties_calls_for_plan(asked uuid[], moment timestamptz, comes_of_age int[])
RETURNS TABLE (whole uuid, what text, since timestamptz)
LANGUAGE plpgsql STABLE {_OWN} SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH files AS MATERIALIZED (
        SELECT DISTINCT people_whole(a) AS whole FROM unnest(asked) a
        WHERE people_reached(people_whole(a), 'PLN', 'full')
    ), parts AS MATERIALIZED (
        SELECT f.whole, f.whole AS part FROM files f
        UNION SELECT f.whole, m.merged_id FROM people_merge m
        JOIN files f ON f.whole = people_whole(m.merged_id) WHERE m.undone_at IS NULL
    ), plan AS MATERIALIZED (
        SELECT DISTINCT ON (p.whole) p.whole, c.signed_at, c.review_at
        FROM parts p JOIN plans_plan c ON c.person_id = p.part
        WHERE c.stood_until IS NULL AND c.state = 'signed' AND c.signed_at <= moment
        ORDER BY p.whole, c.signed_at DESC, c.id DESC
    ), stays AS MATERIALIZED (
        SELECT p.whole, max(s.admitted_at) AS admitted_at
        FROM parts p JOIN custody_stay s ON s.person_id = p.part
        WHERE s.stood_until IS NULL AND s.left_at IS NULL AND s.admitted_at <= moment
        GROUP BY p.whole
    ), born AS MATERIALIZED (
        SELECT DISTINCT ON (p.whole) p.whole, t.value->>'date' AS day
        FROM parts p JOIN people_fact t ON t.person_id = p.part
        WHERE t.kind = 'birth_date' AND t.recorded_at <= moment
            AND (t.voided_at IS NULL OR t.voided_at > moment)
            AND NOT EXISTS (SELECT FROM people_fact u WHERE u.supersedes_id = t.id
                AND u.recorded_at <= moment)
        ORDER BY p.whole, (t.standing = 'verified') DESC, t.recorded_at DESC, t.made_in DESC
    )
    SELECT s.whole, 'first', greatest(s.admitted_at, min(c.since))
    FROM stays s JOIN parts p ON p.whole = s.whole
    JOIN custody_legalstatus c ON c.person_id = p.part AND c.value = 'sentenced'
        AND c.stood_until IS NULL AND c.since <= moment AND (c.until IS NULL OR c.until > moment)
    WHERE NOT EXISTS (SELECT FROM plan l WHERE l.whole = s.whole)
    GROUP BY s.whole, s.admitted_at
    UNION ALL
    SELECT l.whole, 'due', l.review_at FROM plan l JOIN stays s ON s.whole = l.whole
    WHERE l.review_at <= moment
    UNION ALL
    SELECT l.whole, 'age', turned.at FROM plan l JOIN stays s ON s.whole = l.whole
    JOIN born b ON b.whole = l.whole AND b.day ~ '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$'
    JOIN people_person h ON h.id = l.whole
    LEFT JOIN kernel_place k ON k.path = h.held_at
    CROSS JOIN unnest(comes_of_age) years
    CROSS JOIN LATERAL (SELECT (b.day::date + make_interval(years => years))
        AT TIME ZONE coalesce(k.time_zone, 'UTC') AS at) turned
    WHERE turned.at > l.signed_at AND turned.at <= moment
    UNION ALL
    SELECT l.whole, 'sentence', min(t.since) {_OF}
    JOIN custody_legalstatus t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.value = 'sentenced'
    WHERE t.since > l.signed_at AND t.since <= moment GROUP BY l.whole
    UNION ALL
    SELECT l.whole, 'status', max(turn.at) {_OF}
    JOIN assessment_status t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.state IN ('in_force', 'ended', 'lifted')
    CROSS JOIN LATERAL (VALUES (greatest(t.since, t.looked_at)),
        (least(t.expires_at, t.ended_at))) turn(at)
    WHERE turn.at > l.signed_at AND turn.at <= moment
        AND greatest(t.since, t.looked_at) < least(t.expires_at, t.ended_at)
    GROUP BY l.whole
    UNION ALL
    SELECT l.whole, 'risk', max(t.happened_at) {_OF}
    JOIN assessment_referral t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.kind = 'violence' AND t.state <> 'withdrawn'
    WHERE {_SINCE.format("t.happened_at")} AND t.happened_at <= moment GROUP BY l.whole
    UNION ALL
    SELECT l.whole, 'risk', max(t.since) {_OF}
    JOIN safety_restraint t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.purpose = 'harm'
    WHERE {_SINCE.format("t.since")} AND t.since <= moment
        AND people_reached(l.whole, 'DIS', 'full') GROUP BY l.whole
    UNION ALL
    SELECT l.whole, 'move', max(t.arrived_at) {_OF}
    JOIN custody_movement t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.kind = 'transfer'
    WHERE t.arrived_at > l.signed_at AND t.arrived_at <= moment GROUP BY l.whole
    UNION ALL
    SELECT l.whole, 'appeal', max(t.decided_at) {_OF}
    JOIN assessment_appeal t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.state = 'granted'
    WHERE t.decided_at > l.signed_at AND t.decided_at <= moment GROUP BY l.whole
    UNION ALL
    SELECT l.whole, 'care', max(t.happened_at) {_OF}
    JOIN custody_step t ON t.person_id = p.part AND t.stood_until IS NULL
        AND t.kind = 'dependants'
    WHERE {_SINCE.format("t.happened_at")} AND t.happened_at <= moment
        AND people_reached(l.whole, 'ID', 'full') GROUP BY l.whole;
END $$;
CREATE FUNCTION duties_plan_calls_at(place text, moment timestamptz, comes_of_age int[])
RETURNS TABLE (whole uuid, what text, since timestamptz) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT c.* FROM duties_calls_for_plan(
        ARRAY(SELECT h.id FROM people_person h WHERE h.held_at = place), moment, comes_of_age) c
$$;
REVOKE ALL ON FUNCTION duties_calls_for_plan(uuid[], timestamptz, int[]),
    duties_plan_calls_at(text, timestamptz, int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duties_calls_for_plan(uuid[], timestamptz, int[]),
    duties_plan_calls_at(text, timestamptz, int[]) TO {APP};
"""
_NO_CALLS = """
DROP FUNCTION duties_plan_calls_at(text, timestamptz, int[]),
    duties_calls_for_plan(uuid[], timestamptz, int[]);
"""


class Migration(migrations.Migration):
    dependencies = [("duties", "0012_marks_of_sharings"), ("plans", "0002_walls")]

    operations = [migrations.RunSQL(_ON, _OFF), migrations.RunSQL(_CALLS, _NO_CALLS)]
