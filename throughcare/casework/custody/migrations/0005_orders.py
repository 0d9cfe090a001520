"""The name that stands on an order, and the door that finds who is held without a valid one.

`custody_grounds` is computed from stays and orders at each question: nothing is kept that somebody
could switch off. It answers for whoever reads identity and orders where the person is held; to a
judge with a post there (or in the whole service) it says that somebody is held without a valid
order also where the case was never given to that judge: `opens` says whether the file opens.

Of a stay that is open at the moment: `covered` whether an order is in force, `cover_ends` the end of
the unbroken time that orders cover from then on (null: without an end); `last_end` the last end of
an order in this stay; `struck_out` whether an order that would cover the moment was struck out.
"""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from throughcare.cluster.roles import APP

_DOOR = """
CREATE FUNCTION custody_judge_at(asking bigint, place text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM access_post p JOIN access_account a ON a.id = p.account_id
        WHERE a.id = asking AND a.is_active AND p.role = 'judge_prosecutor'
            AND p.begins <= moment AND (p.ends IS NULL OR p.ends > moment)
            AND p.establishment IN ('service', place)
    )
$$;
CREATE FUNCTION custody_grounds(asking bigint, place text, moment timestamptz)
RETURNS TABLE (
    person uuid, held_at text, opens boolean, admitted_at timestamptz, without_order text,
    covered boolean, cover_ends timestamptz, last_end timestamptz, struck_out boolean
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH parts AS MATERIALIZED (
        SELECT m.merged_id AS part, people_whole(m.merged_id) AS whole
        FROM people_merge m WHERE m.undone_at IS NULL
    ), held AS MATERIALIZED (
        SELECT w.id AS whole, w.held_at, s.admitted_at, s.without_order,
            access_admits(w.id, w.held_at, 'ID', 'full')
                AND access_admits(w.id, w.held_at, 'SEN', 'full') AS opens
        FROM custody_stay s LEFT JOIN parts ON parts.part = s.person_id
        JOIN people_person w ON w.id = coalesce(parts.whole, s.person_id)
        WHERE s.recorded_at <= moment AND (s.stood_until IS NULL OR s.stood_until > moment)
            AND s.admitted_at <= moment AND (s.left_at IS NULL OR s.left_at > moment)
            AND (place IS NULL OR w.held_at = place)
    ), seen AS MATERIALIZED (
        SELECT h.* FROM held h
        WHERE h.opens OR (
            h.whole <> ALL (access_barred()) AND custody_judge_at(asking, h.held_at, moment)
        )
    ), named AS MATERIALIZED (
        SELECT h.whole, h.whole AS part FROM seen h
        UNION SELECT p.whole, p.part FROM parts p JOIN seen h ON h.whole = p.whole
    ), ordered AS MATERIALIZED (
        SELECT n.whole, o.valid_from, o.valid_to, o.stood_until IS NULL OR o.stood_until > moment
                AS stands, o.struck_by IS NOT NULL AS struck
        FROM custody_order o JOIN named n ON n.part = o.person_id
        WHERE o.recorded_at <= moment
            AND o.kind IN ('commitment', 'remand', 'extension', 'sentence')
    ), cover AS (
        SELECT o.whole, range_agg(tstzrange(o.valid_from, o.valid_to)) AS times
        FROM ordered o WHERE o.stands GROUP BY o.whole
    ), now AS (
        SELECT c.whole, upper(one) AS ends FROM cover c, unnest(c.times) one WHERE one @> moment
    )
    SELECT h.whole, h.held_at, h.opens, h.admitted_at, h.without_order,
        n.whole IS NOT NULL, n.ends,
        (SELECT max(o.valid_to) FROM ordered o WHERE o.whole = h.whole AND o.stands
            AND o.valid_to <= moment AND o.valid_to > h.admitted_at),
        EXISTS (SELECT FROM ordered o WHERE o.whole = h.whole AND o.struck AND NOT o.stands
            AND o.valid_from <= moment AND (o.valid_to IS NULL OR o.valid_to > moment))
    FROM seen h LEFT JOIN now n ON n.whole = h.whole
    ORDER BY h.whole;
END $$;
"""
_NO_DOOR = """
DROP FUNCTION custody_grounds(bigint, text, timestamptz),
    custody_judge_at(bigint, text, timestamptz);
"""
# Only the service calls.
_CALLED = f"""
REVOKE EXECUTE ON FUNCTION custody_grounds(bigint, text, timestamptz),
    custody_judge_at(bigint, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION custody_grounds(bigint, text, timestamptz),
    custody_judge_at(bigint, text, timestamptz) TO {APP};
"""


class Migration(migrations.Migration):
    dependencies = [("custody", "0004_movements"), ("people", "0004_photo")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="order",
            name="rows_are_not_changed",
        ),
        migrations.AddField(
            model_name="order",
            name="named",
            field=models.TextField(blank=True),
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(fields=["number"], name="custody_order_by_number"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="order",
            trigger=pgtrigger.compiler.Trigger(
                name="rows_are_not_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by" IS DISTINCT FROM (NEW."recorded_by") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."authority" IS DISTINCT FROM (NEW."authority") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."valid_to" IS DISTINCT FROM (NEW."valid_to") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."named" IS DISTINCT FROM (NEW."named"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c0b18a84316b4279e83329d7771aa65f54ab527c",
                    operation="UPDATE",
                    pgid="pgtrigger_rows_are_not_changed_7305f",
                    table="custody_order",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL([_DOOR, _CALLED], _NO_DOOR),
    ]
